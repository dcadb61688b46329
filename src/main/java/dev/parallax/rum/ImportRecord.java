package dev.parallax.rum;

import dev.parallax.metric.Definition;
import dev.parallax.metric.Metric;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// What one import was: kept with the page views it brought. Each record that was read is counted
/// exactly once: read = imported + merged + duplicates + rejected + filtered.
///
/// @param format key of the import format: `csv`
/// @param evidence how well the format is known
/// @param files in the order they were read
/// @param rejected records that could not be used, by reason
/// @param filtered records that are sound but no page views, by reason
/// @param excluded imported page views that nobody lived through, by reason
/// @param metrics what was found of each metric
/// @param unusedColumns columns or members that mean nothing to the product
/// @param warnings what the user should know before trusting the numbers, a sentence each
public record ImportRecord(
        String format,
        Evidence evidence,
        List<SourceFile> files,
        Counts counts,
        List<LeftOut> rejected,
        List<LeftOut> filtered,
        List<LeftOut> excluded,
        List<MetricReport> metrics,
        List<String> unusedColumns,
        List<String> warnings) {

    /// How well a format is known.
    public enum Evidence {
        /// Files that the vendor's own product wrote.
        SAMPLE,
        DOCUMENTATION,
        /// The user said what each column means.
        OWN_MAPPING;

        /// The words in files and reports: `own mapping`.
        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    /// One file that was read.
    ///
    /// @param bytes as it lies on the disk
    /// @param sha256 of these bytes, 64 digits in lower case; empty where it is not known
    public record SourceFile(String name, long bytes, String sha256) {
        public SourceFile {
            if (!sha256.isEmpty() && !sha256.matches("[0-9a-f]{64}")) {
                throw new IllegalArgumentException("not a SHA-256: " + sha256);
            }
        }
    }

    /// What became of the records.
    ///
    /// @param read records: rows after the header, or JSON objects
    /// @param imported records that each became a page view
    /// @param merged records that added something to a page view that an earlier record had begun
    /// @param duplicates records that said nothing new
    public record Counts(long read, long imported, long merged, long duplicates) {}

    /// Records or values that were left out for one reason.
    ///
    /// @param reason in a few words
    /// @param count how many
    /// @param first where the first one is: `march.csv, line 17`
    /// @param firstLine its line, counted from 1
    public record LeftOut(String reason, long count, String first, long firstLine) {}

    /// What was found of one metric.
    ///
    /// @param views page views that have it
    /// @param definition whether the source measures as the product does
    /// @param unit the unit in the source: `s`
    /// @param proof how the unit is known: `from the header`
    /// @param ignored values that were not taken, by reason; their page views have none
    public record MetricReport(
            Metric metric,
            long views,
            Definition definition,
            String unit,
            String proof,
            List<LeftOut> ignored) {
        public MetricReport {
            ignored = List.copyOf(ignored);
        }

        private MetricReport withViews(long other) {
            return new MetricReport(metric, other, definition, unit, proof, ignored);
        }

        /// The unit and how it is known: `s (from the header)`.
        public String unitInWords() {
            return proof.isEmpty() ? unit : unit + " (" + proof + ")";
        }
    }

    public ImportRecord {
        files = List.copyOf(files);
        rejected = List.copyOf(rejected);
        filtered = List.copyOf(filtered);
        excluded = List.copyOf(excluded);
        metrics = List.copyOf(metrics);
        unusedColumns = List.copyOf(unusedColumns);
        warnings = List.copyOf(warnings);
        long accounted =
                counts.imported + counts.merged + counts.duplicates + sum(rejected) + sum(filtered);
        if (accounted != counts.read) {
            throw new IllegalArgumentException(
                    counts.read + " records read, " + accounted + " accounted for");
        }
    }

    /// A record of nothing but page views, each from one record.
    public static ImportRecord of(String format, long imported) {
        return new ImportRecord(
                format,
                Evidence.SAMPLE,
                List.of(),
                new Counts(imported, imported, 0, 0),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    /// The same with other numbers of page views that have each metric.
    ///
    /// @param views per metric; one that is left out has none
    public ImportRecord withViews(Map<Metric, Long> views) {
        var reports = new ArrayList<MetricReport>();
        for (MetricReport report : metrics) {
            reports.add(report.withViews(views.getOrDefault(report.metric(), 0L)));
        }
        for (Map.Entry<Metric, Long> entry : new TreeMap<>(views).entrySet()) {
            if (metrics.stream().noneMatch(report -> report.metric() == entry.getKey())) {
                reports.add(
                        new MetricReport(
                                entry.getKey(),
                                entry.getValue(),
                                Definition.UNKNOWN,
                                "",
                                "",
                                List.of()));
            }
        }
        return new ImportRecord(
                format,
                evidence,
                files,
                counts,
                rejected,
                filtered,
                excluded,
                reports,
                unusedColumns,
                warnings);
    }

    /// The same with more warnings.
    public ImportRecord withWarnings(List<String> more) {
        return new ImportRecord(
                format,
                evidence,
                files,
                counts,
                rejected,
                filtered,
                excluded,
                metrics,
                unusedColumns,
                Stream.concat(warnings.stream(), more.stream()).toList());
    }

    public long read() {
        return counts.read;
    }

    public long imported() {
        return counts.imported;
    }

    public long merged() {
        return counts.merged;
    }

    public long duplicates() {
        return counts.duplicates;
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
