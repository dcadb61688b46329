package dev.parallax.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parallax.browser.OpenedReport;
import dev.parallax.compare.LabSeries;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The report in a real browser: with the keyboard alone, heard, and on paper.
final class ReportPageTest {
    private static final String FOCUSED =
            "(() => { const e = document.activeElement; return e.tagName + '|' +"
                    + " (e.getAttribute('aria-label') ?? e.textContent).slice(0, 40); })()";

    @TempDir Path folder;

    private Path written() {
        Path file = folder.resolve("report.html");
        HtmlReport.write(
                new Report(
                        "All kinds",
                        Instant.parse("2026-11-28T12:00:00Z"),
                        List.of(),
                        Sections.of("Checkout")),
                file);
        return file;
    }

    @Test
    void everythingIsReachedByKeysAndItIsSeenWhere() {
        try (var report = new OpenedReport(written(), "")) {
            Set<String> reached = new HashSet<>();
            Set<Object> outlines = new HashSet<>();
            for (int i = 0; i < 70; i++) {
                report.type("Tab");
                reached.add(String.valueOf(report.ask(FOCUSED)));
                outlines.add(report.ask("getComputedStyle(document.activeElement).outlineStyle"));
            }
            outlines.remove("none");
            assertThat(reached)
                    .contains("BUTTON|Dark colours", "BUTTON|Logarithmic", "BUTTON|Matched users")
                    .anyMatch(one -> one.startsWith("A|Checkout"))
                    .anyMatch(one -> one.startsWith("SUMMARY|Numbers of this chart"))
                    .anyMatch(one -> one.startsWith("SUMMARY|Methods"));
            assertThat(reached.stream().filter(one -> one.startsWith("DIV|")).toList())
                    .anyMatch(one -> one.startsWith("DIV|Share of page views."))
                    .anyMatch(one -> one.startsWith("DIV|Over time."))
                    .anyMatch(one -> one.startsWith("DIV|Every run, in order."))
                    .anyMatch(one -> one.startsWith("DIV|Share below a value, as bounds."))
                    .anyMatch(one -> one.startsWith("DIV|After minus before at each decile."));
            assertThat(outlines).contains("solid");
            assertThat(report.deeds()).isEmpty();
        }
    }

    @Test
    void arrowsReadEveryChartAndPlusZoomsIt() {
        try (var report = new OpenedReport(written(), "")) {
            int charts =
                    ((Number) report.ask("document.querySelectorAll('.plot').length")).intValue();
            assertThat(charts).isGreaterThanOrEqualTo(10);
            for (int i = 0; i < charts; i++) {
                report.ask("document.querySelectorAll('.plot')[" + i + "].focus()");
                report.type("ArrowRight");
                report.type("ArrowRight");
                String first = heard(report, i);
                report.type("ArrowRight");
                assertThat(heard(report, i)).isNotEqualTo(first).matches("(?s).*\\d.*");
                report.type("+");
                report.type("Escape");
            }
            assertThat(report.deeds()).isEmpty();
        }
    }

    private static String heard(OpenedReport report, int chart) {
        return String.valueOf(
                report.ask("document.querySelectorAll('.heard')[" + chart + "].textContent"));
    }

    @Test
    void whoHearsItGetsSectionsTablesAndTheNumbersOfCharts() {
        try (var report = new OpenedReport(written(), "")) {
            assertThat(report.heard())
                    .contains(
                            "heading \"All kinds\" [level=1]",
                            "navigation \"Contents\"",
                            "region \"Checkout · LCP\"",
                            "table \"Percentiles with 95 % intervals\"",
                            "rowheader \"p75\"",
                            "columnheader \"Matched users\"",
                            "application \"Over time.",
                            "img \"Matched users: good ",
                            "button \"Matched users\" [pressed]");
            report.pressAll(".numbers summary");
            assertThat(report.heard())
                    .contains(
                            "table \"Users and lab along time (UTC)\"",
                            "table \"Every run, oldest first\"",
                            "table \"Share of page views below each value, as bounds\"")
                    .contains("10 Nov 2026, 00:00");
            assertThat(
                            report.ask(
                                    "[...document.querySelectorAll('table')].filter(one => !one.caption || !one.caption.textContent).length"))
                    .isEqualTo(0);
        }
    }

    @Test
    void onPaperItIsLightUnfoldedAndAsWideAsTheSheet() throws Exception {
        try (var report = new OpenedReport(written(), "")) {
            report.ask("document.documentElement.dataset.theme = 'dark'");
            Path file = folder.resolve("report.pdf");
            report.print(file);
            String pdf = Files.readString(file, StandardCharsets.ISO_8859_1);
            assertThat(pdf).startsWith("%PDF").containsPattern("/MediaBox \\[0 0 59[45]");
            assertThat(report.ask("document.documentElement.dataset.theme")).isEqualTo("dark");
            report.ask("dispatchEvent(new Event('beforeprint'))");
            assertThat(report.ask("document.documentElement.dataset.theme")).isEqualTo("light");
            assertThat(
                            report.ask(
                                    "[...document.querySelectorAll('.plot')].every(one => one.querySelector('.uplot').offsetWidth <= one.clientWidth)"))
                    .isEqualTo(true);
            assertThat(
                            report.ask(
                                    "document.querySelectorAll('details.methods:not([open])').length"))
                    .isEqualTo(0);
            assertThat(report.ask("document.querySelector('main').offsetWidth")).isEqualTo(703);
            report.ask("dispatchEvent(new Event('afterprint'))");
            assertThat(report.ask("document.querySelectorAll('details[open]').length"))
                    .isEqualTo(0);
        }
    }

    @Test
    void aMillionRunsMakeNoLargerFileAndLoseNoSpike() {
        long[] millis = new long[1_000_000];
        double[] values = new double[millis.length];
        for (int i = 0; i < millis.length; i++) {
            millis[i] = Sections.BEGIN.toEpochMilli() + 2_000L * i;
            values[i] = 1_000 + i % 7;
        }
        values[543_210] = 99_000;
        values[654_321] = 1;

        List<double[]> runs =
                TimeJson.runs(
                        new LabSeries(millis, values),
                        Sections.BEGIN,
                        Sections.BEGIN.plusSeconds(2_000_000));

        assertThat(runs).hasSizeLessThanOrEqualTo(2_400);
        assertThat(runs).extracting(run -> run[1]).contains(99_000.0, 1.0);
        assertThat(runs).extracting(run -> run[0]).isSorted();
    }
}
