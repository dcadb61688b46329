package dev.parallax;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parallax.cli.Cancellation;
import dev.parallax.cli.Output;
import dev.parallax.cli.Parallax;
import dev.parallax.settings.Folders;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The commands that look after data sets, as a user types them.
final class RumCommandsTest {
    @TempDir private Path folder;

    private Folders folders;
    private String results = "";
    private String remarks = "";

    @BeforeEach
    void importMarchAndApril() throws Exception {
        folders =
                new Folders(
                        folder.resolve("config"), folder.resolve("data"), folder.resolve("cache"));
        assertThat(run("rum", "import", csv("march", 100), "--dataset", "field")).isZero();
        assertThat(run("rum", "import", csv("april", 50), "--dataset", "field", "--append"))
                .isZero();
    }

    /// LCP of 2,000 to 2,000 + 100 · (count - 1) ms, each of a page of its own.
    private String csv(String name, int count) throws Exception {
        var rows = new StringBuilder("url,device,lcp_ms\n");
        for (int i = 0; i < count; i++) {
            rows.append(
                    "https://shop.example/%s/item-%d,mobile,%d\n"
                            .formatted(name, i, 2_000 + i * 100));
        }
        return Files.writeString(folder.resolve(name + ".csv"), rows).toString();
    }

    private int run(String... arguments) {
        var all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--workspace", folder.resolve("work.parallax").toString()));
        var out = new StringWriter();
        var err = new StringWriter();
        var output = new Output(new PrintWriter(out), new PrintWriter(err));
        int code =
                Parallax.execute(
                        new Wiring(folders).commands(output, new Cancellation()),
                        "test",
                        output,
                        all.toArray(String[]::new));
        results = out.toString();
        remarks = err.toString();
        return code;
    }

    private JsonNode json() {
        return JsonMapper.builder().build().readTree(results);
    }

    @Test
    void listsImportsAndTakesOneOut() throws Exception {
        assertThat(run("rum", "imports", "field", "--json")).isZero();
        assertThat(json().at("/imports/0/pageViews").asInt()).isEqualTo(100);
        assertThat(json().at("/imports/1/pageViews").asInt()).isEqualTo(50);
        assertThat(json().at("/imports/1/files/0/name").asString()).isEqualTo("april.csv");
        assertThat(json().at("/imports/1/files/0/sha256").asString()).hasSize(64);
        long march = json().at("/imports/0/id").asLong();
        assertThat(run("rum", "imports", "field")).isZero();
        assertThat(results).contains("march.csv").contains("april.csv");

        assertThat(run("rum", "import", csv("copy", 0), "--dataset", "field", "--append"))
                .isEqualTo(2);
        Files.copy(folder.resolve("march.csv"), folder.resolve("renamed.csv"));
        assertThat(
                        run(
                                "rum",
                                "import",
                                folder.resolve("renamed.csv").toString(),
                                "--dataset",
                                "field",
                                "--append"))
                .isEqualTo(2);
        assertThat(remarks)
                .contains("the same content as \"march.csv\"")
                .contains("[import-file-known]");

        assertThat(run("rum", "unimport", "field", Long.toString(march))).isZero();
        assertThat(results).contains("\"field\" has 50 page views left");
        assertThat(run("rum", "unimport", "field", Long.toString(march))).isEqualTo(2);
        assertThat(remarks).contains("has no import").contains("[import-missing]");
        assertThat(run("rum", "show", "field", "--json")).isZero();
        assertThat(json().at("/pageViews").asInt()).isEqualTo(50);
        assertThat(json().at("/metrics/lcp/pageViews").asInt()).isEqualTo(50);
    }

    @Test
    void aDataSetGoesWithItsLastImport() {
        assertThat(run("rum", "imports", "field", "--json")).isZero();
        String march = json().at("/imports/0/id").asString();
        String april = json().at("/imports/1/id").asString();

        assertThat(run("rum", "unimport", "field", march, "--json")).isZero();
        assertThat(json().at("/datasetRemoved").asBoolean(true)).isFalse();
        assertThat(json().at("/pageViews").asInt()).isEqualTo(50);
        assertThat(run("rum", "unimport", "field", april)).isZero();
        assertThat(results.strip())
                .isEqualTo(
                        "Removed import %s; it was the last one, so the data set \"field\" is gone."
                                .formatted(april));
        assertThat(run("rum", "list", "--json")).isZero();
        assertThat(json().at("/datasets").isEmpty()).isTrue();

        assertThat(run("rum", "import", folder.resolve("april.csv").toString())).isZero();
        assertThat(run("rum", "imports", "april", "--json")).isZero();
        String only = json().at("/imports/0/id").asString();
        assertThat(run("rum", "unimport", "april", only, "--json")).isZero();
        assertThat(json().at("/datasetRemoved").asBoolean(false)).isTrue();
        assertThat(json().at("/pageViews").asInt(-1)).isZero();
    }

    @Test
    void aTrialTellsTheColumnsEvenWhenItRefuses() throws Exception {
        Path file =
                Files.writeString(
                        folder.resolve("shop.csv"), "url,device,basket\n/cart,Phone,12.50\n");

        assertThat(run("rum", "import", file.toString(), "--dry-run")).isEqualTo(2);
        assertThat(results)
                .contains("Nothing would be imported")
                .containsPattern("url +page ")
                .containsPattern("device +device ")
                .containsPattern("basket +not used");
        assertThat(remarks.strip().lines()).hasSize(1);
        assertThat(remarks)
                .contains("none of its columns is a metric (url, device, basket)")
                .contains("[import-no-metric]");

        assertThat(run("rum", "import", file.toString(), "--dry-run", "--json")).isEqualTo(2);
        assertThat(json().at("/columns/0/holds").asString()).isEqualTo("page");
        assertThat(json().at("/columns/2/holds").isNull()).isTrue();
        assertThat(json().at("/refused/code").asString()).isEqualTo("import-no-metric");
        assertThat(remarks).contains("[import-no-metric]");
    }

    @Test
    void aTrialTellsTheColumnsAsTheUserGaveThem() throws Exception {
        Path file =
                Files.writeString(folder.resolve("own.csv"), "where,painted\n/cart,1.25\n/,0.75\n");
        Path mapping =
                Files.writeString(
                        folder.resolve("own.json"),
                        """
                        {"format": "own", "shape": "delimited",
                         "at": {"page": ["where"], "lcp": [{"path": "painted", "unit": "s"}]}}
                        """);
        assertThat(
                        run(
                                "rum",
                                "import",
                                file.toString(),
                                "--mapping",
                                mapping.toString(),
                                "--dry-run"))
                .isZero();
        assertThat(results)
                .containsPattern("painted +lcp +s")
                .contains("2 of 2 records would be imported.");
        assertThat(run("rum", "list")).isZero();
        assertThat(results).doesNotContain("own");
    }

    @Test
    void refusesAKnownFileBeforeAnythingIsRead() throws Exception {
        Path broken = Files.writeString(folder.resolve("a-broken.csv"), "url,lcp_ms\n/,\"12\n");
        Files.copy(folder.resolve("april.csv"), folder.resolve("z-known.csv"));
        assertThat(
                        run(
                                "rum",
                                "import",
                                broken.toString(),
                                folder.resolve("z-known.csv").toString(),
                                "--dataset",
                                "field",
                                "--append"))
                .isEqualTo(2);
        assertThat(remarks.strip())
                .startsWith("parallax: cannot import \"z-known.csv\" into \"field\"")
                .endsWith("[import-file-known]")
                .doesNotContain("reading");
    }

    @Test
    void saysThatAFileNamedTwiceIsReadOnce() throws Exception {
        String may = csv("may", 20);
        assertThat(run("rum", "import", may, may, folder.toString() + "/may.csv")).isZero();
        assertThat(results)
                .contains("Imported 20 page views")
                .contains("Note: may.csv was named more than once");
    }

    @Test
    void tellsWhatIsInQuarantine() {
        assertThat(run("rum", "quarantine", "field")).isZero();
        assertThat(results).contains("No value of \"field\" is in quarantine.");
        assertThat(run("rum", "quarantine", "field", "--restore", "too-large", "--json")).isZero();
        assertThat(json().at("/restored").asInt()).isZero();
        assertThat(run("rum", "quarantine", "field", "--restore", "ugly")).isEqualTo(2);
        assertThat(remarks).contains("use one of not-a-number, negative, too-large");
        assertThat(run("rum", "quarantine", "field", "--lines", "1")).isZero();
        assertThat(results).contains("No line was kept.");
        assertThat(run("rum", "quarantine", "field", "--lines", "77")).isEqualTo(2);
    }

    @Test
    void importsByAMappingOfTheUsersOwn() throws Exception {
        Path mapping =
                Files.writeString(
                        folder.resolve("own.json"),
                        """
                        {"format":"shop","shape":"delimited","metricUnit":"s","at":{"page":"wo","lcp":"wie lang"}}
                        """);
        Path file = Files.writeString(folder.resolve("own.csv"), "wo,wie lang\n/a,1.25\n");
        assertThat(run("rum", "import", file.toString(), "--mapping", mapping.toString(), "--json"))
                .isZero();
        assertThat(json().at("/format").asString()).isEqualTo("shop");
        assertThat(json().at("/metrics/lcp/count").asInt()).isOne();
        assertThat(run("rum", "import", file.toString(), "--dataset", "b")).isEqualTo(2);
        String csv = file.toString();
        assertThat(run("rum", "import", csv, "--dataset", "c", "--mapping", csv)).isEqualTo(2);
        assertThat(remarks).contains("[import-bad-mapping]");
    }

    @Test
    void saysInWordsWhatBecameOfRules() {
        assertThat(run("rum", "rules", "list")).isZero();
        assertThat(results).contains("No rules of your own");
        assertThat(run("rum", "rules", "add", "/march/*", "/march/:slug")).isZero();
        assertThat(results.strip()).isEqualTo("/march/* becomes /march/:slug.");
        assertThat(run("rum", "rules", "add", "/april/*", "--json")).isZero();
        assertThat(json().at("/template").asString()).isEqualTo("/april/:any");
        assertThat(run("rum", "rules", "list")).isZero();
        assertThat(results)
                .containsPattern("/march/\\* +/march/:slug")
                .containsPattern("/april/\\* +/april/:any");
        assertThat(run("rum", "rules", "test", "/march/shoe", "--json")).isZero();
        assertThat(json().at("/page").asString()).isEqualTo("/march/:slug");
        assertThat(json().at("/rule").asString()).isEqualTo("/march/*");
        assertThat(run("rum", "rules", "remove", "/april/*")).isZero();
        assertThat(results.strip()).isEqualTo("Removed the rule for /april/*.");
        assertThat(run("rum", "rules", "remove", "/march/*", "--json")).isZero();
        assertThat(json().at("/removed").asString()).isEqualTo("/march/*");
    }

    @Test
    void tellsPathsFromPageViewsInSuggestions() throws Exception {
        String march = Files.readString(folder.resolve("march.csv"));
        Path twice = folder.resolve("twice.csv");
        Files.writeString(twice, march + march.substring(march.indexOf('\n') + 1));
        assertThat(run("rum", "import", twice.toString())).isZero();
        assertThat(run("rum", "rules", "suggest", "twice", "--json")).isZero();
        assertThat(json().at("/suggestions/0/paths").asInt()).isEqualTo(100);
        assertThat(json().at("/suggestions/0/pageViews").asInt()).isEqualTo(200);
        assertThat(run("rum", "rules", "suggest", "twice")).isZero();
        assertThat(results).containsPattern("/march/\\* +/march/:slug +100 +200 +/march/item-0");
    }

    @Test
    void listsPagesOfASegmentWithTheirFigures() {
        assertThat(run("rum", "rules", "add", "/march/*", "/march/:slug")).isZero();
        assertThat(run("rum", "rules", "add", "/april/*", "/april/:slug")).isZero();
        assertThat(run("rum", "pages", "field", "--most", "1")).isZero();
        assertThat(results)
                .containsPattern("/march/:slug +100 +66.7 % +– +– +9.4 s +– +– +79 +7.4 +–")
                .contains("0 of 2 pages are covered by a journey")
                .doesNotContain("/april");
        assertThat(run("rum", "pages", "field", "--page", "/april/x", "--json")).isZero();
        assertThat(json().at("/pages")).hasSize(1);
        assertThat(json().at("/pages/0/pageViews").asInt()).isEqualTo(50);
        assertThat(json().at("/pages/0/share").asDouble()).isOne();
        assertThat(json().at("/pages/0/poorViews/lcp").asInt()).isEqualTo(29);
        assertThat(json().at("/pages/0/coveredBy")).isEmpty();
        assertThat(json().at("/coverage/pages").asInt()).isEqualTo(1);
        assertThat(json().at("/coverage/covered").asInt()).isZero();
    }

    @Test
    void pagesAreSortedByWhatHurts() {
        for (String by : List.of("views", "poor", "minutes")) {
            assertThat(run("rum", "pages", "field", "--by", by, "--json")).isZero();
            double before = Double.MAX_VALUE;
            for (JsonNode page : json().at("/pages")) {
                double now =
                        switch (by) {
                            case "views" -> page.at("/pageViews").asDouble();
                            case "poor" -> page.at("/poorViews/lcp").asDouble();
                            default -> page.at("/poorMinutes/lcp").asDouble();
                        };
                assertThat(now).isLessThanOrEqualTo(before);
                before = now;
            }
        }
        assertThat(run("rum", "pages", "field", "--by", "luck")).isEqualTo(2);
    }

    @Test
    void exportsToAFileThatIsNotThereYet() throws Exception {
        Path out = folder.resolve("out.csv");
        String[] export = {
            "rum", "export", "--dataset", "field", "--out", out.toString(), "--json"
        };
        assertThat(run(export)).isZero();
        assertThat(json().at("/pageViews").asInt()).isEqualTo(150);
        assertThat(Files.readAllLines(out)).hasSize(151);
        Files.writeString(out, "precious");
        assertThat(run(export)).isEqualTo(2);
        assertThat(remarks).contains("[file-exists]");
        assertThat(out).hasContent("precious");
    }

    @Test
    void groupsPagesByRulesThatCanBeTried() {
        assertThat(run("rum", "rules", "suggest", "field", "--json")).isZero();
        assertThat(json().at("/suggestions/0/pattern").asString()).isEqualTo("/march/*");
        assertThat(json().at("/suggestions/0/template").asString()).isEqualTo("/march/:slug");
        assertThat(json().at("/suggestions/0/paths").asInt()).isEqualTo(100);
        assertThat(json().at("/suggestions/0/pageViews").asInt()).isEqualTo(100);
        assertThat(json().at("/suggestions/0/examples")).hasSize(5);

        assertThat(run("rum", "rules", "add", "/april/*", "/april/:slug")).isZero();
        assertThat(run("rum", "rules", "add", "/march/:slug", "--at", "1")).isZero();
        assertThat(run("rum", "rules", "add", "/march/*")).isEqualTo(2);
        assertThat(remarks).contains("[page-rule-twice]");
        assertThat(run("rum", "rules", "list", "--json")).isZero();
        assertThat(json().at("/rules/0/pattern").asString()).isEqualTo("/march/*");
        assertThat(json().at("/rules/1/template").asString()).isEqualTo("/april/:slug");

        assertThat(run("rum", "rules", "test", "https://shop.example/march/shoe?q=1")).isZero();
        assertThat(results.strip()).isEqualTo("/march/:slug (by the rule for /march/*)");
        assertThat(run("rum", "rules", "test", "/order/17")).isZero();
        assertThat(results.strip()).isEqualTo("/order/:id");

        assertThat(run("rum", "pages", "field", "--json")).isZero();
        JsonNode march = json().at("/pages/0");
        assertThat(json().at("/pages")).hasSize(2);
        assertThat(march.at("/page").asString()).isEqualTo("/march/:slug");
        assertThat(march.at("/share").asDouble()).isEqualTo(100 / 150.0);
        assertThat(march.at("/p75/lcp").asDouble()).isEqualTo(9_425);
        // 0.1 + 0.2 + … + 9.4 s beyond 2.5 s
        assertThat(march.at("/poorMinutes/lcp").asDouble())
                .isEqualTo(94 * 95 / 2 * 0.1 / 60, Offset.offset(1e-9));
        assertThat(run("rum", "pages", "field", "--where", "device=mobile", "--most", "1"))
                .isZero();
        assertThat(results).contains("/march/:slug").contains("66.7 %").contains("1 more pages");

        assertThat(run("rum", "rules", "remove", "/march/*")).isZero();
        assertThat(run("rum", "rules", "remove", "/march/*")).isEqualTo(2);
        assertThat(run("rum", "pages", "field", "--json")).isZero();
        assertThat(json().at("/pages")).hasSize(101);
    }
}
