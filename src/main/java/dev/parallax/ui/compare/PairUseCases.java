package dev.parallax.ui.compare;

import dev.parallax.compare.FieldPair;
import dev.parallax.compare.LabPair;
import dev.parallax.compare.RunsQuestion;
import dev.parallax.compare.UsersQuestion;
import java.nio.file.Path;

/// What the screens for pairs ask of the product, beside what [CompareUseCases] lists. All of it
/// blocks and may throw a [dev.parallax.problem.ProblemException].
public interface PairUseCases {

    /// Sets two sets of runs against each other.
    LabPair compare(RunsQuestion question);

    /// Sets two parts of the users against each other.
    FieldPair compare(UsersQuestion question);

    /// Writes an answer as one HTML file that needs nothing else.
    void report(LabPair pair, Path file);

    /// Writes an answer as one HTML file that needs nothing else.
    void report(FieldPair pair, Path file);
}
