package dev.parallax.importer;

import dev.parallax.problem.Problem;
import dev.parallax.problem.ProblemException;
import dev.parallax.progress.Progress;
import dev.parallax.rum.ImportReport;
import dev.parallax.rum.RecordedPageViews;
import dev.parallax.settings.PseudonymKey;
import java.nio.file.Path;
import java.util.List;

/// Imports a file that may do harm, and insists on one of two ends: page views whose records are
/// all accounted for, or one problem and nothing stored.
final class HostileImport {
    private HostileImport() {}

    /// @return the code of the problem; "imported" if there was none
    /// @throws AssertionError for any other end
    static String of(Path file) {
        var sink = new RecordedPageViews();
        try {
            // the record of the import itself refuses counts that do not add up
            ImportReport report =
                    new Importer(file.resolveSibling("temporary"), () -> new PseudonymKey(1, 2))
                            .read(List.of(file), ImportOptions.FIND_OUT, sink, Progress.NONE);
            check(sink.isFinished() && !sink.isAbandoned(), "not stored as a whole");
            check(sink.rows() == report.record().imported(), sink.rows() + " rows, " + report);
            check(report.record().imported() > 0, "an empty data set");
            return "imported";
        } catch (ProblemException refused) {
            Problem problem = refused.problem();
            check(sink.isAbandoned() && !sink.isFinished(), "refused, but stored: " + problem);
            check(problem.code().startsWith("import-"), "not of an import: " + problem);
            check(!problem.why().isBlank() && !problem.next().isBlank(), "unclear: " + problem);
            check(problem.oneLine().length() < 2_000, "too long: " + problem);
            return problem.code();
        }
    }

    private static void check(boolean holds, String otherwise) {
        if (!holds) {
            throw new AssertionError(otherwise);
        }
    }
}
