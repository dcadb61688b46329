package dev.parallax.importer.join;

import dev.parallax.problem.Problem;
import dev.parallax.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;

/// What is said when records cannot be joined.
final class JoinProblems {
    private JoinProblems() {}

    static ProblemException disk(Path folder, long bytes, IOException failed) {
        return new ProblemException(
                Problem.environment(
                        "import-spill",
                        "cannot join the records of page views",
                        "the temporary folder \"%s\" does not take %,d MB (%s)"
                                .formatted(folder, (bytes >> 20) + 1, reason(failed)),
                        "free space there, then import again"),
                failed);
    }

    private static String reason(IOException failed) {
        return Objects.requireNonNullElse(failed.getMessage(), failed.getClass().getSimpleName());
    }
}
