package dev.parallax.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parallax.browser.OpenedReport;
import dev.parallax.compare.Aim;
import dev.parallax.compare.Comparer;
import dev.parallax.compare.Comparison;
import dev.parallax.compare.FieldSide;
import dev.parallax.compare.Fixture;
import dev.parallax.compare.Impact;
import dev.parallax.compare.Impacts;
import dev.parallax.compare.LabSample;
import dev.parallax.compare.Note;
import dev.parallax.measure.Profile;
import dev.parallax.metric.Dimension;
import dev.parallax.metric.Metric;
import dev.parallax.rum.PageViews;
import dev.parallax.rum.Segment;
import dev.parallax.rum.Trait;
import dev.parallax.rum.TraitTotals.SessionsKnown;
import dev.parallax.statistics.Interval;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whatever a site, a source or a person calls things, in a report it is text: shown as it is, and
/// never run.
final class InjectionTest {
    private static final String HOOK =
            """
            window.calls = [];
            window.pwned = function () { window.calls.push("pwned"); };
            window.alert = window.confirm = window.prompt = window.pwned;
            """;

    private static final int AT_ONCE = 13;
    private static final PageViews FIELD =
            Fixture.field(Fixture.evenly(Metric.LCP, "desktop", 100, 1, 10));

    private static Report.Section section(String text) {
        var lab =
                new LabSample(
                        text,
                        text,
                        Fixture.CHECKOUT,
                        Profile.DESKTOP,
                        Metric.LCP,
                        List.of(1.0, 2.0, 3.0, 4.0, 5.0, 6.0),
                        0);
        Comparison made = Comparer.compare(lab, FIELD, Segment.ALL, Aim.MEDIAN);
        Segment named =
                new Segment(
                        Map.of(Dimension.BROWSER, Set.of(text), Dimension.COUNTRY, Set.of(text)),
                        null,
                        null);
        var hostile =
                new Comparison(
                        lab,
                        made.labMedian(),
                        made.labModes(),
                        text,
                        made.aim(),
                        of(made.matched(), named),
                        made.all(),
                        made.curves(),
                        made.notMatched(),
                        made.definition(),
                        made.verdict(),
                        text,
                        text,
                        List.of(new Note(Note.Kind.DEFINITION, text)));
        var impacts =
                new Impacts(
                        Metric.LCP,
                        1,
                        Impacts.Origin.LAB_MEDIAN,
                        1,
                        new Interval(0, 2),
                        List.of(
                                new Impact(
                                        new Trait(Optional.of(Dimension.BROWSER), text),
                                        10,
                                        0.5,
                                        1,
                                        new Interval(0, 2),
                                        1,
                                        2,
                                        List.of())),
                        List.of(),
                        0,
                        SessionsKnown.KNOWN);
        return new Report.LabInField(
                hostile,
                Optional.of(Comparer.differences(lab, FIELD, Segment.ALL)),
                Optional.of(impacts));
    }

    private static FieldSide of(FieldSide side, Segment segment) {
        return new FieldSide(
                segment,
                side.views(),
                side.measured(),
                side.weight(),
                side.effective(),
                side.sessions(),
                side.placement(),
                side.quantiles(),
                side.ratioToMedian(),
                side.ratioToP75(),
                side.shares(),
                side.modes(),
                side.method());
    }

    @Test
    void nothingIsExecutedAndAllIsShownAsItIs(@TempDir Path folder) {
        List<String> payloads = Payloads.all();
        assertThat(payloads).hasSizeGreaterThanOrEqualTo(100).doesNotHaveDuplicates();
        for (int from = 0; from < payloads.size(); from += AT_ONCE) {
            List<String> some = payloads.subList(from, Math.min(payloads.size(), from + AT_ONCE));
            String title = String.join(" · ", some);
            Path file = folder.resolve("report" + from + ".html");
            HtmlReport.write(
                    new Report(
                            title,
                            Instant.parse("2026-11-28T12:00:00Z"),
                            some,
                            some.stream().map(InjectionTest::section).toList()),
                    file);
            look(file, title, some);
        }
    }

    private static void look(Path file, String title, List<String> some) {
        try (var report = new OpenedReport(file, HOOK)) {
            report.pressAll("button, summary, td a");
            assertThat(report.ask("document.querySelectorAll('section').length"))
                    .isEqualTo(some.size());
            assertThat(report.ask("document.querySelector('h1').textContent === " + literal(title)))
                    .isEqualTo(true);
            assertThat(
                            report.ask(
                                    "document.querySelectorAll('script, style, link, meta, base, iframe, object, embed, img, svg, form, input, template').length"))
                    .describedAs("the elements of the report itself")
                    .isEqualTo(9);
            for (int i = 0; i < some.size(); i++) {
                assertThat(report.ask(shown(i, some.get(i))))
                        .describedAs("where " + some.get(i) + " is not shown")
                        .isEqualTo("");
            }
            assertThat(report.ask("window.calls.length + Object.keys(Object.prototype).length"))
                    .describedAs("executed")
                    .isEqualTo(0);
            assertThat(report.ask("({}).polluted === undefined")).isEqualTo(true);
            assertThat(report.deeds()).isEmpty();
        }
    }

    /// The names of the places in which a section does not show the text, as a script.
    private static String shown(int section, String text) {
        return """
        (() => {
          const text = %s, section = document.querySelectorAll("section")[%d];
          const has = (place, test) => test ? "" : place + " ";
          const at = (selector, wanted) => [...section.querySelectorAll(selector)]
            .some(node => node.textContent === wanted);
          return has("page", at("h2", text + " · LCP"))
            + has("verdict", at(".sentence", text)) + has("next", at(".next", text))
            + has("note", at("li", text)) + has("impact", at("td", "browser " + text))
            + has("segment", at(".segment span", "browser " + text + ", country " + text))
            + has("journey", section.querySelector("span.small").textContent.startsWith(text + " · "))
            + has("data set", section.querySelector("span.small").textContent.includes(" · " + text + " · "))
            + has("remark", [...document.querySelectorAll(".remark")].some(node => node.textContent === text));
        })()
        """
                .formatted(literal(text), section);
    }

    /// A script's literal of any text, half surrogates too.
    private static String literal(String text) {
        return text.chars()
                .mapToObj(unit -> String.format(Locale.ROOT, "\\u%04x", unit))
                .collect(Collectors.joining("", "\"", "\""));
    }
}
