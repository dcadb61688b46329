package dev.parallax.rum;

import dev.parallax.metric.Definition;
import dev.parallax.metric.Metric;
import java.util.List;

/// What became of every record of an import. Each record that was read is counted exactly once:
/// read = imported + merged + duplicates + rejected + filtered.
///
/// @param dataset the data set that came into being
/// @param files names of the files, in the order they were read
/// @param read records: rows after the header, or JSON objects
/// @param imported records that each became a page view
/// @param merged records that added something to a page view that an earlier record had begun
/// @param duplicates records that said nothing new
/// @param rejected records that could not be used, by reason
/// @param filtered records that are sound but no page views, by reason
/// @param metrics what was found of each metric
/// @param unusedColumns columns or members that mean nothing to the product
/// @param warnings what the user should know before trusting the numbers, a sentence each
public record ImportReport(
        Dataset dataset,
        List<String> files,
        long read,
        long imported,
        long merged,
        long duplicates,
        List<LeftOut> rejected,
        List<LeftOut> filtered,
        List<MetricReport> metrics,
        List<String> unusedColumns,
        List<String> warnings) {

    /// Records or values that were left out for one reason.
    ///
    /// @param reason in a few words
    /// @param count how many
    /// @param first where the first one is: `march.csv, line 17`
    public record LeftOut(String reason, long count, String first) {}

    /// What was found of one metric.
    ///
    /// @param views page views that have it
    /// @param definition whether the source measures as the product does
    /// @param unit the unit in the source, and how it is known
    /// @param ignored values that were not taken, by reason; their page views have none
    public record MetricReport(
            Metric metric, long views, Definition definition, String unit, List<LeftOut> ignored) {
        public MetricReport {
            ignored = List.copyOf(ignored);
        }
    }

    public ImportReport {
        files = List.copyOf(files);
        rejected = List.copyOf(rejected);
        filtered = List.copyOf(filtered);
        metrics = List.copyOf(metrics);
        unusedColumns = List.copyOf(unusedColumns);
        warnings = List.copyOf(warnings);
        long accounted = imported + merged + duplicates + sum(rejected) + sum(filtered);
        if (accounted != read) {
            throw new IllegalArgumentException(
                    read + " records read, " + accounted + " accounted for");
        }
    }

    /// Records that could not be used.
    public long rejectedCount() {
        return sum(rejected);
    }

    /// Records that are sound but no page views.
    public long filteredCount() {
        return sum(filtered);
    }

    private static long sum(List<LeftOut> parts) {
        return parts.stream().mapToLong(LeftOut::count).sum();
    }
}
