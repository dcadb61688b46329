package dev.parallax.importer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import dev.parallax.metric.Definition;
import dev.parallax.metric.Metric;
import dev.parallax.metric.PageTemplate;
import dev.parallax.problem.ProblemException;
import dev.parallax.rum.Aggregate;
import dev.parallax.rum.Exclusion;
import dev.parallax.rum.ImportRecord;
import dev.parallax.rum.Segment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Real files, whose true answers were computed by other programs. They lie beside the repository
/// and not within it, so that this is the one suite that may be left out; [PresetsTest] has a small
/// file of our own for each format.
final class SamplesTest {
    private static final Path SAMPLES = Path.of("..", "shared", "samples");

    /// Some samples were recorded with automated browsers, which are left out of numbers by
    /// default.
    private static final Segment EVERYBODY = Segment.ALL.including(Set.copyOf(Exclusion.all()));

    @BeforeAll
    static void needsTheSamples() {
        Assumptions.assumeTrue(Files.isDirectory(SAMPLES), "no sample files beside the repository");
    }

    @ParameterizedTest
    @ValueSource(strings = {"selfrec-web-vitals-raw.ndjson", "selfrec-web-vitals-pageviews.ndjson"})
    void webVitals(String name) {
        ImportedFile imported = sample("web-vitals-ndjson/" + name);
        assertThat(imported.report().dataset().rows()).isEqualTo(14);
        metric(imported, Metric.TTFB, 14, 201.125);
        metric(imported, Metric.FCP, 14, 424);
        metric(imported, Metric.LCP, 14, 424);
        metric(imported, Metric.CLS, 14, 0.0355);
        metric(imported, Metric.INP, 11, 240);
        assertThat(imported.metric(Metric.LCP).definition()).isEqualTo(Definition.SAME);
        shopPages(imported);
    }

    @Test
    void webVitalsLinesAreAccountedFor() {
        ImportedFile raw = sample("web-vitals-ndjson/selfrec-web-vitals-raw.ndjson");
        counts(raw, "web-vitals", 67, 14, 53, 0);
    }

    @Test
    void adobe() {
        ImportedFile imported = sample("adobe-rum-bundles/bundles.json");
        ImportRecord record = imported.report().record();
        assertThat(record.counts()).isEqualTo(new ImportRecord.Counts(269, 269, 0, 0));
        // one of them is a bot: kept, but out of every number
        assertThat(ImportedFile.reasons(record.excluded())).hasSize(1);
        assertThat(imported.report().dataset().rows()).isEqualTo(269);
        assertThat(imported.report().dataset().pageViews()).isEqualTo(268);
        assertThat(imported.report().dataset().weight()).isEqualTo(24_173);
        assertThat(imported.report().dataset().first())
                .isEqualTo(Instant.parse("2024-01-01T00:00:00.111Z"));
        assertThat(imported.report().dataset().last())
                .isEqualTo(Instant.parse("2024-05-31T22:00:00.762Z"));
        metric(imported, Metric.LCP, 70, 1260);
        assertThat(imported.views().pages()).hasSize(59);
    }

    @Test
    void chromeReportOfAPage() {
        ImportedAggregates imported =
                ImportedAggregates.of(SAMPLES.resolve("crux-api/crux-record-2.json"));
        assertThat(imported.all()).hasSize(1);
        assertThat(imported.all().getFirst().key())
                .isEqualTo(
                        new Aggregate.Key(
                                Aggregate.Scope.URL,
                                "https://github.com/marketplace",
                                "desktop",
                                "4g",
                                "",
                                LocalDate.of(2023, 9, 15),
                                LocalDate.of(2023, 10, 12)));
        p75(imported, 895, 809, 50, 550, 0.02);
        assertThat(imported.distribution(0, Metric.LCP).bins().getFirst().share())
                .isEqualTo(0.9799, offset(0.00005));
    }

    @Test
    void chromeReportOfAnOrigin() {
        ImportedAggregates imported =
                ImportedAggregates.of(SAMPLES.resolve("crux-api/crux-record-3.json"));
        assertThat(imported.all()).hasSize(1);
        assertThat(imported.all().getFirst().key().scope()).isEqualTo(Aggregate.Scope.ORIGIN);
        assertThat(imported.all().getFirst().key().site()).isEqualTo("https://github.com");
        assertThat(imported.all().getFirst().key().formFactor()).isEqualTo("phone");
        p75(imported, 2312, 1934, 272, 1039, 0.02);
        assertThat(imported.distribution(0, Metric.LCP).bins())
                .extracting(bin -> Math.round(bin.share() * 10_000) / 10_000.0)
                .containsExactly(0.79, 0.1353, 0.0747);
    }

    private static void p75(
            ImportedAggregates imported,
            double lcp,
            double fcp,
            double inp,
            double ttfb,
            double cls) {
        assertThat(imported.p75(0, Metric.LCP)).isEqualTo(lcp);
        assertThat(imported.p75(0, Metric.FCP)).isEqualTo(fcp);
        assertThat(imported.p75(0, Metric.INP)).isEqualTo(inp);
        assertThat(imported.p75(0, Metric.TTFB)).isEqualTo(ttfb);
        assertThat(imported.p75(0, Metric.CLS)).isEqualTo(cls);
    }

    @Test
    void boomerang() {
        ImportedFile imported = sample("boomerang/selfrec-boomerang-access.log");
        assertThat(imported.report().record().read()).isEqualTo(32);
        assertThat(imported.report().dataset().rows()).isEqualTo(16);
        metric(imported, Metric.LOAD, 16, 836);
        metric(imported, Metric.LCP, 15, 536);
        metric(imported, Metric.INP, 12, 264);
        shopPages(imported);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "all-fields.json.lines",
                "empty-fields.json.lines",
                "missing-fields.json.lines",
                "mob-dl-float.json.lines"
            })
    void boomerangInJson(String name) {
        ImportedFile imported = sample("boomerang/" + name);
        assertThat(imported.report().record().format()).isEqualTo("boomerang");
        assertThat(imported.report().dataset().rows()).isOne();
        metric(imported, Metric.TTFB, 1, 1300);
        metric(imported, Metric.FCP, 1, 1618);
        metric(imported, Metric.LCP, 1, 2233);
    }

    @Test
    void faro() {
        ImportedFile imported = sample("grafana-faro/selfrec-faro-collect.ndjson");
        assertThat(imported.report().record().read()).isEqualTo(60);
        metric(imported, Metric.FCP, 16, 528);
        metric(imported, Metric.LCP, 15, 478);
        metric(imported, Metric.INP, 11, 240);
        metric(imported, Metric.TTFB, 16, 269.025);
        shopPages(imported);
    }

    @Test
    void openTelemetry() {
        ImportedFile imported = sample("opentelemetry/selfrec-otlp-traces.ndjson");
        counts(imported, "otlp", 135, 16, 16, 103);
        metric(imported, Metric.LOAD, 16, 834.375);
    }

    @Test
    void elasticAgentTraffic() {
        ImportedFile imported = sample("elastic-apm-rum/selfrec-elastic-rum-intake-v2.ndjson");
        counts(imported, "elastic", 179, 9, 0, 170);
        metric(imported, Metric.LCP, 9, 552);
    }

    @ParameterizedTest
    @CsvSource({
        "TestRUMRoutingIntegration.approved.json, elastic, 9, 8",
        "rum_events.ndjson, elastic-v3, 2, 1"
    })
    void elasticPageLoad(String name, String format, long read, long filtered) {
        ImportedFile imported = sample("elastic-apm-rum/" + name);
        counts(imported, format, read, 1, 0, filtered);
        metric(imported, Metric.LOAD, 1, 295);
        metric(imported, Metric.LCP, 1, 131.03);
        metric(imported, Metric.FCP, 1, 70.825);
        metric(imported, Metric.TTFB, 1, 5);
        metric(imported, Metric.CLS, 1, 1);
    }

    @Test
    void datadogView() {
        ImportedFile imported = sample("datadog-rum/format-sample-view.json");
        counts(imported, "datadog", 1, 1, 0, 0);
        metric(imported, Metric.LCP, 1, 20);
        metric(imported, Metric.FCP, 1, 420.725);
        metric(imported, Metric.CLS, 1, 0.1);
        metric(imported, Metric.INP, 1, 20);
        assertThat(imported.values(Metric.TTFB)).isEmpty();
        assertThat(imported.report().dataset().first())
                .isEqualTo(Instant.parse("2020-06-04T15:18:44.940Z"));
    }

    @Test
    void sentry() {
        ImportedFile imported = sample("sentry/react-transaction.excerpt.json");
        counts(imported, "sentry", 1, 1, 0, 0);
        metric(imported, Metric.LCP, 1, 4589.822);
        metric(imported, Metric.FCP, 1, 3384.356);
    }

    /// What has no page view with a timing is refused, and the message says why.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "generic-csv/sp_phase1_csv4.csv|none of its columns is a metric",
                "generic-csv/sp_csv5_SIandPSI.csv|none of its columns is a metric",
                "ga4/ga4-first_visit.ndjson|no web vital",
                "opentelemetry/otlp-documentLoad-bad-timestamps.json|time cannot be read",
                "grafana-faro/faro-payload.json|no web vital among its measurements",
                "grafana-faro/faro-payload_2.json|no web vital among its measurements",
                "grafana-faro/faro-otelcol-logfmt.log|not a measurement",
                "grafana-faro/faro-alloy-logfmt.log|not a measurement",
                "datadog-rum/api-v2-list-page1.json|another kind of event",
                "datadog-rum/api-v2-search-page2.json|another kind of event",
                "datadog-rum/format-sample-action.json|another kind of event",
                "datadog-rum/format-sample-resource.json|another kind of event",
                "datadog-rum/api-v2-list-page3.json|no record",
                "datadog-rum/api-v2-search-page3.json|no record",
                "sentry/transactions_1_basic_insert_dev.json|no web vitals",
                "sentry/transactions_1_nodejs.json|no web vitals",
                "sentry/buffered-segments_1_basic_buffered_segment.json|spans",
                "w3c-navtiming/google.com.resourcetiming.log|none of its columns is a metric",
                "w3c-navtiming/browsertime-timings.json|no web vitals",
                "adobe-rum-bundles/cwv_result-for-urls.json|summaries",
                "adobe-rum-bundles/cwv_result-for-url-patterns.json|summaries"
            })
    void refuses(String name, String why) {
        Path file = SAMPLES.resolve(name);
        assertThatThrownBy(() -> ImportedFile.of(file))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining(why);
    }

    /// The journeys and lab results among the samples are no real users' data.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "har|HAR recording|journey",
                "devtools-recorder|Chrome DevTools|journey",
                "selenium-ide|Selenium IDE|journey",
                "postman|Postman|journey",
                "openapi|OpenAPI|journey",
                "lighthouse|Lighthouse|real users",
                "webpagetest|WebPageTest|real users",
                "jmeter-jtl|JMeter|real users"
            })
    void refusesLookAlikes(String folder, String what, String next) throws IOException {
        try (Stream<Path> files = Files.list(SAMPLES.resolve(folder))) {
            List<Path> all = files.sorted().toList();
            assertThat(all).isNotEmpty();
            int named = 0;
            for (Path file : all) {
                String message = refusal(file);
                named += message.contains(what) && message.contains(next) ? 1 : 0;
            }
            assertThat(named).as(folder).isGreaterThanOrEqualTo((all.size() + 1) / 2);
        }
    }

    /// Whatever lies there: an import, or one clear problem.
    @Test
    void nothingFailsOtherwise() throws IOException {
        try (Stream<Path> files = Files.walk(SAMPLES, 2)) {
            files.filter(Files::isRegularFile).forEach(SamplesTest::importOrRefuse);
        }
    }

    private static void importOrRefuse(Path file) {
        try {
            ImportRecord record = ImportedFile.of(file).report().record();
            assertThat(record.imported()).as(file.toString()).isPositive();
        } catch (ProblemException refused) {
            assertThat(refused.problem().code()).as(file.toString()).startsWith("import-");
        }
    }

    private static String refusal(Path file) {
        try {
            ImportedFile.of(file);
            throw new AssertionError("imported " + file);
        } catch (ProblemException refused) {
            return refused.getMessage();
        }
    }

    private static ImportedFile sample(String name) {
        return ImportedFile.of(SAMPLES.resolve(name));
    }

    private static void metric(ImportedFile imported, Metric metric, int views, double p75) {
        assertThat(imported.metric(metric).views()).as(metric.key()).isEqualTo(views);
        assertThat(imported.p75(metric, EVERYBODY)).as(metric.key()).isEqualTo(p75, offset(0.051));
    }

    private static void counts(
            ImportedFile imported,
            String format,
            long read,
            long views,
            long merged,
            long filtered) {
        ImportRecord record = imported.report().record();
        assertThat(record.format()).isEqualTo(format);
        assertThat(record.read()).isEqualTo(read);
        assertThat(imported.report().dataset().rows()).isEqualTo(views);
        assertThat(record.merged()).isEqualTo(merged);
        assertThat(record.filtered().stream().mapToLong(ImportRecord.LeftOut::count).sum())
                .isEqualTo(filtered);
    }

    private static void shopPages(ImportedFile imported) {
        assertThat(imported.views().pages())
                .extracting(PageTemplate::path)
                .containsExactlyInAnyOrder("/", "/catalogue", "/product/:id", "/checkout");
    }
}
