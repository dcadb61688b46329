package dev.parallax.importer.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class JsonTableTest {

    @Test
    void readsRowsByTheNamesOfTheirColumns() {
        assertThat(
                        read(
                                "{\"tables\":[{\"columns\":[{\"name\":\"url\",\"type\":\"s\"},{\"name\":\"ms\"}],"
                                        + "\"rows\":[[\"/\",812],[null,5],[\"/x\",7,8],{\"no\":1}]}]}",
                                "columns",
                                "rows",
                                "url",
                                "ms"))
                .containsExactly("1: 0=/ 1=812", "1: 1=5", "1: 0=/x 1=7", "1 SYNTAX");
    }

    @Test
    void readsColumnsThatAreTexts() {
        assertThat(
                        read(
                                "{\"columnNames\":[\"a.b\",\"c\"],\"values\":[[1,2],[3,4]]}",
                                "columnNames",
                                "values",
                                "a.b",
                                "c"))
                .containsExactly("1: 0=1 1=2", "1: 0=3 1=4");
    }

    private static List<String> read(String json, String columns, String rows, String... paths) {
        var told = new Told();
        var layout = Layout.of(Stream.of(paths).map(FieldPath::parse).toList(), Optional.empty());
        new JsonTable(layout, columns, rows).read(new StringReader(json), told);
        return told.records();
    }
}
