package dev.parallax.importer.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class LineScrubberTest {
    private static final String AGENT =
            "Mozilla/5.0 (iPhone; CPU iPhone OS 17_4 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.4 Mobile/15E148 Safari/604.1 Chrome/120.0.0.0";

    private final LineScrubber lines = new LineScrubber();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"url\":\"https://x.example/a?mail=ann&tab=2#top\",\"lcp\":1200.5} | {\"url\":\"https://x.example/a?mail=:value&tab=:value#:value\",\"lcp\":1200.5}",
                "{\"sessionId\":\"s-1\",\"user\":{\"id\":4711},\"lcp\":2400000000} | {\"sessionId\":\":value\",\"user\":{\"id\"::value},\"lcp\":2400000000}",
                "{\"user_agent\":\"x\",\"password\": \"a\\\"b\",\"id\":null} | {\"user_agent\":\"x\",\"password\": \":value\",\"id\":null}",
                "{\"body\":\"{\\\"token\\\":\\\"abc\\\",\\\"n\\\":1}\"} | {\"body\":\"{\\\"token\\\":\\\":value\\\",\\\"n\\\":1}\"}",
                "{\"name\":\"LCP\",\"value\":2500,\"ts\":1732700000000} | {\"name\":\"LCP\",\"value\":2500,\"ts\":1732700000000}",
                "{\"note\":\"ann\\u0040mail.example\"} | {\"note\":\":email\"}",
                "{\"order\":4711471147} | {\"order\":4711471147x}",
                "t_done=1234&u=https%3A%2F%2Fx.example%2F%3Fq%3D1&rt.si=abc&nt_nav_st=1732700000000 | t_done=1234&u=:value&rt.si=:value&nt_nav_st=1732700000000",
                "ts=2024-11-27T10:00:00Z user=\"Ann Smith\" lcp=1200 ip=203.0.113.9 | ts=2024-11-27T10:00:00Z user=\":value\" lcp=1200 ip=:ip",
                "203.0.113.9 - ann [27/Nov/2024:10:00:00 +0000] \"GET /a?x=1 HTTP/1.1\" 200 12 | :ip - ann [27/Nov/2024:10:00:00 +0000] \"GET /a?x=:value\" 200 12",
                "1732700000000,/cart,0.123456789012,1200,2.5 | 1732700000000,/cart,0.123456789012,1200,2.5",
                "4711471147,ann@mail.example,/u/ann%40mail.example,+49 30 1234567 | :id,:email,:email,:phone",
                "YW5uQG1haWwuZXhhbXBsZQ==;a8Kd93jfLs0qPz7Xc2Vb;2001:db8::1 | :token;:token;:ip",
            })
    void masksLinesOfAnyForm(String line, String expected) {
        assertThat(lines.scrub(line)).isEqualTo(expected.replace("4711471147x", ":id"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                AGENT,
                "{\"ua\":\"" + AGENT + "\",\"lcp\":1200,\"cls\":0.0123456789,\"url\":\"/cart\"}",
                "2024-11-27T10:00:00.123Z,/product/17,desktop,Chrome,DE,4g,800.25,1200,0.01",
                "2024-11-27 10:00:00,\"Mozilla/5.0 (X11; Linux x86_64) Firefox/121.0\",12",
                "",
                "not a record at all",
            })
    void leavesTimesMeasuredValuesAndUserAgents(String line) {
        assertThat(lines.scrub(line)).isEqualTo(line);
    }

    @Test
    void knowsTheColumnsOfARow() {
        var rows =
                LineScrubber.ofColumns(
                        ',', List.of("time", "session id", "url", "lcp (ns)", "note"));

        assertThat(rows.scrub("1732700000,s-1,\"https://x.example/a,b?c=Ann Smith\",2400000000,x"))
                .isEqualTo("1732700000,:value,\"https://x.example/a,b?:value\",2400000000,x");
        assertThat(rows.scrub("yesterday,,,ann@mail.example")).isEqualTo("yesterday,,,:email");
    }

    @Test
    void cutsLongLinesBetweenWords() {
        String line = "a ".repeat(997) + "ann@mail.example and more";

        assertThat(lines.scrub(line)).isEqualTo("a ".repeat(997).strip() + " …");
        assertThat(lines.scrub("x".repeat(4_000_000))).isEqualTo(" …");
    }

    @Test
    void masksTwiceAsOnce() {
        String once =
                lines.scrub(
                        "{\"sid\":\"x\",\"u\":\"/a?b=c&d=ann%40mail.example#e\",\"m\":\"ann@mail.example\",\"i\":\"203.0.113.9\"}");
        assertThat(lines.scrub(once)).isEqualTo(once);
    }
}
