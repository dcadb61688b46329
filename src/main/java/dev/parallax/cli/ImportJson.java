package dev.parallax.cli;

import dev.parallax.rum.Dataset;
import dev.parallax.rum.ImportReport;
import java.util.List;

/// The JSON shape of an import's report, as `docs/cli.md` describes it.
final class ImportJson {
    private ImportJson() {}

    static JsonObject of(ImportReport report) {
        Dataset dataset = report.dataset();
        var metrics = JsonObject.empty();
        report.metrics()
                .forEach(metric ->
                        metrics.with(
                                metric.metric().key(),
                                JsonObject.of("unit", metric.metric().unit().symbol())
                                        .with("source", metric.unit())
                                        .with("definition", metric.definition().key())
                                        .with("count", metric.views())
                                        .with("ignored", parts(metric.ignored()))));
        return JsonObject.of("dataset", dataset.name())
                .with("format", dataset.provenance().format())
                .with("recordsRead", report.read())
                .with("pageViews", dataset.pageViews())
                .with("weight", dataset.weight())
                .with("imported", report.imported())
                .with("merged", report.merged())
                .with("duplicates", report.duplicates())
                .with("rejected", parts(report.rejected()))
                .with("filtered", parts(report.filtered()))
                .with("from", dataset.first() == null ? null : dataset.first().toString())
                .with("to", dataset.last() == null ? null : dataset.last().toString())
                .with("metrics", metrics)
                .with("unusedColumns", report.unusedColumns())
                .with("warnings", report.warnings());
    }

    private static List<JsonObject> parts(List<ImportReport.LeftOut> parts) {
        return parts.stream()
                .map(part ->
                        JsonObject.of("reason", part.reason())
                                .with("count", part.count())
                                .with("first", part.first()))
                .toList();
    }
}
