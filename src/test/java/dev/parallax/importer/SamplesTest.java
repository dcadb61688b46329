package dev.parallax.importer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import dev.parallax.metric.Definition;
import dev.parallax.metric.Metric;
import dev.parallax.metric.PageTemplate;
import dev.parallax.problem.ProblemException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Real files, whose true answers were computed by other programs. They lie beside the repository
/// and not within it, so that this is the one suite that may be left out.
final class SamplesTest {
    private static final Path SAMPLES = Path.of("..", "shared", "samples");

    @BeforeAll
    static void needsTheSamples() {
        Assumptions.assumeTrue(Files.isDirectory(SAMPLES), "no sample files beside the repository");
    }

    @ParameterizedTest
    @ValueSource(strings = {"selfrec-web-vitals-raw.ndjson", "selfrec-web-vitals-pageviews.ndjson"})
    void webVitals(String name) {
        ImportedFile imported = ImportedFile.of(SAMPLES.resolve("web-vitals-ndjson").resolve(name));
        assertThat(imported.report().dataset().pageViews()).isEqualTo(14);
        assertThat(imported.metric(Metric.TTFB).views()).isEqualTo(14);
        assertThat(imported.metric(Metric.FCP).views()).isEqualTo(14);
        assertThat(imported.metric(Metric.LCP).views()).isEqualTo(14);
        assertThat(imported.metric(Metric.CLS).views()).isEqualTo(14);
        assertThat(imported.metric(Metric.INP).views()).isEqualTo(11);
        assertThat(imported.p75(Metric.LCP)).isEqualTo(424);
        assertThat(imported.p75(Metric.FCP)).isEqualTo(424);
        assertThat(imported.p75(Metric.INP)).isEqualTo(240);
        assertThat(imported.p75(Metric.CLS)).isEqualTo(0.0355, offset(1e-9));
        assertThat(imported.p75(Metric.TTFB)).isEqualTo(201.125, offset(0.05));
        assertThat(imported.metric(Metric.LCP).definition()).isEqualTo(Definition.SAME);
        assertThat(imported.views().pages())
                .extracting(PageTemplate::path)
                .containsExactlyInAnyOrder("/", "/catalogue", "/product/:id", "/checkout");
    }

    @Test
    void webVitalsLinesAreAccountedFor() {
        ImportedFile raw =
                ImportedFile.of(SAMPLES.resolve("web-vitals-ndjson/selfrec-web-vitals-raw.ndjson"));
        assertThat(raw.report().record().read()).isEqualTo(67);
        assertThat(raw.report().record().imported()).isEqualTo(14);
        assertThat(raw.report().record().merged()).isEqualTo(53);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sp_phase1_csv4.csv", "sp_csv5_SIandPSI.csv"})
    void csvWithoutMetric(String name) {
        Path file = SAMPLES.resolve("generic-csv").resolve(name);
        assertThatThrownBy(() -> ImportedFile.of(file))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("none of its columns is a metric")
                .hasMessageContaining("import-no-metric");
    }
}
