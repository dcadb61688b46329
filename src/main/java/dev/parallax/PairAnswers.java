package dev.parallax;

import dev.parallax.compare.FieldPair;
import dev.parallax.compare.LabPair;
import dev.parallax.compare.RunsQuestion;
import dev.parallax.compare.UsersQuestion;
import dev.parallax.service.CompareRuns;
import dev.parallax.service.CompareUsers;
import dev.parallax.service.ReportComparisons;
import dev.parallax.ui.compare.PairUseCases;
import java.nio.file.Path;

/// What the screens for pairs ask, answered by the use cases of one workspace.
record PairAnswers(CompareRuns runs, CompareUsers users, ReportComparisons reports)
        implements PairUseCases {
    @Override
    public LabPair compare(RunsQuestion question) {
        return runs.compare(question);
    }

    @Override
    public FieldPair compare(UsersQuestion question) {
        return users.compare(question);
    }

    @Override
    public void report(LabPair pair, Path file) {
        reports.write(pair, file);
    }

    @Override
    public void report(FieldPair pair, Path file) {
        reports.write(pair, file);
    }
}
