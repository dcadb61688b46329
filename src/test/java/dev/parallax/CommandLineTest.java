package dev.parallax;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parallax.cli.Cancellation;
import dev.parallax.cli.Output;
import dev.parallax.cli.Parallax;
import dev.parallax.settings.Folders;
import dev.parallax.settings.SettingsFile;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The commands as a user types them, on real files: what comes out, and what bad input leads to.
final class CommandLineTest {
    private static final String JOURNEY =
            """
            {"format": "parallax-journey", "version": 1, "name": "Ping", "kind": "http",
             "variables": {"base": "http://127.0.0.1:9"},
             "steps": [{"type": "request", "method": "GET", "url": "${base}/"}, {"type": "page", "page": "ping"}]}
            """;

    @TempDir private Path folder;

    private Folders folders;
    private Path workspace;
    private String results = "";
    private String remarks = "";

    @BeforeEach
    void setUp() {
        folders =
                new Folders(
                        folder.resolve("config"), folder.resolve("data"), folder.resolve("cache"));
        workspace = folder.resolve("work.parallax");
    }

    private int run(String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        var output = new Output(new PrintWriter(out), new PrintWriter(err));
        int code =
                Parallax.execute(
                        new Wiring(folders).commands(output, new Cancellation()),
                        "test",
                        output,
                        arguments);
        results = out.toString();
        remarks = err.toString();
        return code;
    }

    private int inWorkspace(String... arguments) {
        String[] all = java.util.Arrays.copyOf(arguments, arguments.length + 2);
        all[arguments.length] = "--workspace";
        all[arguments.length + 1] = workspace.toString();
        return run(all);
    }

    private Path file(String name, String content) throws Exception {
        return Files.writeString(folder.resolve(name), content);
    }

    private void assertOneClearLine(String... words) {
        String last = remarks.strip().lines().reduce((_, line) -> line).orElse("");
        assertThat(last).startsWith("parallax: ").contains(words).matches(".*\\[[a-z-]+]");
        assertThat(remarks).doesNotContain("Exception").doesNotContain("\tat ");
        assertThat(results).isEmpty();
    }

    private JsonNode json() {
        return JsonMapper.builder().build().readTree(results);
    }

    @Test
    void importsListsExportsAndDeletesAJourney() throws Exception {
        assertThat(
                        inWorkspace(
                                "journey",
                                "import",
                                file("ping.json", JOURNEY).toString(),
                                "--json"))
                .isZero();
        assertThat(json().at("/journeys/0/steps").asInt()).isEqualTo(2);
        assertThat(json().at("/journeys/0/requests").asInt()).isEqualTo(1);
        assertThat(json().at("/journeys/0/secrets").asInt()).isZero();

        assertThat(inWorkspace("journey", "list", "--json")).isZero();
        assertThat(results.replaceAll("\\s", ""))
                .isEqualTo("{\"journeys\":[{\"name\":\"Ping\",\"kind\":\"http\",\"steps\":2}]}");

        assertThat(inWorkspace("journey", "export", "Ping")).isZero();
        assertThat(results).contains("\"parallax-journey\"");

        assertThat(inWorkspace("journey", "delete", "Ping")).isZero();
        assertThat(inWorkspace("journey", "show", "Ping")).isEqualTo(2);
        assertOneClearLine("there is no journey \"Ping\"");
    }

    @Test
    void importsPageViewsAndTellsExactPercentiles() throws Exception {
        var rows = new StringBuilder("url,device,lcp_ms\n");
        for (int i = 1; i <= 100; i++) {
            rows.append("https://shop.example/product/")
                    .append(i)
                    .append("?q=1,mobile,")
                    .append(i * 10)
                    .append('\n');
        }
        Path csv = file("views.csv", rows.toString());

        assertThat(inWorkspace("rum", "import", csv.toString(), "--json")).isZero();
        assertThat(json().at("/dataset").asString()).isEqualTo("views");
        assertThat(json().at("/recordsRead").asInt()).isEqualTo(100);
        assertThat(json().at("/metrics/lcp/count").asInt()).isEqualTo(100);

        assertThat(
                        inWorkspace(
                                "rum",
                                "percentiles",
                                "--dataset",
                                "views",
                                "--metric",
                                "lcp",
                                "--page",
                                "/product/5",
                                "--json"))
                .isZero();
        JsonNode group = json().at("/groups/0");
        assertThat(group.at("/quantiles/p50").asDouble()).isEqualTo(505.0);
        assertThat(group.at("/quantiles/p75").asDouble()).isEqualTo(752.5);
        assertThat(group.at("/quantiles/p99/needs").asInt()).isEqualTo(368);
        assertThat(group.at("/quantiles/p99/has").asInt()).isEqualTo(100);
    }

    @Test
    void aRefusingSiteFailsTheCheckAndIsStored() throws Exception {
        inWorkspace("journey", "import", file("ping.json", JOURNEY).toString());
        int freePort;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            freePort = socket.getLocalPort();
        }

        int code =
                inWorkspace(
                        "check",
                        "run",
                        "Ping",
                        "--set",
                        "base=http://127.0.0.1:" + freePort,
                        "--json");

        assertThat(code).isEqualTo(1);
        assertThat(json().at("/status").asString()).isEqualTo("failed");
        assertThat(json().at("/problem").asString()).contains("refused");
        assertThat(inWorkspace("workspace", "info", "--json")).isZero();
        assertThat(json().at("/runs").asInt()).isEqualTo(1);
    }

    @Test
    void aRunIsExportedAsAnArchiveNowAndLater() throws Exception {
        inWorkspace("journey", "import", file("ping.json", JOURNEY).toString());
        Path now = folder.resolve("now.har");
        Path later = folder.resolve("later.har");

        inWorkspace("check", "run", "Ping", "--har", now.toString(), "--json");
        String run = json().at("/run").asString();
        assertThat(json().at("/waterfall/exchanges/0/url").asString())
                .isEqualTo("http://127.0.0.1:9/");
        assertThat(json().at("/machine/processors").asInt()).isPositive();
        assertThat(json().at("/medianIteration").isNull()).isTrue();

        assertThat(inWorkspace("check", "export", run, "--har", later.toString())).isZero();
        assertThat(later).hasSameTextualContentAs(now);
        assertThat(inWorkspace("check", "export", run, "--har", later.toString())).isEqualTo(2);
        assertThat(remarks).contains("the file exists already");
        assertThat(inWorkspace("check", "export", run, "--trace", "t.zip")).isEqualTo(2);
        assertThat(remarks).contains("[no-trace]");
        assertThat(inWorkspace("check", "export", run)).isEqualTo(2);
        assertThat(remarks).contains("[nothing-to-export]");
    }

    @Test
    void aJourneyWithSecretsIsNotExported() throws Exception {
        String secret = JOURNEY.replace("${base}/\"", "${base}/?key=${secret:key}\"");
        inWorkspace("journey", "import", file("ping.json", secret).toString());
        inWorkspace("check", "run", "Ping", "--json");
        String run = json().at("/run").asString();

        assertThat(inWorkspace("check", "export", run, "--har", folder.resolve("a.har").toString()))
                .isEqualTo(2);
        assertThat(remarks).contains("[secrets-in-journey]");
    }

    @Test
    void aRemoteBrowserIsForBrowserJourneys() throws Exception {
        inWorkspace("journey", "import", file("ping.json", JOURNEY).toString());

        assertThat(inWorkspace("check", "run", "Ping", "--remote", "http://127.0.0.1:9"))
                .isEqualTo(2);
        assertThat(remarks).contains("[remote-without-browser]");
    }

    @Test
    void noBrowserIsTheEnvironmentsFault() throws Exception {
        new SettingsFile(folders.settingsFile())
                .update(settings ->
                        settings.withBrowser(Optional.of(folder.resolve("no-browser"))));
        inWorkspace(
                "journey",
                "import",
                file(
                                "b.json",
                                JOURNEY.replace("\"http\"", "\"browser\"")
                                        .replace(
                                                "{\"type\": \"request\", \"method\": \"GET\", \"url\"",
                                                "{\"type\": \"navigate\", \"url\""))
                        .toString());

        assertThat(inWorkspace("check", "run", "Ping", "--json")).isEqualTo(3);
        assertThat(json().at("/status").asString()).isEqualTo("not-observed");
        assertThat(json().at("/problem").asString()).contains("browser-not-found");
    }

    @Test
    void refusesJourneysThatAreNone() throws Exception {
        String hover = JOURNEY.replace("\"request\"", "\"hover\"");

        assertThat(inWorkspace("journey", "import", folder.resolve("gone.json").toString()))
                .isEqualTo(2);
        assertOneClearLine("there is no such file");
        assertThat(inWorkspace("journey", "import", file("hover.json", hover).toString()))
                .isEqualTo(2);
        assertOneClearLine("step 1", "unknown type \"hover\"");
        assertThat(inWorkspace("journey", "import", file("empty.json", "").toString()))
                .isEqualTo(2);
        assertOneClearLine("the file is empty");

        assertThat(inWorkspace("journey", "list", "--json")).isZero();
        assertThat(json().at("/journeys")).isEmpty();
    }

    @Test
    void refusesPageViewsThatAreNone() throws Exception {
        Path binary =
                Files.write(folder.resolve("views.bin"), new byte[] {1, 0, 2, 0, 3, 0, 0, 0, 9});

        assertThat(inWorkspace("rum", "import", folder.resolve("gone.csv").toString()))
                .isEqualTo(2);
        assertOneClearLine("gone.csv");
        assertThat(inWorkspace("rum", "import", binary.toString())).isEqualTo(2);
        assertOneClearLine("views.bin");
        assertThat(inWorkspace("rum", "import", file("empty.csv", "").toString())).isEqualTo(2);
        assertOneClearLine("empty.csv");
        assertThat(inWorkspace("rum", "import", file("plain.csv", "a,b\n1,2\n").toString()))
                .isEqualTo(2);
        assertOneClearLine("plain.csv", "metric");

        assertThat(inWorkspace("rum", "list", "--json")).isZero();
        assertThat(json().at("/datasets")).isEmpty();
    }

    @Test
    void refusesWorkspacesThatAreNoneAndLeavesThemAlone() throws Exception {
        Path text = file("text.parallax", "this is no workspace at all");
        assertThat(run("journey", "list", "--workspace", text.toString())).isEqualTo(2);
        assertOneClearLine("text.parallax");
        assertThat(text).hasContent("this is no workspace at all");

        assertThat(
                        run(
                                "journey",
                                "list",
                                "--workspace",
                                folder.resolve("gone.parallax").toString()))
                .isEqualTo(2);
        assertOneClearLine("gone.parallax");

        Path foreign = folder.resolve("foreign.parallax");
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + foreign);
                var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE t (x)");
        }
        assertThat(run("journey", "list", "--workspace", foreign.toString())).isEqualTo(2);
        assertOneClearLine("foreign.parallax");

        inWorkspace("journey", "import", file("ping.json", JOURNEY).toString());
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + workspace);
                var statement = connection.createStatement()) {
            statement.execute("PRAGMA user_version = 999");
        }
        assertThat(inWorkspace("journey", "list")).isEqualTo(2);
        assertOneClearLine("newer");
    }

    @Test
    void neverWritesOverAFileItWasNotAskedToReplace() throws Exception {
        inWorkspace("journey", "import", file("ping.json", JOURNEY).toString());
        Path kept = file("kept.json", "mine");

        assertThat(inWorkspace("journey", "export", "Ping", "--out", kept.toString())).isEqualTo(2);

        assertOneClearLine("exists already");
        assertThat(kept).hasContent("mine");
    }
}
