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
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Data sets of distributions that a source summed up, as a user meets them in commands.
final class AggregateCommandsTest {
    @TempDir private Path folder;

    private Folders folders;
    private String results = "";
    private String remarks = "";

    @BeforeEach
    void importAnAnswer() throws Exception {
        folders =
                new Folders(
                        folder.resolve("config"), folder.resolve("data"), folder.resolve("cache"));
        assertThat(run("rum", "import", answer("PHONE"), "--dataset", "crux")).isZero();
    }

    private String answer(String formFactor) throws Exception {
        String text =
                """
                {"record":{"key":{"origin":"https://shop.example","formFactor":"%s"},
                "metrics":{"largest_contentful_paint":{
                  "histogram":[{"start":0,"end":2500,"density":0.7},{"start":2500,"end":4000,"density":0.2},
                               {"start":4000,"density":0.1}],
                  "percentiles":{"p75":2600}},
                 "first_contentful_paint":{
                  "histogram":[{"start":0,"end":1000,"density":0.5},{"start":1000,"density":0.5}]}},
                "collectionPeriod":{"firstDate":{"year":2026,"month":10,"day":5},
                                    "lastDate":{"year":2026,"month":11,"day":1}}}}
                """
                        .formatted(formFactor);
        return Files.writeString(folder.resolve(formFactor + ".json"), text).toString();
    }

    /// A download of the History API: weeks that begin 7 days apart from a Monday of October on.
    private String history(String name, int firstWeek, String lcp, String fcp) throws Exception {
        int weeks = lcp.split(",").length;
        var periods = new StringJoiner(",");
        for (int week = firstWeek; week < firstWeek + weeks; week++) {
            LocalDate first = LocalDate.of(2026, 10, 5).plusWeeks(week);
            LocalDate last = first.plusDays(27);
            periods.add(
                    """
                    {"firstDate":{"year":%d,"month":%d,"day":%d},"lastDate":{"year":%d,"month":%d,"day":%d}}\
                    """
                            .formatted(
                                    first.getYear(),
                                    first.getMonthValue(),
                                    first.getDayOfMonth(),
                                    last.getYear(),
                                    last.getMonthValue(),
                                    last.getDayOfMonth()));
        }
        String more =
                fcp.isEmpty()
                        ? ""
                        : ",\"first_contentful_paint\":{\"percentilesTimeseries\":{\"p75s\":[%s]}}"
                                .formatted(fcp);
        String text =
                """
                {"record":{"key":{"origin":"https://shop.example"},
                "metrics":{"largest_contentful_paint":{"percentilesTimeseries":{"p75s":[%s]}}%s},
                "collectionPeriods":[%s]}}
                """
                        .formatted(lcp, more, periods);
        return Files.writeString(folder.resolve(name), text).toString();
    }

    @Test
    void listsNoWeekTwice() throws Exception {
        assertThat(
                        run(
                                "rum",
                                "import",
                                history("autumn.json", 0, "2100,2200,2300", ""),
                                "--dataset",
                                "weeks"))
                .isZero();
        String winter = history("winter.json", 1, "2200,2300,2400", "");
        assertThat(run("rum", "import", winter, "--dataset", "weeks", "--append", "--json"))
                .isZero();
        assertThat(json().at("/recordsRead").asInt()).isEqualTo(3);
        assertThat(json().at("/imported").asInt()).isOne();
        assertThat(json().at("/duplicates").asInt()).isEqualTo(2);
        assertThat(json().at("/distributions").asInt()).isEqualTo(4);

        assertThat(run("rum", "show", "weeks", "--json")).isZero();
        assertThat(json().at("/distributions").findValuesAsString("from"))
                .containsExactly("2026-10-05", "2026-10-12", "2026-10-19", "2026-10-26");

        assertThat(
                        run(
                                "rum",
                                "import",
                                history("again.json", 2, "2300,2400", ""),
                                "--dataset",
                                "weeks",
                                "--append"))
                .isEqualTo(2);
        assertThat(remarks)
                .contains("of its 2 records 2 are in the data set already, and none is new")
                .contains("[import-nothing-new]");
    }

    @Test
    void addsTheMetricsOfAKnownWeekThatAreNew() throws Exception {
        String autumn = history("autumn.json", 0, "2100,2200", "");
        assertThat(run("rum", "import", autumn, "--dataset", "weeks")).isZero();
        String both = history("both.json", 1, "2200,2300", "900,950");
        assertThat(run("rum", "import", both, "--dataset", "weeks", "--append", "--json")).isZero();
        assertThat(json().at("/imported").asInt()).isEqualTo(2);
        assertThat(json().at("/metrics/lcp/count").asInt()).isOne();
        assertThat(json().at("/metrics/fcp/count").asInt()).isEqualTo(2);

        String other = history("other.json", 1, "2222,2300,2400", "900,950,990");
        assertThat(run("rum", "import", other, "--dataset", "weeks", "--append", "--json"))
                .isZero();
        assertThat(json().at("/imported").asInt()).isOne();
        assertThat(json().at("/duplicates").asInt()).isOne();
        assertThat(json().at("/rejected/0/reason").asString())
                .isEqualTo("other figures than an earlier record of the same page and days");
    }

    private String pageViews() throws Exception {
        return Files.writeString(folder.resolve("views.csv"), "page,lcp_ms\n/,1000\n").toString();
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
        return JsonMapper.shared().readTree(results);
    }

    @Test
    void theReportClaimsNoPageViews() {
        assertThat(results)
                .contains(
                        "aggregate: 2 distributions of 1 page, from 2026-10-05 to 2026-11-01, no number of page views is given by this source.")
                .doesNotContain("page views into");
    }

    @Test
    void tellsThePercentilesThatTheFileGives() throws Exception {
        assertThat(run("rum", "import", answer("DESKTOP"), "--dataset", "desktop", "--json"))
                .isZero();
        assertThat(json().at("/kind").asString()).isEqualTo("aggregate");
        assertThat(json().at("/recordsRead").asInt()).isOne();
        assertThat(json().at("/imported").asInt()).isOne();
        assertThat(json().at("/pageViews").asInt()).isZero();
        assertThat(json().at("/weight").asInt()).isZero();
        assertThat(json().at("/from").asString()).isEqualTo("2026-10-05T00:00:00Z");
        assertThat(json().at("/metrics/lcp/p75").asDouble()).isEqualTo(2600);
        assertThat(json().at("/metrics/lcp/p50").isNull()).isTrue();
        assertThat(json().at("/metrics/fcp/p75").isNull()).isTrue();
    }

    @Test
    void addsMoreAndTellsNoPercentileOfSeveral() throws Exception {
        assertThat(
                        run(
                                "rum",
                                "import",
                                answer("DESKTOP"),
                                "--dataset",
                                "crux",
                                "--append",
                                "--json"))
                .isZero();
        assertThat(json().at("/distributions").asInt()).isEqualTo(4);
        assertThat(json().at("/pages").asInt()).isOne();
        assertThat(json().at("/metrics/lcp/p75").isNull()).isTrue();

        assertThat(run("rum", "imports", "crux", "--json")).isZero();
        assertThat(json().at("/imports")).hasSize(2);
        assertThat(json().at("/imports/0/pageViews").asInt()).isZero();
        assertThat(json().at("/imports/0/excluded").asInt()).isZero();
    }

    @Test
    void showsSharesAsExactlyAsTheBinsAllow() {
        assertThat(run("rum", "show", "crux")).isZero();
        assertThat(results.lines().map(line -> line.strip().replaceAll(" {2,}", " | ")))
                .contains(
                        "https://shop.example | phone | 2026-10-05 | 2026-11-01 | FCP | – | 50.0–100.0 % | 0.0–50.0 % | 0.0–50.0 %",
                        "https://shop.example | phone | 2026-10-05 | 2026-11-01 | LCP | 2.6 s | 70.0 % | 20.0 % | 10.0 %");

        assertThat(run("rum", "show", "crux", "--most", "1")).isZero();
        assertThat(results).contains("… and 1 more; --json tells all.");

        assertThat(run("rum", "show", "crux", "--json")).isZero();
        assertThat(json().at("/kind").asString()).isEqualTo("aggregate");
        assertThat(json().at("/pageViews").asInt()).isZero();
        assertThat(json().at("/distributions/0/good/high").asDouble()).isEqualTo(1);
        assertThat(json().at("/distributions/1/p75").asDouble()).isEqualTo(2600);
        assertThat(json().at("/distributions/1/bins/2/1").isNull()).isTrue();
    }

    @Test
    void listsThemAsWhatTheyAre() throws Exception {
        assertThat(run("rum", "import", pageViews(), "--dataset", "views")).isZero();
        assertThat(run("rum", "list", "--json")).isZero();
        assertThat(json().at("/datasets/0/kind").asString()).isEqualTo("aggregate");
        assertThat(json().at("/datasets/0/pageViews").asInt()).isZero();
        assertThat(json().at("/datasets/0/excluded").asInt()).isZero();
        assertThat(json().at("/datasets/1/kind").asString()).isEqualTo("page-views");
        assertThat(json().at("/datasets/1/pageViews").asInt()).isOne();
    }

    @Test
    void isNotMixedWithPageViews() throws Exception {
        assertThat(run("rum", "import", pageViews(), "--dataset", "crux", "--append")).isEqualTo(2);
        assertThat(remarks).contains("it holds distributions, the files hold page views");
        assertThat(run("rum", "import", pageViews(), "--dataset", "views")).isZero();
        assertThat(run("rum", "import", answer("TABLET"), "--dataset", "views", "--append"))
                .isEqualTo(2);
        assertThat(remarks).contains("it holds page views, the files hold distributions");
        assertThat(run("rum", "import", answer("TABLET"), pageViews(), "--dataset", "both"))
                .isEqualTo(2);
        assertThat(remarks).contains("cannot import the files together");
    }

    @Test
    void noWordAboutAnImportClaimsPageViews() throws Exception {
        assertThat(run("rum", "import", answer("TABLET"), "--dataset", "trial", "--dry-run"))
                .isZero();
        assertThat(results).contains("distributions").doesNotContain("page views");
        assertThat(run("rum", "certificate", "crux")).isZero();
        assertThat(results).contains("distributions").doesNotContain("page views");
        Path html = folder.resolve("certificate.html");
        assertThat(run("rum", "certificate", "crux", "--json", "--html", html.toString())).isZero();
        assertThat(json().at("/metrics/lcp/0/distributions").asInt()).isOne();
        assertThat(json().at("/metrics/lcp/0/pageViews").isMissingNode()).isTrue();
        assertThat(Files.readString(html)).contains("Distributions").doesNotContain("Page views");

        assertThat(run("rum", "import", answer("TABLET"), "--dataset", "crux", "--append"))
                .isZero();
        assertThat(run("rum", "imports", "crux")).isZero();
        assertThat(results).contains("distributions").doesNotContainIgnoringCase("page view");
        assertThat(run("rum", "imports", "crux", "--json")).isZero();
        String latest = json().at("/imports/1/id").asString();
        assertThat(run("rum", "unimport", "crux", latest)).isZero();
        assertThat(results.strip()).endsWith("\"crux\" has 1 distribution left.");
    }

    @Test
    void answersNoQuestionAboutPageViews() {
        for (List<String> question :
                List.of(
                        List.of("rum", "percentiles", "--dataset", "crux", "--metric", "lcp"),
                        List.of("rum", "pages", "crux"),
                        List.of("rum", "rules", "suggest", "crux"))) {
            assertThat(run(question.toArray(String[]::new))).isEqualTo(2);
            assertThat(remarks.strip().lines()).hasSize(1);
            assertThat(remarks).contains("[dataset-is-aggregate]");
        }
    }
}
