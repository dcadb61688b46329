package dev.parallax.report;

import dev.parallax.metric.Dimension;
import dev.parallax.metric.Metric;
import dev.parallax.rum.Certificate;
import dev.parallax.rum.Dataset;
import dev.parallax.rum.ImportRecord;
import dev.parallax.rum.ImportRecord.LeftOut;
import dev.parallax.rum.QualityFacts;
import dev.parallax.rum.StoredImport;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// A certificate as JSON; `docs/cli.md` describes the shape.
public final class CertificateJson {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private CertificateJson() {}

    /// The document, indented for people.
    public static String of(Certificate certificate) {
        var document = new LinkedHashMap<String, @Nullable Object>();
        var sum = certificate.sum();
        document.put("dataset", certificate.dataset().name());
        document.put("made", certificate.made().toString());
        document.put("evidence", certificate.evidence().key());
        document.put("recordsRead", sum.read());
        document.put("imported", sum.imported());
        document.put("merged", sum.merged());
        document.put("duplicates", sum.duplicates());
        document.put("rejected", parts(certificate.rejected()));
        document.put("filtered", parts(certificate.filtered()));
        document.put("pageViews", certificate.dataset().pageViews());
        document.put("weight", certificate.dataset().weight());
        document.put("excluded", parts(certificate.excluded()));
        document.put("imports", certificate.imports().stream().map(CertificateJson::one).toList());
        document.put("metrics", metrics(certificate));
        document.put("quarantine", quarantine(certificate));
        document.put("warnings", certificate.warnings());
        document.put("suspicions", certificate.suspicions());
        QualityFacts facts = certificate.facts();
        document.put("quality", facts == null ? null : quality(facts));
        return JSON.writeValueAsString(document);
    }

    private static List<Map<String, Object>> parts(List<LeftOut> parts) {
        return parts.stream()
                .map(part -> {
                    var member = new LinkedHashMap<String, Object>();
                    member.put("reason", part.reason());
                    member.put("count", part.count());
                    member.put("first", part.first());
                    member.put("firstLine", part.firstLine());
                    return (Map<String, Object>) member;
                })
                .toList();
    }

    private static Map<String, @Nullable Object> one(StoredImport one) {
        ImportRecord record = one.record();
        var members = new LinkedHashMap<String, @Nullable Object>();
        members.put("import", one.id());
        members.put("at", one.imported().toString());
        members.put("format", record.format());
        members.put("evidence", record.evidence().key());
        members.put(
                "files",
                record.files().stream()
                        .map(file ->
                                Map.of(
                                        "name", file.name(),
                                        "bytes", file.bytes(),
                                        "sha256", file.sha256()))
                        .toList());
        members.put("recordsRead", record.read());
        members.put("imported", record.imported());
        members.put("merged", record.merged());
        members.put("duplicates", record.duplicates());
        members.put("rejected", record.rejectedCount());
        members.put("filtered", record.filteredCount());
        members.put("unusedColumns", record.unusedColumns());
        return members;
    }

    private static Map<String, Object> metrics(Certificate certificate) {
        var metrics = new LinkedHashMap<String, Object>();
        for (Metric metric : certificate.metrics()) {
            metrics.put(
                    metric.key(),
                    certificate.reports(metric).stream()
                            .map(report -> {
                                var members = new LinkedHashMap<String, Object>();
                                members.put(
                                        certificate.dataset().kind() == Dataset.Kind.AGGREGATES
                                                ? "distributions"
                                                : "pageViews",
                                        report.views());
                                members.put("definition", report.definition().key());
                                members.put("sourceUnit", report.unit());
                                members.put("proof", report.proof());
                                members.put("ignored", parts(report.ignored()));
                                return members;
                            })
                            .toList());
        }
        return metrics;
    }

    private static List<Map<String, Object>> quarantine(Certificate certificate) {
        return certificate.quarantine().stream()
                .map(values -> {
                    var members = new LinkedHashMap<String, Object>();
                    members.put("import", values.importId());
                    members.put("metric", values.metric().key());
                    members.put("reason", values.reason().key());
                    members.put("count", values.count());
                    members.put("restorable", values.restorable());
                    return (Map<String, Object>) members;
                })
                .toList();
    }

    private static Map<String, @Nullable Object> quality(QualityFacts facts) {
        var members = new LinkedHashMap<String, @Nullable Object>();
        members.put("rows", facts.rows());
        members.put("weight", facts.weight());
        members.put("nEff", facts.effective());
        members.put("from", facts.range() == null ? null : facts.range().from().toString());
        members.put("to", facts.range() == null ? null : facts.range().to().toString());
        members.put("viewsADay", facts.viewsADay());
        members.put("withoutTime", facts.withoutTime());
        members.put("withoutPage", facts.withoutPage());
        members.put("withoutSession", facts.withoutSession());
        members.put("gapCount", facts.gapCount());
        members.put("gapSeconds", facts.inGaps().toSeconds());
        members.put(
                "gaps",
                facts.gaps().stream()
                        .map(gap ->
                                Map.of("from", gap.from().toString(), "to", gap.to().toString()))
                        .toList());
        var missing = new LinkedHashMap<String, Long>();
        for (Dimension dimension : Dimension.all()) {
            Optional.ofNullable(facts.missing().get(dimension))
                    .ifPresent(count -> missing.put(dimension.key(), count));
        }
        members.put("missing", missing);
        members.put(
                "excluded",
                facts.exclusions().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .collect(
                                Collectors.toMap(
                                        entry -> entry.getKey().key(),
                                        Map.Entry::getValue,
                                        (one, _) -> one,
                                        LinkedHashMap::new)));
        return members;
    }
}
