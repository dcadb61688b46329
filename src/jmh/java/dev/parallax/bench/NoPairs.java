package dev.parallax.bench;

import dev.parallax.compare.FieldPair;
import dev.parallax.compare.LabPair;
import dev.parallax.service.CompareRuns;
import dev.parallax.service.CompareUsers;
import dev.parallax.ui.compare.PairUseCases;

/// Pairs that nobody asks about.
final class NoPairs implements PairUseCases {
    @Override
    public LabPair compare(CompareRuns.Question question) {
        throw new IllegalArgumentException(question.toString());
    }

    @Override
    public FieldPair compare(CompareUsers.Question question) {
        throw new IllegalArgumentException(question.toString());
    }
}
