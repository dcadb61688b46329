package dev.parallax.importer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import dev.parallax.demo.SampleExport;
import dev.parallax.metric.Definition;
import dev.parallax.metric.Dimension;
import dev.parallax.metric.Metric;
import dev.parallax.metric.PageTemplate;
import dev.parallax.rum.Segment;
import dev.parallax.rum.ValueCount;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class WebVitalsImportTest {
    @TempDir Path folder;

    @Test
    void beaconsWithoutAnythingInCommonArePageViewsOfTheirOwn() {
        ImportedFile file =
                of(
                        """
                        {"name":"LCP","value":1000.5,"id":"v4-1795380331629-1"}
                        {"name":"CLS","value":0.1,"id":"v4-1795380331629-2"}
                        """);
        assertThat(file.report().record().imported()).isEqualTo(2);
        assertThat(file.values(Metric.LCP)).containsExactly(1000.5);
        assertThat(file.report().dataset().first()).isEqualTo(Instant.ofEpochMilli(1795380331629L));
        assertThat(file.metric(Metric.LCP).definition()).isEqualTo(Definition.SAME);
    }

    @Test
    void ofBeaconsOfOneIdTheLargestCounts() {
        ImportedFile file =
                of(
                        """
                        {"name":"CLS","value":0.1,"id":"v4-1795380331629-1"}
                        {"name":"CLS","value":0.3,"id":"v4-1795380331629-1"}
                        {"name":"CLS","value":0.2,"id":"v4-1795380331629-1"}
                        {"id":"v4-1795380331629-1","name":"CLS","value":0.10}
                        """);
        assertThat(file.report().record().imported()).isOne();
        assertThat(file.report().record().merged()).isEqualTo(2);
        assertThat(file.report().record().duplicates()).isOne();
        assertThat(file.values(Metric.CLS)).containsExactly(0.3);
    }

    @Test
    void theBrowsersNavigationJoinsBeacons() {
        ImportedFile file =
                of(
                        """
                        {"name":"LCP","value":1000,"id":"v6-1795380331629-1","navigationId":17,"navigationURL":"https://a.example/x?mail=1"}
                        {"name":"CLS","value":0.1,"id":"v6-1795380331700-2","navigationId":17,"navigationURL":"https://a.example/x?mail=1"}
                        {"name":"LCP","value":2000,"id":"v6-1795380331650-3","navigationId":17,"navigationURL":"https://a.example/y"}
                        {"name":"LCP","value":3000,"id":"v6-1795390000000-4","navigationId":17,"navigationURL":"https://a.example/x"}
                        {"name":"CLS","value":0.2,"id":"v6-1795390000100-5","navigationId":17,"navigationURL":"https://a.example/x"}
                        """);
        assertThat(file.report().record().imported()).isEqualTo(3);
        assertThat(file.report().record().merged()).isEqualTo(2);
        assertThat(file.values(Metric.LCP)).containsExactly(1000, 2000, 3000);
        assertThat(file.views().pages()).extracting(PageTemplate::path).containsExactly("/x", "/y");
    }

    @Test
    void sessionAndPageAreNoIdentity() {
        ImportedFile file =
                of(
                        """
                        {"name":"LCP","value":1000,"id":"v5-1795380331629-1","url":"/x","session":"s"}
                        {"name":"LCP","value":2000,"id":"v5-1795380341629-2","url":"/x","session":"s"}
                        {"name":"CLS","value":0.2,"id":"v5-1795380341700-3","url":"/x","session":"s"}
                        {"name":"CLS","value":0.1,"id":"v5-1795380331700-4","url":"/x","session":"s"}
                        """);
        assertThat(file.report().record().imported()).isEqualTo(4);
        assertThat(file.views().select(Segment.ALL).count()).isEqualTo(4);
        assertThat(file.values(Metric.CLS)).containsExactly(0.1, 0.2);
        assertThat(file.report().record().warnings())
                .containsExactly(
                        "Page views cannot be told apart: 4 records name a metric but no page view; each metric is counted by itself.");
    }

    @Test
    void readsThirdPartyNames() {
        ImportedFile file =
                of(
                        """
                        {"metric":"TTFB","value":"120.5","url":"https://a.example/x","userAgent":"M","timestamp":1795380331629}
                        {"metric_name":"lcp","metric_value":900,"page":"/y","ts":1795380331,"deviceType":"Mobile"}
                        """);
        assertThat(file.values(Metric.TTFB)).containsExactly(120.5);
        assertThat(file.values(Metric.LCP)).containsExactly(900);
        assertThat(file.report().dataset().first()).isEqualTo(Instant.ofEpochMilli(1795380331000L));
        assertThat(file.report().record().unusedColumns()).containsExactly("userAgent");
        assertThat(file.views().count(Dimension.DEVICE, file.views().select(Segment.ALL)))
                .extracting(ValueCount::value)
                .containsExactlyInAnyOrder("mobile", "unknown");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"url\":\"/x\",\"lcp\":1000,\"cls\":\"0.1\",\"inp\":null,\"fcp\":true}",
                "{\"url\":\"/x\",\"LCP\":{\"value\":1000,\"rating\":\"good\"},\"CLS\":{\"value\":0.1}}",
                "{\"url\":\"/x\",\"vitals\":{\"lcp\":1000,\"cls\":0.1}}",
                "{\"url\":\"/x\",\"metrics\":[{\"name\":\"LCP\",\"value\":1000},{\"name\":\"CLS\",\"value\":0.1},{\"name\":\"FID\",\"value\":3},7]}",
                "[{\"url\":\"/x\",\"lcp\":1000,\n\"cls\":0.1}]",
                "{\"lcp\":1000,\"cls\":0.1,\"page\":\"Home\",\"url\":\"/x\",\"name\":\"visit\",\"id\":7}"
            })
    void readsPageViewObjects(String json) {
        ImportedFile file = of(json);
        assertThat(file.report().record().imported()).isOne();
        assertThat(file.values(Metric.LCP)).containsExactly(1000);
        assertThat(file.values(Metric.CLS)).containsExactly(0.1);
        assertThat(file.views().pages()).extracting(PageTemplate::path).containsExactly("/x");
    }

    @Test
    void pageViewObjectThatIsSentAgainIsNoSecondView() {
        ImportedFile file =
                of(
                        """
                        {"url":"/x","metrics":[{"name":"TTFB","value":100,"id":"a"},{"name":"CLS","value":0.1,"id":"b"}]}
                        {"url":"/x","metrics":[{"name":"CLS","value":0.2,"id":"b"},{"name":"TTFB","value":100,"id":"a"}]}
                        """);
        assertThat(file.report().record().imported()).isOne();
        assertThat(file.report().record().merged()).isOne();
        assertThat(file.values(Metric.CLS)).containsExactly(0.2);
    }

    @Test
    void theNavigationEntryTellsThePage() {
        ImportedFile file =
                of(
                        """
                        {"name":"TTFB","value":100,"id":"a","entries":[{"name":"https://a.example/x?q=1","entryType":"navigation","serverTiming":[]}]}
                        """);
        assertThat(file.views().pages()).extracting(PageTemplate::path).containsExactly("/x");
    }

    @Test
    void accountsForEveryLine() {
        ImportedFile file =
                of(
                        """
                        {"name":"LCP","value":1000,"id":"a"}

                        {"name":"FID","value":3,"id":"b"}
                        {"name":"LCP","value":-3,"id":"c","url":"/"}
                        {"level":"info"}
                        {"name":"LCP","value":1000
                        {"name":"LCP","value":1000} {"name":"LCP","value":1000}
                        17
                        """);
        assertThat(file.report().record().read()).isEqualTo(7);
        assertThat(file.report().record().imported()).isEqualTo(2);
        assertThat(ImportedFile.reasons(file.report().record().rejected()))
                .containsExactly("not a JSON object 3");
        assertThat(ImportedFile.reasons(file.report().record().filtered()))
                .containsExactly("no page view, or a metric that is not kept 2");
        assertThat(ImportedFile.reasons(file.metric(Metric.LCP).ignored()))
                .containsExactly("negative 1");
    }

    /// The sample breaks its 5,000th row on purpose, so this one is shorter.
    @Test
    void beaconsOfTheSampleGiveWhatItsRowsGive() throws IOException {
        var sample = new SampleExport(3, 4_000, Instant.parse("2026-11-01T00:00:00Z"));
        Path csv = folder.resolve("views.csv");
        Path beacons = folder.resolve("views.ndjson");
        sample.writeCsv(csv);
        sample.writeWebVitals(beacons);
        ImportedFile rows = ImportedFile.of(csv);
        ImportedFile joined = ImportedFile.of(beacons);
        assertThat(rows.report().record().imported()).isEqualTo(4_000);
        assertThat(joined.report().record().imported()).isEqualTo(4_000);
        for (Metric metric :
                new Metric[] {Metric.TTFB, Metric.FCP, Metric.LCP, Metric.INP, Metric.CLS}) {
            assertThat(joined.values(metric)).containsExactly(rows.values(metric), offset(1e-9));
        }
    }

    private ImportedFile of(String text) {
        return ImportedFile.of(folder, text);
    }
}
