package dev.parallax.cli;

import dev.parallax.metric.Metric;
import dev.parallax.rum.AggregateSummary;
import dev.parallax.rum.Dataset;
import dev.parallax.rum.ImportRecord;
import dev.parallax.rum.ImportReport;
import dev.parallax.service.ImportFigures.Figures;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/// The JSON shape of an import's report, as `docs/cli.md` describes it.
final class ImportJson {
    private ImportJson() {}

    /// The report of an import of aggregates: the 75th percentiles are the source's, and there are
    /// no other figures.
    static JsonObject ofAggregates(ImportReport report, AggregateSummary summary) {
        return of(report, Map.of(), summary.p75())
                .with("distributions", summary.distributions())
                .with("pages", summary.sites());
    }

    static JsonObject of(ImportReport report, Map<Metric, Figures> figures) {
        return of(report, figures, Map.of());
    }

    private static JsonObject of(
            ImportReport report, Map<Metric, Figures> figures, Map<Metric, Double> given) {
        Dataset dataset = report.dataset();
        ImportRecord record = report.record();
        var metrics = JsonObject.empty();
        record.metrics()
                .forEach(metric ->
                        metrics.with(
                                metric.metric().key(),
                                JsonObject.of("unit", metric.metric().unit().symbol())
                                        .with("source", metric.unitInWords())
                                        .with("definition", metric.definition().key())
                                        .with("count", metric.views())
                                        .with("p50", figure(figures, metric, Figures::p50))
                                        .with(
                                                "p75",
                                                given.getOrDefault(
                                                        metric.metric(),
                                                        figure(figures, metric, Figures::p75)))
                                        .with("p95", figure(figures, metric, Figures::p95))
                                        .with("weightedP75", weighted(figures, metric))
                                        .with("ignored", parts(metric.ignored()))));
        return JsonObject.of("dataset", dataset.name())
                .with("format", record.format())
                .with("kind", DatasetWords.kind(dataset))
                .with("recordsRead", record.read())
                .with("pageViews", DatasetWords.storedPageViews(dataset))
                .with("weight", dataset.weight())
                .with("imported", record.imported())
                .with("merged", record.merged())
                .with("duplicates", record.duplicates())
                .with("rejected", parts(record.rejected()))
                .with("filtered", parts(record.filtered()))
                .with("excluded", parts(record.excluded()))
                .with("from", dataset.first() == null ? null : dataset.first().toString())
                .with("to", dataset.last() == null ? null : dataset.last().toString())
                .with("metrics", metrics)
                .with("unusedColumns", record.unusedColumns())
                .with("warnings", record.warnings());
    }

    private static @Nullable Double figure(
            Map<Metric, Figures> figures,
            ImportRecord.MetricReport metric,
            ToDoubleFunction<Figures> which) {
        Figures found = figures.get(metric.metric());
        return found == null ? null : which.applyAsDouble(found);
    }

    private static @Nullable Double weighted(
            Map<Metric, Figures> figures, ImportRecord.MetricReport metric) {
        Figures found = figures.get(metric.metric());
        return found == null || found.weightedP75().isEmpty()
                ? null
                : (Double) found.weightedP75().getAsDouble();
    }

    private static List<JsonObject> parts(List<ImportRecord.LeftOut> parts) {
        return parts.stream()
                .map(part ->
                        JsonObject.of("reason", part.reason())
                                .with("count", part.count())
                                .with("first", part.first())
                                .with("firstLine", part.firstLine()))
                .toList();
    }
}
