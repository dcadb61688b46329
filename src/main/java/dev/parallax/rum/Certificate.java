package dev.parallax.rum;

import dev.parallax.metric.Metric;
import dev.parallax.rum.ImportRecord.LeftOut;
import dev.parallax.rum.ImportRecord.MetricReport;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// How far a data set can be trusted: what became of every record of its sources, and what its rows
/// say of their own quality.
///
/// @param made when it was drawn up
/// @param imports the oldest first
/// @param quarantine values that count as missing because they cannot be true
/// @param facts what the rows say; null for a data set of aggregates, which has none
/// @param suspicions what looks wrong in the rows, a sentence each
public record Certificate(
        Dataset dataset,
        Instant made,
        List<StoredImport> imports,
        List<QuarantinedValues> quarantine,
        @Nullable QualityFacts facts,
        List<String> suspicions) {
    public Certificate {
        imports = List.copyOf(imports);
        quarantine = List.copyOf(quarantine);
        suspicions = List.copyOf(suspicions);
    }

    /// What became of the records of all imports together; it adds up, as each import does.
    ///
    /// @param rejected records that could not be used
    /// @param filtered records that are sound but no page views
    public record Sum(
            long read, long imported, long merged, long duplicates, long rejected, long filtered) {}

    public Sum sum() {
        return imports.stream()
                .map(StoredImport::record)
                .map(one ->
                        new Sum(
                                one.read(),
                                one.imported(),
                                one.merged(),
                                one.duplicates(),
                                one.rejectedCount(),
                                one.filteredCount()))
                .reduce(
                        new Sum(0, 0, 0, 0, 0, 0),
                        (one, other) ->
                                new Sum(
                                        one.read + other.read,
                                        one.imported + other.imported,
                                        one.merged + other.merged,
                                        one.duplicates + other.duplicates,
                                        one.rejected + other.rejected,
                                        one.filtered + other.filtered));
    }

    /// Records that could not be used, by reason, the most frequent first.
    public List<LeftOut> rejected() {
        return together(ImportRecord::rejected);
    }

    /// Records that are sound but no page views, by reason.
    public List<LeftOut> filtered() {
        return together(ImportRecord::filtered);
    }

    /// Imported page views that nobody lived through, by reason.
    public List<LeftOut> excluded() {
        return together(ImportRecord::excluded);
    }

    private List<LeftOut> together(Function<ImportRecord, List<LeftOut>> parts) {
        Map<String, LeftOut> byReason = new LinkedHashMap<>();
        for (StoredImport one : imports) {
            for (LeftOut part : parts.apply(one.record())) {
                byReason.merge(
                        part.reason(),
                        part,
                        (first, more) ->
                                new LeftOut(
                                        first.reason(),
                                        first.count() + more.count(),
                                        first.first(),
                                        first.firstLine()));
            }
        }
        return byReason.values().stream()
                .sorted(
                        Comparator.comparingLong(LeftOut::count)
                                .reversed()
                                .thenComparing(LeftOut::reason))
                .toList();
    }

    /// What the imports found of one metric, one entry for each that has it.
    public List<MetricReport> reports(Metric metric) {
        return imports.stream()
                .flatMap(one -> one.record().metrics().stream())
                .filter(report -> report.metric() == metric)
                .toList();
    }

    /// The metrics that any import has, in their usual order.
    public List<Metric> metrics() {
        return Metric.all().stream().filter(metric -> !reports(metric).isEmpty()).toList();
    }

    /// What every import said should be known, without repetition.
    public List<String> warnings() {
        return imports.stream()
                .flatMap(one -> one.record().warnings().stream())
                .distinct()
                .toList();
    }

    /// How well the formats are known: the least favourable one.
    public ImportRecord.Evidence evidence() {
        List<ImportRecord.Evidence> all =
                imports.stream().map(one -> one.record().evidence()).toList();
        if (all.contains(ImportRecord.Evidence.OWN_MAPPING)) {
            return ImportRecord.Evidence.OWN_MAPPING;
        }
        return all.contains(ImportRecord.Evidence.DOCUMENTATION)
                ? ImportRecord.Evidence.DOCUMENTATION
                : ImportRecord.Evidence.SAMPLE;
    }
}
