package dev.parallax.store;

import dev.parallax.metric.Definition;
import dev.parallax.metric.Metric;
import dev.parallax.rum.ImportRecord;
import dev.parallax.rum.ImportRecord.Counts;
import dev.parallax.rum.ImportRecord.Evidence;
import dev.parallax.rum.ImportRecord.LeftOut;
import dev.parallax.rum.ImportRecord.MetricReport;
import dev.parallax.rum.ImportRecord.SourceFile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The JSON in the table `import`. Members that are missing count as empty, those of later versions
/// are passed over.
final class ImportRecordJson {
    private static final JsonMapper JSON = JsonMapper.shared();

    private ImportRecordJson() {}

    static String write(ImportRecord record) {
        ObjectNode node = JSON.createObjectNode();
        node.put("format", record.format())
                .put("evidence", record.evidence().key())
                .put("read", record.read())
                .put("imported", record.imported())
                .put("merged", record.merged())
                .put("duplicates", record.duplicates());
        ArrayNode files = node.putArray("files");
        record.files()
                .forEach(file ->
                        files.addObject()
                                .put("name", file.name())
                                .put("bytes", file.bytes())
                                .put("sha256", file.sha256()));
        write(node.putArray("rejected"), record.rejected());
        write(node.putArray("filtered"), record.filtered());
        write(node.putArray("excluded"), record.excluded());
        ArrayNode metrics = node.putArray("metrics");
        for (MetricReport report : record.metrics()) {
            ObjectNode metric =
                    metrics.addObject()
                            .put("metric", report.metric().key())
                            .put("views", report.views())
                            .put("definition", report.definition().key())
                            .put("unit", report.unit())
                            .put("proof", report.proof());
            write(metric.putArray("ignored"), report.ignored());
        }
        record.unusedColumns().forEach(node.putArray("unusedColumns")::add);
        record.warnings().forEach(node.putArray("warnings")::add);
        return JSON.writeValueAsString(node);
    }

    private static void write(ArrayNode into, List<LeftOut> parts) {
        parts.forEach(part ->
                into.addObject()
                        .put("reason", part.reason())
                        .put("count", part.count())
                        .put("first", part.first())
                        .put("firstLine", part.firstLine()));
    }

    static ImportRecord read(String json) {
        JsonNode node = JSON.readTree(json);
        return new ImportRecord(
                node.path("format").asString(""),
                evidence(node.path("evidence").asString("")),
                files(node.path("files")),
                new Counts(
                        node.path("read").asLong(0),
                        node.path("imported").asLong(0),
                        node.path("merged").asLong(0),
                        node.path("duplicates").asLong(0)),
                parts(node.path("rejected")),
                parts(node.path("filtered")),
                parts(node.path("excluded")),
                metrics(node.path("metrics")),
                texts(node.path("unusedColumns")),
                texts(node.path("warnings")));
    }

    private static Evidence evidence(String key) {
        return Arrays.stream(Evidence.values())
                .filter(evidence -> evidence.key().equals(key))
                .findFirst()
                .orElse(Evidence.DOCUMENTATION);
    }

    private static List<SourceFile> files(JsonNode nodes) {
        var files = new ArrayList<SourceFile>();
        nodes.forEach(node ->
                files.add(
                        new SourceFile(
                                node.path("name").asString(""),
                                node.path("bytes").asLong(0),
                                node.path("sha256").asString(""))));
        return files;
    }

    private static List<LeftOut> parts(JsonNode nodes) {
        var parts = new ArrayList<LeftOut>();
        nodes.forEach(node ->
                parts.add(
                        new LeftOut(
                                node.path("reason").asString(""),
                                node.path("count").asLong(0),
                                node.path("first").asString(""),
                                node.path("firstLine").asLong(0))));
        return parts;
    }

    private static List<MetricReport> metrics(JsonNode nodes) {
        var metrics = new ArrayList<MetricReport>();
        for (JsonNode node : nodes) {
            Optional<Metric> metric = Metric.byKey(node.path("metric").asString(""));
            metric.ifPresent(found ->
                    metrics.add(
                            new MetricReport(
                                    found,
                                    node.path("views").asLong(0),
                                    definition(node.path("definition").asString("unknown")),
                                    node.path("unit").asString(""),
                                    node.path("proof").asString(""),
                                    parts(node.path("ignored")))));
        }
        return metrics;
    }

    private static Definition definition(String key) {
        return Definition.valueOf(key.toUpperCase(Locale.ROOT));
    }

    private static List<String> texts(JsonNode nodes) {
        var texts = new ArrayList<String>();
        nodes.forEach(node -> texts.add(node.asString("")));
        return texts;
    }
}
