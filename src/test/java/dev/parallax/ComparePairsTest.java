package dev.parallax;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parallax.cli.Cancellation;
import dev.parallax.cli.Output;
import dev.parallax.cli.Parallax;
import dev.parallax.journey.Journey;
import dev.parallax.journey.Step;
import dev.parallax.measure.Conditions;
import dev.parallax.measure.Iteration;
import dev.parallax.measure.PageResult;
import dev.parallax.measure.Profile;
import dev.parallax.measure.Run;
import dev.parallax.measure.RunStatus;
import dev.parallax.metric.Metric;
import dev.parallax.metric.PageTemplate;
import dev.parallax.settings.Folders;
import dev.parallax.store.Workspace;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `compare runs`, `compare users` and `compare saved` as a user types them, on real files.
final class ComparePairsTest {
    private static final Instant START = Instant.parse("2026-11-01T10:00:00Z");

    @TempDir private Path folder;

    private Path file;
    private String results = "";
    private String remarks = "";

    @BeforeEach
    void setUp() {
        file = folder.resolve("work.parallax");
    }

    private int run(String... words) {
        var out = new StringWriter();
        var err = new StringWriter();
        var output = new Output(new PrintWriter(out), new PrintWriter(err));
        var folders =
                new Folders(
                        folder.resolve("config"), folder.resolve("data"), folder.resolve("cache"));
        String[] all = java.util.Arrays.copyOf(words, words.length + 2);
        all[words.length] = "--workspace";
        all[words.length + 1] = file.toString();
        int code =
                Parallax.execute(
                        new Wiring(folders).commands(output, new Cancellation()),
                        "test",
                        output,
                        all);
        results = out.toString();
        remarks = err.toString();
        return code;
    }

    private JsonNode json() {
        return JsonMapper.builder().build().readTree(results);
    }

    private static Journey journey(String path) {
        return new Journey(
                "Checkout",
                Journey.Kind.HTTP,
                Map.of(),
                List.of(),
                List.of(
                        new Step.Request("Get", "GET", "http://127.0.0.1" + path, Map.of(), null),
                        new Step.PageMark("pay")));
    }

    private static Run measured(int revision, int hour, Profile profile, double... lcp) {
        return new Run(
                UUID.randomUUID(),
                "Checkout",
                revision,
                RunStatus.OK,
                false,
                START.plus(Duration.ofHours(hour)),
                Duration.ofSeconds(3),
                new Conditions(profile, profile, "Chromium 156", -1, List.of()),
                IntStream.range(0, lcp.length)
                        .mapToObj(i ->
                                new Iteration(
                                        i + 1,
                                        List.of(),
                                        List.of(
                                                new PageResult(
                                                        "pay",
                                                        "http://127.0.0.1/pay",
                                                        new PageTemplate("/pay"),
                                                        Map.of(
                                                                Metric.LCP,
                                                                lcp[i],
                                                                Metric.TTFB,
                                                                100.0 + i))),
                                        List.of(),
                                        Optional.empty()))
                        .toList(),
                Optional.empty());
    }

    private static double[] around(double median, int values, int seed) {
        return new SplittableRandom(seed).doubles(values, median * 0.98, median * 1.02).toArray();
    }

    private void runsOfTwoRevisions() {
        try (Workspace workspace = Workspace.create(file, InstantSource.fixed(START))) {
            workspace.journeys().save(journey("/a"));
            workspace.runs().save(measured(1, 0, Profile.DESKTOP, around(2000, 14, 1)));
            workspace.journeys().save(journey("/b"));
            workspace.runs().save(measured(2, 24, Profile.DESKTOP, around(2400, 12, 2)));
            workspace.runs().save(measured(2, 25, Profile.MOBILE, around(3000, 12, 3)));
        }
    }

    @Test
    void twoRevisionsAreSetAgainstEachOther() {
        runsOfTwoRevisions();

        assertThat(run("compare", "runs", "--journey", "Checkout", "--json")).isZero();
        JsonNode answer = json();
        assertThat(answer.at("/verdict/kind").asString()).isEqualTo("slower");
        assertThat(answer.at("/before").asString()).isEqualTo("revision 1");
        assertThat(answer.at("/metrics/0/metric").asString()).isEqualTo("lcp");
        assertThat(answer.at("/metrics/0/before/n").asInt()).isEqualTo(14);
        assertThat(answer.at("/metrics/0/shift/value").asDouble()).isBetween(370.0, 430.0);
        assertThat(answer.at("/metrics/0/shift/low").asDouble()).isGreaterThan(300);
        assertThat(answer.at("/metrics/0/noiseFloor").asDouble()).isBetween(1.0, 100.0);
        assertThat(answer.at("/metrics/1/metric").asString()).isEqualTo("ttfb");
        assertThat(answer.at("/metrics/1/verdict/kind").asString())
                .isEqualTo("no-difference-shown");
        assertThat(answer.at("/metrics/1/mannWhitney/method").asString()).isEqualTo("normal");

        assertThat(
                        run(
                                "compare",
                                "runs",
                                "--journey",
                                "Checkout",
                                "--revisions",
                                "2,1",
                                "--metric",
                                "lcp"))
                .isZero();
        assertThat(results)
                .startsWith("Lab LCP on pay fell from 2.4")
                .contains("revision 1 is faster than revision 2.")
                .contains("LCP ms")
                .doesNotContain("TTFB");
    }

    @Test
    void stretchesOfTimeAndTheNewestAreSides() {
        runsOfTwoRevisions();

        assertThat(
                        run(
                                "compare",
                                "runs",
                                "--journey",
                                "Checkout",
                                "--before",
                                "2026-11-01..2026-11-02",
                                "--after",
                                "2026-11-02..2026-11-03",
                                "--metric",
                                "lcp"))
                .isZero();
        assertThat(results)
                .contains("2026-11-02 to 2026-11-03 is slower than 2026-11-01 to 2026-11-02.");

        assertThat(
                        run(
                                "compare",
                                "runs",
                                "--journey",
                                "Checkout",
                                "--newest",
                                "12",
                                "--metric",
                                "lcp",
                                "--json"))
                .isZero();
        assertThat(json().at("/verdict/kind").asString()).isEqualTo("slower");
        assertThat(json().at("/metrics/0/before/n").asInt()).isEqualTo(12);
        assertThat(json().at("/before").asString()).isEqualTo("the 12 before");
    }

    @Test
    void runsUnderAnotherProfileAreOtherConditions() {
        runsOfTwoRevisions();

        assertThat(
                        run(
                                "compare",
                                "runs",
                                "--journey",
                                "Checkout",
                                "--newest",
                                "12",
                                "--profile",
                                "mobile",
                                "--profile-before",
                                "desktop",
                                "--metric",
                                "lcp",
                                "--json"))
                .isZero();
        assertThat(json().at("/verdict/kind").asString()).isEqualTo("different-conditions");
        assertThat(json().at("/verdict/text").asString())
                .contains("device desktop and mobile; viewport 1350 × 940 at 1 and 412 × 823");
    }

    @Test
    void whatCannotBeComparedIsSaidInOneLine() {
        try (Workspace workspace = Workspace.create(file, InstantSource.fixed(START))) {
            workspace.journeys().save(journey("/a"));
            workspace.runs().save(measured(1, 0, Profile.DESKTOP, around(2000, 14, 1)));
        }
        refuses("only revision 1 was run", "compare", "runs", "--journey", "Checkout");
        refuses(
                "revision 7 of \"Checkout\" was never run",
                "compare",
                "runs",
                "--journey",
                "Checkout",
                "--revisions",
                "1,7");
        refuses(
                "--before and --after belong together",
                "compare",
                "runs",
                "--journey",
                "Checkout",
                "--before",
                "2026-11-01..2026-11-02");
        refuses(
                "exclude one another",
                "compare",
                "runs",
                "--journey",
                "Checkout",
                "--newest",
                "3",
                "--revisions",
                "1,2");
        refuses("newest 0 values", "compare", "runs", "--journey", "Checkout", "--newest", "0");
        refuses("Missing required option", "compare", "runs");
        refuses("Missing required options", "compare", "--journey", "Checkout");
        refuses(
                "there is no data set \"x\"",
                "compare",
                "users",
                "--dataset",
                "x",
                "--metric",
                "lcp");
    }

    private void refuses(String why, String... words) {
        assertThat(run(words)).isEqualTo(2);
        assertThat(remarks.strip()).contains(why).doesNotContain("\n");
        assertThat(results).isEmpty();
    }

    @Test
    void helpTeaches() {
        assertThat(run("compare", "--help")).isZero();
        assertThat(results).contains("--journey", "compare runs --help", "compare users --help");
        assertThat(run("compare", "runs", "--help")).isZero();
        assertThat(results)
                .contains("parallax compare runs", "--revisions", "--newest 20", "5 % and 50 ms");
        assertThat(run("compare", "users", "--help")).isZero();
        assertThat(results).contains("parallax compare users", "--after release=1.5");
    }

    private void views() throws IOException {
        var rows = new StringBuilder("url,release,device,session,lcp_ms\n");
        var random = new SplittableRandom(4);
        for (int i = 0; i < 3_000; i++) {
            boolean isNew = i % 2 == 0;
            rows.append("https://shop.example/pay,")
                    .append(isNew ? "1.5" : "1.4")
                    .append(i % 3 == 0 ? ",mobile," : ",desktop,")
                    .append(i / 6 * 2 + i % 2)
                    .append(',')
                    .append(
                            (int)
                                    (1500 * Math.exp(0.5 * random.nextGaussian())
                                            + (isNew ? 500 : 0)))
                    .append('\n');
        }
        Path csv = Files.writeString(folder.resolve("views.csv"), rows);
        assertThat(run("rum", "import", csv.toString())).isZero();
    }

    @Test
    void twoSegmentsAreSetAgainstEachOther() throws Exception {
        views();

        assertThat(
                        run(
                                "compare",
                                "users",
                                "--dataset",
                                "views",
                                "--metric",
                                "lcp",
                                "--before",
                                "release=1.4",
                                "--after",
                                "release=1.5",
                                "--json"))
                .isZero();
        JsonNode answer = json();
        assertThat(answer.at("/verdict/kind").asString()).isEqualTo("worse");
        assertThat(answer.at("/verdict/text").asString())
                .startsWith(
                        "LCP of release 1.5 is worse than that of release 1.4: p75 rose from 2.");
        assertThat(answer.at("/differences/p75/value").asDouble()).isBetween(350.0, 650.0);
        assertThat(answer.at("/shares/poor/low").isNumber()).isTrue();
        assertThat(answer.at("/shift").size()).isEqualTo(9);
        assertThat(answer.at("/wasserstein/value").asDouble()).isBetween(400.0, 600.0);
        assertThat(answer.at("/before/n").asInt()).isEqualTo(1500);
        assertThat(answer.at("/inBoth").asInt()).isZero();

        assertThat(
                        run(
                                "compare",
                                "users",
                                "--dataset",
                                "views",
                                "--metric",
                                "lcp",
                                "--where",
                                "release=1.4",
                                "--after",
                                "device=mobile"))
                .isZero();
        assertThat(results)
                .contains("everybody and device mobile", "page views are on both sides")
                .contains("after - before", "Wasserstein distance");
    }

    @Test
    void twoDatasetsAreSetAgainstEachOtherByTheirNames() throws Exception {
        for (String name : new String[] {"october", "november"}) {
            var rows = new StringBuilder("url,session,lcp_ms\n");
            int slower = name.equals("november") ? 800 : 0;
            for (int i = 0; i < 400; i++) {
                rows.append("https://shop.example/pay,")
                        .append(i / 2)
                        .append(',')
                        .append(1000 + 3 * i + slower)
                        .append('\n');
            }
            Path csv = Files.writeString(folder.resolve(name + ".csv"), rows);
            assertThat(run("rum", "import", csv.toString())).isZero();
        }

        assertThat(
                        run(
                                "compare",
                                "users",
                                "--dataset",
                                "october",
                                "--after-dataset",
                                "november",
                                "--metric",
                                "lcp",
                                "--page",
                                "/pay"))
                .isZero();
        assertThat(results)
                .startsWith(
                        "LCP of november is worse than that of october: p75 rose from 1.90 s to 2.70 s (+800 ms");
    }

    @Test
    void aSavedComparisonIsAnsweredAnew() throws IOException {
        runsOfTwoRevisions();
        views();
        String[] question = {
            "compare",
            "--journey",
            "Checkout",
            "--dataset",
            "views",
            "--metric",
            "lcp",
            "--page",
            "/pay",
            "--revision",
            "1",
            "--save",
            "first"
        };
        assertThat(run(question)).isZero();

        assertThat(run("compare", "saved", "--json")).isZero();
        JsonNode first = json().at("/comparisons/0");
        assertThat(first.at("/name").asString()).isEqualTo("first");
        assertThat(first.at("/before").isNull()).isTrue();
        assertThat(first.at("/changed").asBoolean()).isFalse();
        String verdict = first.at("/verdict").asString();
        assertThat(verdict).isNotBlank();
        assertThat(run("compare", "saved", "first", "--json")).isZero();
        assertThat(json().at("/comparisons/0/before").asString()).isEqualTo(verdict);

        assertThat(run("rum", "delete", "views")).isZero();
        assertThat(run("compare", "saved", "--json")).isZero();
        assertThat(json().at("/comparisons/0/verdict").isNull()).isTrue();
        assertThat(json().at("/comparisons/0/problem").asString()).isNotBlank();

        assertThat(run("compare", "saved", "first", "--forget")).isZero();
        assertThat(run("compare", "saved")).isZero();
        assertThat(results).contains("No comparison is saved yet");
        refuses("none was saved yet", "compare", "saved", "first");
        refuses("needs the name", "compare", "saved", "--forget");
    }

    @Test
    void whatHasNoAnswerOrNoNameIsNotSaved() throws IOException {
        runsOfTwoRevisions();
        views();
        refuses(
                "it has no name",
                "compare",
                "--journey",
                "Checkout",
                "--dataset",
                "views",
                "--metric",
                "lcp",
                "--save",
                " ");
        refuses(
                "no data set",
                "compare",
                "--journey",
                "Checkout",
                "--dataset",
                "nowhere",
                "--metric",
                "lcp",
                "--save",
                "first");
        assertThat(run("compare", "saved")).isZero();
        assertThat(results).contains("No comparison is saved yet");
    }

    @Test
    void pairsAreSavedAndAnsweredAnew() throws IOException {
        runsOfTwoRevisions();
        views();
        assertThat(run("compare", "runs", "--journey", "Checkout", "--save", "runs")).isZero();
        assertThat(
                        run(
                                "compare",
                                "users",
                                "--dataset",
                                "views",
                                "--metric",
                                "lcp",
                                "--before",
                                "release=1.4",
                                "--after",
                                "release=1.5",
                                "--save",
                                "users"))
                .isZero();

        assertThat(run("compare", "saved", "--json")).isZero();
        JsonNode runs = json().at("/comparisons/0");
        assertThat(runs.at("/kind").asString()).isEqualTo("lab-and-lab");
        assertThat(runs.at("/page").asString()).isEqualTo("pay");
        assertThat(runs.at("/dataset").isNull()).isTrue();
        assertThat(runs.at("/verdict").asString()).isEqualTo("slower");
        JsonNode users = json().at("/comparisons/1");
        assertThat(users.at("/kind").asString()).isEqualTo("field-and-field");
        assertThat(users.at("/journey").isNull()).isTrue();
        assertThat(users.at("/datasetAfter").asString()).isEqualTo("views");
        assertThat(users.at("/verdict").asString()).isEqualTo("worse");

        refuses("it has no name", "compare", "runs", "--journey", "Checkout", "--save", " ");
    }
}
