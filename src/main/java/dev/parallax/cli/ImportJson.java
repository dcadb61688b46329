package dev.parallax.cli;

import dev.parallax.rum.Dataset;
import dev.parallax.rum.ImportRecord;
import dev.parallax.rum.ImportReport;
import java.util.List;

/// The JSON shape of an import's report, as `docs/cli.md` describes it.
final class ImportJson {
    private ImportJson() {}

    static JsonObject of(ImportReport report) {
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
                                        .with("ignored", parts(metric.ignored()))));
        return JsonObject.of("dataset", dataset.name())
                .with("format", record.format())
                .with("recordsRead", record.read())
                .with("pageViews", dataset.pageViews())
                .with("weight", dataset.weight())
                .with("imported", record.imported())
                .with("merged", record.merged())
                .with("duplicates", record.duplicates())
                .with("rejected", parts(record.rejected()))
                .with("filtered", parts(record.filtered()))
                .with("from", dataset.first() == null ? null : dataset.first().toString())
                .with("to", dataset.last() == null ? null : dataset.last().toString())
                .with("metrics", metrics)
                .with("unusedColumns", record.unusedColumns())
                .with("warnings", record.warnings());
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
