package dev.parallax.importer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parallax.metric.Dimension;
import dev.parallax.metric.Metric;
import dev.parallax.metric.PageTemplate;
import dev.parallax.rum.ImportRecord;
import dev.parallax.rum.ImportRecord.Evidence;
import dev.parallax.rum.Segment;
import dev.parallax.rum.ValueCount;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A small file of our own for each bundled format, with the product's page seen once or more and
/// some record that is no page view.
final class PresetsTest {
    private static final String FILES =
            """
            adobe.json              | adobe           | 2 | 2 | 0 | 0 | 0 | ttfb 0, lcp 1300.5, cls 0.12
            azure-csv.csv           | azure-csv       | 2 | 2 | 0 | 0 | 0 | ttfb 200.5, lcp 2100, load 1800
            azure-json.ndjson       | azure-json      | 3 | 2 | 0 | 0 | 1 | ttfb 200.5, load 1800
            azure.json              | azure           | 3 | 2 | 0 | 0 | 1 | ttfb 200.5, lcp 2100, load 1800
            boomerang.log           | boomerang       | 3 | 1 | 1 | 0 | 1 | ttfb 210, lcp 1300, cls 0.12, inp 96, load 1500
            csv.csv                 | csv             | 1 | 1 | 0 | 0 | 0 | lcp 1300, cls 0.12
            datadog-csv.csv         | datadog-csv     | 3 | 2 | 0 | 0 | 1 | ttfb 205, lcp 1987.5, cls 0.0925
            datadog.json            | datadog         | 3 | 1 | 1 | 0 | 1 | ttfb 210, lcp 1300, cls 0.12
            dynatrace-csv.csv       | dynatrace-csv   | 2 | 1 | 0 | 0 | 1 | lcp 1300
            dynatrace-table.json    | dynatrace-table | 3 | 2 | 0 | 0 | 1 | lcp 1300
            dynatrace.ndjson        | dynatrace       | 5 | 2 | 0 | 0 | 3 | ttfb 175, lcp 1200, cls 0.12, dcl 700, load 1500
            elastic-csv.csv         | elastic-csv     | 3 | 2 | 0 | 0 | 1 | lcp 1300.5, cls 0.12, load 1350
            elastic-v3.ndjson       | elastic-v3      | 2 | 1 | 0 | 0 | 1 | ttfb 210, fcp 900, lcp 1300.5, cls 0.12, load 1500
            elastic.ndjson          | elastic         | 3 | 2 | 0 | 0 | 1 | ttfb 210, lcp 1300.5, cls 0.12, load 1350
            faro-logfmt.log         | faro-logfmt     | 4 | 1 | 1 | 0 | 2 | lcp 1300.5, cls 0.12
            faro.ndjson             | faro            | 3 | 1 | 1 | 0 | 1 | ttfb 210, lcp 1300.5, cls 0.12
            ga4-csv.csv             | ga4-csv         | 4 | 2 | 1 | 0 | 1 | lcp 2100.5, cls 0.12
            ga4.ndjson              | ga4             | 5 | 3 | 1 | 0 | 1 | lcp 2100.5, cls 0.12, inp 96
            newrelic-csv.csv        | newrelic-csv    | 3 | 3 | 0 | 0 | 0 | lcp 2100, cls 0.12, inp 96
            newrelic-pageview.json  | newrelic        | 2 | 2 | 0 | 0 | 0 | ttfb 350, load 2250
            newrelic.json           | newrelic        | 5 | 4 | 0 | 0 | 1 | fcp 900, lcp 2100, cls 0.12, inp 96
            otlp-logs.ndjson        | otlp-logs       | 5 | 3 | 1 | 0 | 1 | lcp 1300.5, cls 0.12, inp 96
            otlp.ndjson             | otlp            | 3 | 1 | 1 | 0 | 1 | ttfb 210, fcp 900, load 1500
            sentry-csv.csv          | sentry-csv      | 2 | 1 | 0 | 0 | 1 | fcp 900, lcp 1300.5
            sentry-events.json      | sentry-events   | 2 | 2 | 0 | 0 | 0 | lcp 1300.5, cls 0.0925
            sentry.json             | sentry          | 1 | 1 | 0 | 0 | 0 | lcp 1300.5, cls 0.12
            snowplow-json.ndjson    | snowplow-json   | 2 | 1 | 0 | 0 | 1 | ttfb 210, fcp 900.5, lcp 1300, cls 0.12, inp 96
            snowplow.tsv            | snowplow        | 3 | 1 | 0 | 1 | 1 | ttfb 210, fcp 900.5, lcp 1300, cls 0.12, inp 96
            speedcurve-v1.csv       | speedcurve      | 2 | 1 | 0 | 0 | 1 | ttfb 210, lcp 1300, cls 0.12
            speedcurve.csv          | speedcurve      | 4 | 2 | 0 | 0 | 2 | ttfb 205, lcp 1200, cls 0.0925
            w3c-navigation.json     | w3c-navigation  | 3 | 2 | 0 | 0 | 1 | ttfb 205.3, dcl 675.2, load 1500
            w3c-timing-wrapped.json | w3c-timing      | 1 | 1 | 0 | 0 | 0 | ttfb 210, load 1500
            w3c-timing.json         | w3c-timing      | 2 | 2 | 0 | 0 | 0 | ttfb 205, dcl 675, load 1500
            web-vitals.ndjson       | web-vitals      | 3 | 2 | 1 | 0 | 0 | lcp 1300.5, cls 0.12
            """;

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    @TempDir Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = FILES)
    void readsEveryFormat(
            String name,
            String format,
            long read,
            long imported,
            long merged,
            long duplicates,
            long filtered,
            String metrics) {
        ImportedFile file = preset(name);
        ImportRecord record = file.report().record();
        assertThat(record.format()).isEqualTo(format);
        assertThat(record.counts())
                .isEqualTo(new ImportRecord.Counts(read, imported, merged, duplicates));
        assertThat(record.filtered().stream().mapToLong(ImportRecord.LeftOut::count).sum())
                .isEqualTo(filtered);
        assertThat(record.rejected()).isEmpty();
        assertThat(metrics(file)).isEqualTo(metrics);
    }

    /// The same moment and the same page, however they are written.
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = FILES)
    void readsTimeAndPageOfEveryFormat(String name, String format) {
        ImportedFile file = preset(name);
        Instant first = file.report().dataset().first();
        // these two say no time
        if (!format.equals("w3c-navigation") && !format.equals("elastic-v3")) {
            assertThat(first).isBetween(NOON.minusSeconds(1), NOON.plusSeconds(1));
        }
        if (!name.equals("w3c-timing-wrapped.json")) {
            assertThat(file.views().pages())
                    .extracting(PageTemplate::path)
                    .containsAnyOf("/product/:id", "/help", "/")
                    .allMatch(path -> path.startsWith("/"));
        }
    }

    @Test
    void everyBundledFormatHasAFileHere() {
        var tested = new TreeSet<String>();
        FILES.lines().forEach(line -> tested.add(line.split("\\|", -1)[1].strip()));
        assertThat(tested).containsExactlyInAnyOrderElementsOf(Mappings.keys());
    }

    @Test
    void saysWhereTheFormatsMeaningComesFrom() {
        assertThat(preset("ga4.ndjson").report().record().evidence())
                .isEqualTo(Evidence.DOCUMENTATION);
        assertThat(preset("datadog.json").report().record().evidence()).isEqualTo(Evidence.SAMPLE);
    }

    @Test
    void weighsWhatWasSampled() {
        assertThat(preset("azure.json").report().dataset().weight()).isEqualTo(5);
        assertThat(preset("azure-csv.csv").report().dataset().weight()).isEqualTo(5);
        assertThat(preset("dynatrace-table.json").report().dataset().weight()).isEqualTo(4);
        assertThat(preset("adobe.json").report().dataset().weight()).isEqualTo(200);
    }

    @Test
    void tellsHowTheUnitOfAShiftWasFound() {
        assertThat(preset("ga4.ndjson").metric(Metric.CLS).unit()).isEqualTo("thousandths");
        assertThat(preset("ga4.ndjson").metric(Metric.CLS).proof()).contains("whole numbers");
        assertThat(preset("ga4-csv.csv").metric(Metric.CLS).unit()).isEqualTo("thousandths");
        assertThat(preset("dynatrace.ndjson").metric(Metric.CLS).unit()).isEqualTo("none");
    }

    @Test
    void keepsDimensions() {
        ImportedFile file = preset("ga4.ndjson");
        assertThat(file.views().count(Dimension.COUNTRY, file.views().select(Segment.ALL)))
                .extracting(ValueCount::value)
                .contains("DE");
        assertThat(preset("w3c-navigation.json").views().values(Dimension.NAVIGATION))
                .containsExactlyInAnyOrder("back-forward", "navigate");
    }

    private ImportedFile preset(String name) {
        try (InputStream file = PresetsTest.class.getResourceAsStream("presets/" + name)) {
            return ImportedFile.of(Files.write(folder.resolve(name), file.readAllBytes()));
        } catch (IOException failed) {
            throw new AssertionError(failed);
        }
    }

    private static String metrics(ImportedFile file) {
        var parts = new ArrayList<String>();
        for (Metric metric : List.copyOf(Metric.all())) {
            if (file.values(metric).length > 0) {
                parts.add(metric.key() + " " + plain(file.p75(metric)));
            }
        }
        return String.join(", ", parts);
    }

    private static String plain(double value) {
        String text = String.format(Locale.ROOT, value < 1 ? "%.4f" : "%.1f", value);
        return text.replaceFirst("\\.?0+$", "").replaceFirst("^$", "0");
    }
}
