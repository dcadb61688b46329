package dev.parallax.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parallax.compare.Aim;
import dev.parallax.compare.Comparer;
import dev.parallax.compare.Comparison;
import dev.parallax.compare.Fixture;
import dev.parallax.compare.LabSample;
import dev.parallax.measure.Profile;
import dev.parallax.metric.Metric;
import dev.parallax.problem.ProblemException;
import dev.parallax.rum.Segment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class HtmlReportTest {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    private static Report report(String title, String page) {
        var lab =
                new LabSample(
                        "Journey",
                        page,
                        Fixture.CHECKOUT,
                        Profile.DESKTOP,
                        Metric.LCP,
                        List.of(1.0, 2.0, 3.0, 4.0, 5.0, 6.0),
                        0);
        Comparison comparison =
                Comparer.compare(
                        lab,
                        Fixture.field(Fixture.evenly(Metric.LCP, "desktop", 100, 1, 10)),
                        Segment.ALL,
                        Aim.MEDIAN);
        return Report.of(title, NOON, List.of("Simulated."), List.of(comparison));
    }

    @Test
    void holdsEverythingItNeeds() {
        String html = HtmlReport.render(report("Lab and field", "checkout"));

        assertThat(html)
                .contains("<title>Lab and field</title>")
                .contains("uPlot")
                .contains("\"kind\":\"")
                .doesNotContain("{{")
                .doesNotContainPattern("(?:src|href)\\s*=\\s*[\"']https?:")
                .doesNotContain("@import");
    }

    @Test
    void neverLetsATextOfTheSiteBecomeMarkup() {
        String attack = "</script><script>alert(1)</script><img src=x onerror=alert(1)>";

        String html = HtmlReport.render(report(attack, attack));

        assertThat(html).doesNotContain("<script>alert").doesNotContain("<img src=x");
        assertThat(html).contains("\\u003c/script\\u003e\\u003cscript\\u003ealert(1)");
    }

    @Test
    void replacesAFileInOneMove(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("report.html"), "old");

        HtmlReport.write(report("New", "checkout"), file);

        assertThat(file).content().contains("<title>New</title>");
        assertThat(folder.toFile().list()).containsExactly("report.html");
    }

    @Test
    void saysWhyItCannotBeWritten(@TempDir Path folder) {
        assertThatThrownBy(
                        () -> HtmlReport.write(report("x", "y"), folder.resolve("no/report.html")))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("cannot write the report")
                .hasMessageContaining("check that the folder exists");
    }
}
