package dev.parallax.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parallax.browser.OpenedReport;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whatever a site, a source or a person calls things, in a report it is text: shown as it is, and
/// never run. Every kind of section is tried with every payload.
final class InjectionTest {
    private static final String HOOK =
            """
            window.calls = [];
            window.pwned = function () { window.calls.push("pwned"); };
            window.alert = window.confirm = window.prompt = window.pwned;
            """;

    private static final int AT_ONCE = 12;

    /// Where each kind of section shows what is named: the place, an element's selector, and its
    /// text, in which `T` stands for the name.
    private static final List<Map<String, List<String>>> PLACES =
            List.of(
                    Map.of(
                            "page", List.of("h2", "T · LCP"),
                            "verdict", List.of(".sentence", "T"),
                            "next", List.of(".next", "T"),
                            "note", List.of(".block > ul:not(.happened) > li", "T"),
                            "impact", List.of("tbody th", "browser T"),
                            "segment", List.of(".segment span", "browser T, country T"),
                            "source", List.of(".sub", "T · T · T · /checkout"),
                            "happened", List.of(".happened span:last-child", "T"),
                            "happened, as a number", List.of(".numbers td", "T")),
                    Map.of(
                            "page", List.of("h2", "T · LCP"),
                            "verdict", List.of(".sentence", "T"),
                            "next", List.of(".next", "T"),
                            "source", List.of(".sub", "T · T · T · /checkout"),
                            "site", List.of(".shares h3", "T: shares by class"),
                            "device", List.of(".tile .figure", "T"),
                            "whose",
                                    List.of(
                                            "li",
                                            "The shares are of T, T, T, T, from 2026-10-24 to 2026-11-20.")),
                    Map.of(
                            "page", List.of("h2", "T · LCP"),
                            "verdict", List.of(".sentence", "T"),
                            "next", List.of(".next", "T"),
                            "source", List.of(".sub", "T · T · T and T · /checkout"),
                            "side", List.of(".tile dt", "Median of T"),
                            "key", List.of(".key .swatched", "T"),
                            "head", List.of("thead th", "T"),
                            "run", List.of(".numbers td", "T")),
                    Map.of(
                            "sides", List.of("h2", "T and T · LCP"),
                            "verdict", List.of(".sentence", "T"),
                            "next", List.of(".next", "T"),
                            "data set", List.of(".sub", "T"),
                            "side", List.of(".tile dt", "p75 of T"),
                            "key", List.of(".key button", "T"),
                            "head", List.of("thead th", "T"),
                            "segment", List.of(".segment span", "browser T, country T")));

    @Test
    void nothingIsExecutedAndAllIsShownAsItIs(@TempDir Path folder) {
        // what is blank names nothing
        List<String> payloads =
                Payloads.all().stream()
                        .map(text -> text.isBlank() ? "[" + text + "]" : text)
                        .toList();
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
                            some.stream().flatMap(text -> Sections.of(text).stream()).toList()),
                    file);
            look(file, title, some);
        }
    }

    private static void look(Path file, String title, List<String> some) {
        int kinds = PLACES.size();
        try (var report = new OpenedReport(file, HOOK)) {
            report.pressAll("button, summary, th a");
            assertThat(report.ask("document.querySelectorAll('section').length"))
                    .isEqualTo(kinds * some.size());
            assertThat(report.ask("document.querySelector('h1').textContent === " + literal(title)))
                    .isEqualTo(true);
            assertThat(
                            report.ask(
                                    "document.querySelectorAll('script, style, link, meta, base, iframe, object, embed, img, svg, form, input, template').length"))
                    .describedAs("the elements of the report itself")
                    .isEqualTo(10);
            for (int i = 0; i < some.size(); i++) {
                assertThat(
                                report.ask(
                                        "[...document.querySelectorAll('.remark')].some(node => node.textContent === "
                                                + literal(some.get(i))
                                                + ")"))
                        .isEqualTo(true);
                for (int kind = 0; kind < kinds; kind++) {
                    int section = kinds * i + kind;
                    assertThat(report.ask(shown(section, PLACES.get(kind), some.get(i))))
                            .describedAs("where section %d does not show %s", kind, some.get(i))
                            .isEqualTo("");
                }
            }
            assertThat(report.ask("window.calls.length + Object.keys(Object.prototype).length"))
                    .describedAs("executed")
                    .isEqualTo(0);
            assertThat(report.ask("({}).polluted === undefined")).isEqualTo(true);
            assertThat(report.deeds()).isEmpty();
        }
    }

    /// The names of the places in which a section does not show the text, as a script.
    private static String shown(int section, Map<String, List<String>> places, String text) {
        return """
        (() => {
          const text = %s, section = document.querySelectorAll("section")[%d];
          const at = (selector, wanted) => [...section.querySelectorAll(selector)]
            .some(node => node.textContent === wanted.split("\\u0000").join(text));
          return [%s].filter(([, selector, wanted]) => !at(selector, wanted)).map(([place]) => place).join();
        })()
        """
                .formatted(
                        literal(text),
                        section,
                        places.entrySet().stream()
                                .map(place ->
                                        "[%s, %s, %s]"
                                                .formatted(
                                                        literal(place.getKey()),
                                                        literal(place.getValue().getFirst()),
                                                        literal(
                                                                place.getValue()
                                                                        .getLast()
                                                                        .replaceAll(
                                                                                "\\bT\\b",
                                                                                "\u0000"))))
                                .collect(Collectors.joining(",")));
    }

    /// A script's literal of any text, half surrogates too.
    private static String literal(String text) {
        return text.chars()
                .mapToObj(unit -> String.format(Locale.ROOT, "\\u%04x", unit))
                .collect(Collectors.joining("", "\"", "\""));
    }
}
