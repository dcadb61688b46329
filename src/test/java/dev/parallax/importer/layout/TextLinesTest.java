package dev.parallax.importer.layout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parallax.importer.layout.TextLines.Syntax;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class TextLinesTest {

    @Test
    void readsPairsAndQuotedValues() throws IOException {
        assertThat(
                        read(
                                Syntax.LOGFMT,
                                "kind=a  lcp=12.5 text=\"a \\\"b\\\" c\\\\d\"\nflag kind=b\n",
                                "kind",
                                "lcp",
                                "text"))
                .containsExactly("1: 0=a 1=12.5 2=a \"b\" c\\d", "2: 0=b");
    }

    @Test
    void countsLinesWithoutAPairOrWithoutAClosingQuote() throws IOException {
        assertThat(read(Syntax.LOGFMT, "no pair\nkind=\"open\nkind=a", "kind"))
                .containsExactly("1 SYNTAX", "2 SYNTAX", "3: 0=a");
    }

    @Test
    void readsObjectsAmongTheLines() throws IOException {
        assertThat(read(Syntax.LOGFMT, "kind=a\n{\"kind\":\"b\"}\n{broken", "kind"))
                .containsExactly("1: 0=a", "2: 0=b", "3 SYNTAX");
    }

    @Test
    void readsParametersOfAnAccessLog() throws IOException {
        String line =
                "203.0.113.7 - - [22/Nov/2026:20:45:31 +0000] \"GET /b?u=%2Fa%20b&rt.quit&t_done=317 HTTP/1.1\""
                        + " 204 0 \"https://shop.example/\" \"Mozilla/5.0 (X11)\"";
        assertThat(
                        read(
                                Syntax.QUERY,
                                line,
                                "u",
                                "t_done",
                                "rt.quit",
                                "request.time",
                                "request.status",
                                "request.referrer",
                                "request.user_agent"))
                .containsExactly(
                        "1: 3=22/Nov/2026:20:45:31 +0000 4=204 5=https://shop.example/ 6=Mozilla/5.0 (X11)"
                                + " 0=/a b 2= 1=317");
    }

    @Test
    void readsParametersByThemselvesAndEscapesThatWereCutOff() throws IOException {
        assertThat(read(Syntax.QUERY, "u=%2Fa&t_done=5\nu=%2Fa&t_done=%2", "u", "t_done"))
                .containsExactly("1: 0=/a 1=5", "2: 0=/a 1=%2");
    }

    private static List<String> read(Syntax syntax, String text, String... paths)
            throws IOException {
        var told = new Told();
        var layout = Layout.of(Stream.of(paths).map(FieldPath::parse).toList(), Optional.empty());
        new TextLines(layout, syntax).read(new StringReader(text), told);
        return told.records();
    }
}
