package dev.parallax.importer;

import dev.parallax.problem.Problem;
import dev.parallax.problem.ProblemException;
import dev.parallax.progress.Progress;
import dev.parallax.rum.AggregateSink;
import dev.parallax.rum.ImportReport;
import dev.parallax.rum.PageViewSink;
import dev.parallax.rum.RecordedAggregates;
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
        var target = new Asked();
        try {
            // the record of the import itself refuses counts that do not add up
            ImportReport report =
                    new Importer(file.resolveSibling("temporary"), () -> new PseudonymKey(1, 2))
                            .read(List.of(file), ImportOptions.FIND_OUT, target, Progress.NONE);
            check(target.isFinished() && !target.isAbandoned(), "not stored as a whole");
            check(target.rows() == report.record().imported(), target.rows() + " rows, " + report);
            check(report.record().imported() > 0, "an empty data set");
            return "imported";
        } catch (ProblemException refused) {
            Problem problem = refused.problem();
            check(
                    (target.isAbandoned() || !target.isAsked) && !target.isFinished(),
                    "refused, but stored: " + problem);
            check(problem.code().startsWith("import-"), "not of an import: " + problem);
            check(!problem.why().isBlank() && !problem.next().isBlank(), "unclear: " + problem);
            check(problem.oneLine().length() < 2_000, "too long: " + problem);
            return problem.code();
        }
    }

    /// Takes whatever a file holds.
    private static final class Asked implements ImportTarget {
        private final RecordedPageViews pageViews = new RecordedPageViews();
        private final RecordedAggregates aggregates = new RecordedAggregates();
        private boolean isAsked;

        @Override
        public PageViewSink pageViews() {
            isAsked = true;
            return pageViews;
        }

        @Override
        public AggregateSink aggregates() {
            isAsked = true;
            return aggregates;
        }

        boolean isFinished() {
            return pageViews.isFinished() || aggregates.isFinished();
        }

        boolean isAbandoned() {
            return pageViews.isAbandoned() || aggregates.isAbandoned();
        }

        long rows() {
            return (long) pageViews.rows() + aggregates.aggregates().size();
        }
    }

    private static void check(boolean holds, String otherwise) {
        if (!holds) {
            throw new AssertionError(otherwise);
        }
    }
}
