package dev.parallax.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parallax.importer.Importer;
import dev.parallax.importer.parquet.Duck;
import dev.parallax.metric.Definition;
import dev.parallax.metric.Metric;
import dev.parallax.progress.Progress;
import dev.parallax.rum.ImportReport;
import dev.parallax.service.ExportProposal.Column;
import dev.parallax.settings.PseudonymKey;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the assistant is told of a file, and what comes of what is said of its columns.
final class ExamineExportTest {
    @TempDir Path folder;
    private ExamineExport examine;

    @BeforeEach
    void open() {
        var key = new PseudonymKey(1, 2);
        examine =
                new ExamineExport(
                        new Importer(folder.resolve("temporary"), () -> key),
                        new SavedMappings(folder.resolve("mappings")));
    }

    @Test
    void columnsOfAParquetFileAreSaidByHand() {
        Path file =
                Duck.write(
                        folder.resolve("a.parquet"),
                        "SELECT '/a' AS seite, 1.5 + i / 1000.0 AS groesstes FROM range(200) t(i)",
                        "");
        assertThat(mapped(file, "delimited").record().imported()).isEqualTo(200);
    }

    @Test
    void keysOfALogAreSaidByHand() throws IOException {
        Path file =
                write(
                        "a.log",
                        """
                        level=info seite=/a groesstes=1500 msg="was \\"seen\\""
                        level=info seite=/b groesstes=2500 msg=seen
                        """);
        assertThat(mapped(file, "logfmt").record().imported()).isEqualTo(2);
    }

    @Test
    void parametersOfAddressesAreSaidByHand() throws IOException {
        Path file =
                write(
                        "a.txt",
                        """
                        seite=%2Fa&groesstes=1500&x=1
                        seite=%2Fb&groesstes=2500&x=1
                        """);
        assertThat(mapped(file, "query").record().imported()).isEqualTo(2);
    }

    @Test
    void whatWasSaidIsUsedAgainAndCanBeChanged() throws IOException {
        Path file = write("a.log", "seite=/a groesstes=1500 x=1\n");
        ExportProposal said = said(examine.examine(List.of(file), Progress.NONE));
        examine.save("mine", said);
        ExportProposal again = examine.examine(List.of(file), Progress.NONE);
        assertThat(again.saved()).isPresent();
        assertThat(again.trouble()).isEmpty();
        assertThat(again.isChangeable()).isTrue();
        assertThat(again.columns()).extracting(Column::field).containsExactly("page", "lcp", "");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "boomerang.log",
                "faro-logfmt.log",
                "datadog.json",
                "elastic.ndjson",
                "faro.ndjson",
                "dynatrace-table.json"
            })
    void aKnownFormatIsShownWithItsMeaningAndLeftAlone(String preset) throws URISyntaxException {
        ExportProposal found = examine.examine(List.of(preset(preset)), Progress.NONE);
        assertThat(found.isChangeable()).isFalse();
        assertThat(found.trouble()).isEmpty();
        assertThat(found.columns())
                .extracting(Column::field)
                .as("%s: %s", preset, found.columns())
                .contains("page")
                .containsAnyOf("lcp", "load", "metricValue");
        int page = found.columns().stream().map(Column::field).toList().indexOf("page");
        assertThat(found.rows()).anySatisfy(row -> assertThat(row.get(page)).contains("/"));
    }

    @Test
    void saysWhichMetricsAreMeasuredAsOurs() throws URISyntaxException {
        ExportProposal found = examine.examine(List.of(preset("boomerang.log")), Progress.NONE);
        assertThat(definition(found, Metric.LCP)).isEqualTo(Definition.SAME);
        assertThat(definition(found, Metric.LOAD)).isEqualTo(Definition.DIFFERS);
    }

    @Test
    void offersNothingForWhatNoMappingMakesPageViewsOf() throws IOException {
        Path file = write("a.har", "{\"log\":{\"version\":\"1.2\",\"creator\":{},\"entries\":[]}}");
        ExportProposal found = examine.examine(List.of(file), Progress.NONE);
        assertThat(found.isChangeable()).isFalse();
        assertThat(found.columns()).isEmpty();
        assertThat(found.trouble().orElseThrow().why()).isEqualTo("it is a HAR recording");
    }

    private ImportReport mapped(Path file, String shape) {
        ExportProposal found = examine.examine(List.of(file), Progress.NONE);
        assertThat(found.trouble()).isPresent();
        assertThat(found.isChangeable()).isTrue();
        assertThat(found.shape()).isEqualTo(shape);
        return examine.tryOut(List.of(file), said(found), Progress.NONE);
    }

    private static ExportProposal said(ExportProposal found) {
        var columns = new ArrayList<Column>();
        for (int i = 0; i < found.columns().size(); i++) {
            columns.add(
                    switch (found.columns().get(i).name()) {
                        case "seite" -> ExamineExport.choose(found, i, "page");
                        case "groesstes" -> ExamineExport.choose(found, i, "lcp");
                        default -> found.columns().get(i);
                    });
        }
        return found.with(columns, "UTC");
    }

    private static Definition definition(ExportProposal found, Metric metric) {
        return Stream.of(metric.key())
                .flatMap(key ->
                        found.columns().stream().filter(column -> column.field().equals(key)))
                .findFirst()
                .orElseThrow()
                .definition();
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static Path preset(String name) throws URISyntaxException {
        URL url = Importer.class.getResource("presets/" + name);
        return Path.of(Objects.requireNonNull(url, name).toURI());
    }
}
