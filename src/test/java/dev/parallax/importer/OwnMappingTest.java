package dev.parallax.importer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parallax.metric.Metric;
import dev.parallax.metric.PageTemplate;
import dev.parallax.problem.ProblemException;
import dev.parallax.rum.ImportRecord.Evidence;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Mappings that users write, as in `docs/mapping-format.md`.
final class OwnMappingTest {
    @TempDir Path folder;

    @Test
    void readsColumnsWhoseNamesSayNothing() {
        ImportedFile file =
                importAs(
                        """
                        {"format": "shop", "shape": "delimited", "metricUnit": "s", "zone": "Europe/Berlin",
                         "at": {"time": "when", "page": "Seite", "lcp": "größtes", "session": {"path": "s", "with": "u"}},
                         "where": [{"at": "art", "is": ["view"], "reason": "no view"}]}
                        """,
                        """
                        when;Seite;größtes;art;s;u
                        22.08.2022, 10:15:30;https://shop.example/a?x=1;1,25;view;1;u1
                        22.08.2022, 10:15:31;/b;2,5;click;1;u1
                        """);
        assertThat(file.values(Metric.LCP)).containsExactly(1250);
        assertThat(file.report().dataset().first())
                .isEqualTo(Instant.parse("2022-08-22T08:15:30Z"));
        assertThat(file.views().pages()).extracting(PageTemplate::path).containsExactly("/a");
        assertThat(file.report().record().evidence()).isEqualTo(Evidence.OWN_MAPPING);
        assertThat(ImportedFile.reasons(file.report().record().filtered()))
                .containsExactly("no view 1");
        assertThat(file.report().record().warnings()).isEmpty();
    }

    @Test
    void readsRowsWithinADocument() {
        ImportedFile file =
                importAs(
                        """
                        {"format": "shop", "shape": "json", "unit": ["answer"], "rows": "views[]",
                         "at": {"time": "t", "page": "^site.path", "lcp": "m[name=LCP].v"},
                         "metricUnit": "us"}
                        """,
                        """
                        {"answer": [{"site": {"path": "/a"}, "views": [
                          {"t": 1661163330, "m": [{"name": "CLS", "v": 0.1}, {"name": "LCP", "v": 1250000}]},
                          {"t": 1661163331, "m": [{"name": "LCP", "v": 2500000}]}]}]}
                        """);
        assertThat(file.values(Metric.LCP)).containsExactly(1250, 2500);
        assertThat(file.views().pages()).extracting(PageTemplate::path).containsExactly("/a");
    }

    @Test
    void saysWhereAMappingIsWrong() {
        assertThatThrownBy(() -> importAs("{\"format\":\"f\",\"shape\":\"pdf\"}", "lcp\n1\n"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("\"shape\" is \"pdf\"")
                .hasMessageContaining("docs/mapping-format.md")
                .hasMessageContaining("import-bad-mapping");
        assertThatThrownBy(() -> importAs("{", "lcp\n1\n"))
                .hasMessageContaining("import-bad-mapping");
    }

    private ImportedFile importAs(String mapping, String text) {
        Path own = write("own.json", mapping);
        return ImportedFile.of(
                new ImportOptions(Optional.empty(), Optional.of(own), Set.of()),
                write("views.txt", text));
    }

    private Path write(String name, String text) {
        return ImportedFile.write(folder, name, text.getBytes(StandardCharsets.UTF_8));
    }
}
