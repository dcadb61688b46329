package dev.parallax.bench;

import dev.parallax.compare.FieldPair;
import dev.parallax.compare.LabPair;
import dev.parallax.compare.RunsQuestion;
import dev.parallax.compare.UsersQuestion;
import dev.parallax.ui.compare.PairUseCases;

/// Pairs that nobody asks about.
final class NoPairs implements PairUseCases {
    @Override
    public LabPair compare(RunsQuestion question) {
        throw new IllegalArgumentException(question.toString());
    }

    @Override
    public FieldPair compare(UsersQuestion question) {
        throw new IllegalArgumentException(question.toString());
    }
}
