package dev.parallax.report;

import static dev.parallax.report.HtmlText.count;

import dev.parallax.metric.Dimension;
import dev.parallax.metric.Metric;
import dev.parallax.rum.Certificate;
import dev.parallax.rum.Dataset;
import dev.parallax.rum.ImportRecord.LeftOut;
import dev.parallax.rum.ImportRecord.MetricReport;
import dev.parallax.rum.ImportRecord.SourceFile;
import dev.parallax.rum.QualityFacts;
import dev.parallax.rum.QualityFacts.Day;
import dev.parallax.rum.QuarantinedValues;
import dev.parallax.rum.StoredImport;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A certificate as one HTML file without a script: every text is in the document as text, and a
/// content security policy forbids every request.
public final class CertificateHtml {
    private final Certificate certificate;
    private final HtmlText html = new HtmlText();

    private CertificateHtml(Certificate certificate) {
        this.certificate = certificate;
    }

    /// The whole document.
    public static String render(Certificate certificate) {
        return new CertificateHtml(certificate).document();
    }

    private String document() {
        html.tag(
                        """
                        <!doctype html>
                        <html lang="en">
                        <head>
                        <meta charset="utf-8">
                        <meta name="viewport" content="width=device-width, initial-scale=1">
                        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
                        """)
                .element("title", "Certificate of " + certificate.dataset().name())
                .tag("<style>")
                .tag(HtmlReport.resource("report.css"))
                .tag(HtmlReport.resource("certificate.css"))
                .tag("</style></head><body><main>\n");
        head();
        sum();
        leftOut("Records that could not be used", certificate.rejected());
        leftOut(
                isAggregate() ? "Records without figures" : "Records that are no page views",
                certificate.filtered());
        notes();
        metrics();
        QualityFacts facts = certificate.facts();
        if (facts != null) {
            time(facts);
            missing(facts);
            excluded(facts);
        }
        quarantine();
        files();
        return html.tag("</main></body></html>\n").toString();
    }

    private void head() {
        html.element("h1", certificate.dataset().name())
                .element(
                        "p class=\"muted\"",
                        "Quality certificate of "
                                + certificate.made().truncatedTo(ChronoUnit.SECONDS)
                                + ". Format "
                                + certificate.dataset().provenance().format()
                                + ", known from "
                                + switch (certificate.evidence()) {
                                    case SAMPLE -> "files that the product itself wrote.";
                                    case DOCUMENTATION ->
                                            "documentation only: no file of the product was at hand.";
                                    case OWN_MAPPING ->
                                            "the names of its columns, or a mapping of the user's own.";
                                });
    }

    private void sum() {
        var sum = certificate.sum();
        html.tag("<section><header>")
                .element("h2", "Every record")
                .tag("</header><p class=\"sum\">");
        figure(sum.read(), "records read", "");
        figure(sum.imported(), "imported", "=");
        figure(sum.merged(), "merged", "+");
        figure(sum.duplicates(), "duplicates", "+");
        figure(sum.rejected(), "rejected", "+");
        figure(sum.filtered(), "filtered", "+");
        html.tag("</p></section>\n");
    }

    private void figure(long count, String name, String sign) {
        html.element("span class=\"sign\"", sign)
                .tag("<span class=\"figure\">")
                .element("b", count(count))
                .element("i", name)
                .tag("</span>");
    }

    private void leftOut(String title, List<LeftOut> parts) {
        if (!parts.isEmpty()) {
            section(
                    title,
                    List.of("Reason", "#Records", "First"),
                    parts.stream()
                            .map(part -> List.of(part.reason(), count(part.count()), part.first()))
                            .toList());
        }
    }

    private void section(String title, List<String> header, List<List<String>> rows) {
        html.tag("<section><header>").element("h2", title).tag("</header>");
        html.table(header, rows).tag("</section>\n");
    }

    private void notes() {
        var notes = new ArrayList<>(certificate.suspicions());
        notes.addAll(certificate.warnings());
        if (!notes.isEmpty()) {
            html.tag("<section><header>")
                    .element("h2", "Look at this before you trust the numbers")
                    .tag("</header><ul>");
            notes.forEach(note -> html.element("li", note));
            html.tag("</ul></section>\n");
        }
    }

    private void metrics() {
        var rows = new ArrayList<List<String>>();
        for (Metric metric : certificate.metrics()) {
            for (MetricReport report : certificate.reports(metric)) {
                rows.add(
                        List.of(
                                metric.label(),
                                count(report.views()),
                                report.unit(),
                                report.proof(),
                                report.definition().key()));
            }
        }
        String counted = isAggregate() ? "#Distributions" : "#Page views";
        section(
                "Metrics",
                List.of("Metric", counted, "Unit in the source", "Proof", "Definition"),
                rows);
    }

    private boolean isAggregate() {
        return certificate.dataset().kind() == Dataset.Kind.AGGREGATES;
    }

    private void time(QualityFacts facts) {
        html.tag("<section><header>").element("h2", "Time").tag("</header>");
        if (facts.range() == null) {
            html.element("p", "No page view has a time.").tag("</section>\n");
            return;
        }
        html.element(
                "p",
                String.format(
                        Locale.ROOT,
                        "%s to %s; %,.0f page views on an average day; %,d without a time.",
                        facts.range().from(),
                        facts.range().to(),
                        facts.viewsADay(),
                        facts.withoutTime()));
        days(facts);
        if (facts.gapCount() == 0) {
            html.element("p", "No stretch without page views is longer than chance explains.");
        } else {
            html.table(
                    List.of("Gap from", "to", "#Length"),
                    facts.gaps().stream()
                            .map(gap ->
                                    List.of(
                                            gap.from().toString(),
                                            gap.to().toString(),
                                            length(gap.length())))
                            .toList());
        }
        html.tag("</section>\n");
    }

    private void days(QualityFacts facts) {
        long most = facts.days().stream().mapToLong(Day::views).max().orElse(1);
        html.tag("<p class=\"days\">");
        for (Day day : facts.days()) {
            html.tag(
                    String.format(
                            Locale.ROOT,
                            "<i style=\"height:%.1f%%\" title=\"%s: %,d\"></i>",
                            100.0 * day.views() / most,
                            day.day(),
                            day.views()));
        }
        html.tag("</p>");
    }

    private void missing(QualityFacts facts) {
        var rows = new ArrayList<List<String>>();
        for (Dimension dimension : Dimension.all()) {
            long count = facts.missing().getOrDefault(dimension, facts.rows());
            rows.add(List.of(dimension.label(), count(count), share(count, facts.rows())));
        }
        rows.add(row("Page", facts.withoutPage(), facts.rows()));
        rows.add(row("Session", facts.withoutSession(), facts.rows()));
        section("What is not known", List.of("Dimension", "#Page views", "#Share"), rows);
    }

    private static List<String> row(String name, long count, long all) {
        return List.of(name, count(count), share(count, all));
    }

    private static String share(long count, long all) {
        return all == 0 ? "–" : String.format(Locale.ROOT, "%.1f %%", 100.0 * count / all);
    }

    private void excluded(QualityFacts facts) {
        if (!facts.exclusions().isEmpty()) {
            section(
                    "Kept, but left out of every number",
                    List.of("Whose", "#Page views"),
                    facts.exclusions().entrySet().stream()
                            .sorted(java.util.Map.Entry.comparingByKey())
                            .map(entry -> List.of(entry.getKey().label(), count(entry.getValue())))
                            .toList());
        }
    }

    private void quarantine() {
        if (!certificate.quarantine().isEmpty()) {
            var rows = new ArrayList<List<String>>();
            for (QuarantinedValues values : certificate.quarantine()) {
                rows.add(
                        List.of(
                                values.metric().label(),
                                values.reason().label(),
                                count(values.count()),
                                count(values.restorable())));
            }
            section(
                    "Values that count as missing",
                    List.of("Metric", "Reason", "#Values", "#Could be put back"),
                    rows);
        }
    }

    private void files() {
        var rows = new ArrayList<List<String>>();
        for (StoredImport one : certificate.imports()) {
            for (SourceFile file : one.record().files()) {
                rows.add(
                        List.of(
                                one.imported().truncatedTo(ChronoUnit.SECONDS).toString(),
                                file.name(),
                                count(file.bytes()),
                                file.sha256()));
            }
        }
        section("Files", List.of("Imported", "File", "#Bytes", "SHA-256"), rows);
    }

    private static String length(Duration length) {
        return length.toHours() > 0
                ? "%d h %02d min".formatted(length.toHours(), length.toMinutesPart())
                : "%d min".formatted(length.toMinutes());
    }
}
