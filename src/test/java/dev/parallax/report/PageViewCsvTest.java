package dev.parallax.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parallax.metric.Dimension;
import dev.parallax.metric.Metric;
import dev.parallax.metric.PageTemplate;
import dev.parallax.rum.Exclusion;
import dev.parallax.rum.PageView;
import java.io.IOException;
import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PageViewCsvTest {

    private static List<String> lines(PageView view) throws IOException {
        var text = new StringWriter();
        try (var csv = new PageViewCsv(text)) {
            csv.write(view);
        }
        return text.toString().lines().toList();
    }

    @Test
    void writesAllThatIsKnown() throws IOException {
        var view =
                new PageView(
                        0,
                        Instant.parse("2026-11-20T10:00:00Z"),
                        "/cart/17",
                        new PageTemplate("/cart/:id"),
                        Map.of(Dimension.DEVICE, "mobile", Dimension.COUNTRY, "DE"),
                        Map.of(Metric.LCP, 1_000.0, Metric.CLS, 0.1, Metric.LOAD, 12_345.6),
                        "00000000000000a1",
                        "00000000000000b2",
                        "00000000000000c3",
                        Exclusion.BOT,
                        10);
        assertThat(lines(view))
                .containsExactly(
                        "time,path,page,ttfb_ms,fcp_ms,lcp_ms,cls,inp_ms,dcl_ms,load_ms,"
                                + String.join(
                                        ",", Dimension.all().stream().map(Dimension::key).toList())
                                + ",session,user,view,weight,excluded",
                        "2026-11-20T10:00:00Z,/cart/17,/cart/:id,,,1000,0.1,,,12345.6,"
                                + String.join(
                                        ",",
                                        Dimension.all().stream()
                                                .map(view.dimensions()::get)
                                                .map(value -> value == null ? "" : value)
                                                .toList())
                                + ",00000000000000a1,00000000000000b2,00000000000000c3,10,bot");
    }

    @Test
    void writesNothingWhereNothingIsKnown() throws IOException {
        var view =
                new PageView(
                        0, null, "", null, Map.of(), Map.of(), null, null, null, Exclusion.NONE, 1);
        assertThat(lines(view).getLast())
                .isEqualTo(",".repeat(9) + ",".repeat(Dimension.all().size()) + ",,,,1,");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1"})
    void defusesEveryTextThatComesFromStrangers(String text) throws IOException {
        assertThat(PageViewCsv.defused(text)).isEqualTo("'" + text);
        var view =
                new PageView(
                        0,
                        null,
                        text,
                        null,
                        Map.of(Dimension.BROWSER, text),
                        Map.of(),
                        null,
                        null,
                        null,
                        Exclusion.NONE,
                        1);
        String row = String.join("\n", lines(view).stream().skip(1).toList());
        String end = text.strip();
        assertThat(row.split(Pattern.quote(end), -1)).hasSize(3);
        assertThat(row).doesNotContainPattern("(^|,)\"?[=+\\-@\t\r\n]");
    }
}
