package dev.parallax.importer;

import dev.parallax.importer.mapping.Mapping;
import dev.parallax.metric.Metric;
import dev.parallax.problem.ProblemException;
import dev.parallax.rum.Exclusion;
import dev.parallax.rum.ImportRecord;
import dev.parallax.rum.ImportRecord.LeftOut;
import dev.parallax.rum.ImportRecord.MetricReport;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What is told of an import once everything is read: where each record went, and what to know
/// before the numbers are trusted.
final class Account {
    /// A share of zeros above this is not believed to be measured.
    private static final double SUSPICIOUS_ZEROS = 0.05;

    private final List<RecordReader> readers;
    private final Tally tally;

    Account(List<RecordReader> readers, Tally tally) {
        this.readers = readers;
        this.tally = tally;
    }

    /// What is said when no record became a page view.
    ProblemException nothingUsable() {
        List<String> files = readers.stream().map(reader -> reader.source().name()).toList();
        if (tally.readCount() == 0) {
            return ImportProblems.nothingUsable(files, "it has a header but no rows");
        }
        LeftOut most =
                Stream.concat(tally.rejected().stream(), tally.filtered().stream())
                        .max(Comparator.comparingLong(LeftOut::count))
                        .orElseThrow();
        String why = ImportProblems.unusedRecords(tally.readCount(), most);
        return most.reason().equals(Reason.WEIGHT_NOT_POSITIVE.text())
                ? ImportProblems.noWeight(files, why)
                : ImportProblems.nothingUsable(files, why);
    }

    private void warn() {
        for (RecordReader reader : readers) {
            if (!reader.source().charset().equals(StandardCharsets.UTF_8)) {
                tally.warn(
                        reader.source().name() + " was read as " + reader.source().charset() + ".");
            }
        }
        warnOfNoMetric();
        for (Metric metric : List.of(Metric.FCP, Metric.LCP, Metric.DCL, Metric.LOAD)) {
            if (tally.zeros(metric) > SUSPICIOUS_ZEROS * tally.views(metric)) {
                tally.warn(
                        "%.0f %% of the values of %s are 0; where 0 stands for missing, they are too low."
                                .formatted(
                                        100.0 * tally.zeros(metric) / tally.views(metric),
                                        metric.shortName()));
            }
        }
        for (LeftOut excluded : tally.excluded()) {
            tally.warn(
                    "%,d of %,d page views are of %s; they are kept, and left out of every number unless asked for (include=%s)."
                            .formatted(
                                    excluded.count(),
                                    tally.importedCount(),
                                    excluded.reason(),
                                    Exclusion.byLabel(excluded.reason()).key()));
        }
        for (Metric metric : Metric.all()) {
            long ignored = tally.ignored(metric).stream().mapToLong(LeftOut::count).sum();
            if (ignored > 0) {
                tally.warn(
                        "%,d values of %s were not usable and count as missing."
                                .formatted(ignored, metric.shortName()));
            }
        }
    }

    private void warnOfNoMetric() {
        long without = tally.withoutMetricCount();
        if (without == tally.importedCount()) {
            tally.warn(
                    "No page view has a metric: of the %,d that came in none has a value that can be used."
                            .formatted(without));
        } else if (without > tally.importedCount() / 2) {
            tally.warn(
                    "%,d of %,d page views have no metric."
                            .formatted(without, tally.importedCount()));
        }
    }

    /// The record of the import.
    ///
    /// @param further warnings, a sentence each
    ImportRecord record(List<String> further) {
        warn();
        further.forEach(tally::warn);
        Mapping mapping = readers.getFirst().mapping();
        return new ImportRecord(
                mapping.format().key(),
                mapping.format().evidence(),
                readers.stream().map(reader -> reader.source().file()).distinct().toList(),
                new ImportRecord.Counts(
                        tally.readCount(),
                        tally.importedCount(),
                        tally.mergedCount(),
                        tally.duplicateCount()),
                tally.rejected(),
                tally.filtered(),
                tally.excluded(),
                Metric.all().stream()
                        .filter(metric ->
                                tally.views(metric) > 0 || !tally.ignored(metric).isEmpty())
                        .map(metric -> metric(metric, mapping))
                        .toList(),
                tally.unusedColumns(),
                tally.warnings());
    }

    private MetricReport metric(Metric metric, Mapping mapping) {
        List<FoundUnit> units =
                readers.stream()
                        .map(reader -> reader.units().get(metric))
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList();
        return new MetricReport(
                metric,
                tally.views(metric),
                mapping.definition(metric),
                units.size() == 1 ? units.getFirst().unit() : texts(units),
                units.size() == 1 ? units.getFirst().how() : "",
                tally.ignored(metric));
    }

    private static String texts(List<FoundUnit> units) {
        return units.stream().map(FoundUnit::text).collect(Collectors.joining("; "));
    }
}
