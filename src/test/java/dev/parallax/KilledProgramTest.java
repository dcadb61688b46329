package dev.parallax;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.parallax.journey.Journey;
import dev.parallax.journey.Step;
import dev.parallax.journey.Target;
import dev.parallax.measure.Iteration;
import dev.parallax.measure.Run;
import dev.parallax.measure.RunStatus;
import dev.parallax.store.RunStore;
import dev.parallax.store.Workspace;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The whole program is killed with `kill -9` at every moment of a run: from the start of its
/// browser to the storing of the result.
final class KilledProgramTest {
    private static final int ITERATIONS = 3;
    private static final int PAGES = 2;
    private static final int STEPS = 4;
    private static final int ORPHAN_SECONDS = 5;

    /// From a little before the first request to well behind the last: the kills are spread over
    /// it.
    private static final int SPREAD_MILLIS = 4_000;

    private static final String PAGE =
            "<!doctype html><title>Shop</title><h1>Shop</h1><a href=/next>Next</a>";

    @TempDir Path folder;
    private final Semaphore visits = new Semaphore(0);
    private HttpServer site;
    private Path file;

    @BeforeEach
    void open() throws IOException {
        site = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        site.createContext(
                "/",
                exchange -> {
                    visits.release();
                    byte[] page = PAGE.getBytes(StandardCharsets.UTF_8);
                    exchange.getResponseHeaders().set("Content-Type", "text/html");
                    exchange.sendResponseHeaders(200, page.length);
                    exchange.getResponseBody().write(page);
                    exchange.close();
                });
        site.start();
        file = folder.resolve("w.parallax");
        Files.createDirectories(folder.resolve("tmp"));
        String url = "http://127.0.0.1:" + site.getAddress().getPort() + "/";
        try (var workspace = Workspace.create(file, InstantSource.system())) {
            workspace
                    .journeys()
                    .save(
                            new Journey(
                                    "buy",
                                    Journey.Kind.BROWSER,
                                    Map.of(),
                                    List.of(),
                                    List.of(
                                            new Step.Navigate("open", url),
                                            new Step.PageMark("home"),
                                            new Step.Click("next", Target.of("a")),
                                            new Step.PageMark("next"))));
        }
    }

    @AfterEach
    void close() {
        site.stop(0);
    }

    @Test
    void leavesNothingBehind() throws Exception {
        leavesNothingBehindWhenKilled(2);
    }

    @Test
    @Tag("faults")
    void leavesNothingBehindHoweverOftenItIsKilled() throws Exception {
        leavesNothingBehindWhenKilled(50);
    }

    private void leavesNothingBehindWhenKilled(int kills) throws Exception {
        int inMidRun = 0;
        long orphans = 0;
        for (int kill = 0; kill < kills; kill++) {
            Process program = start();
            visits.drainPermits();
            if (kill % 10 != 0) {
                assertThat(visits.tryAcquire(60, TimeUnit.SECONDS)).isTrue();
            }
            boolean ended =
                    program.waitFor(1L * SPREAD_MILLIS * kill / kills, TimeUnit.MILLISECONDS);
            Set<ProcessHandle> below = program.descendants().collect(Collectors.toSet());
            program.destroyForcibly().waitFor();
            inMidRun += ended ? 0 : 1;
            orphans += stillRunning(below);
        }
        int half = halfWritten();
        Process last = start();
        assertThat(last.waitFor(120, TimeUnit.SECONDS)).isTrue();

        List<String> stale = engineFolders();
        System.getLogger(KilledProgramTest.class.getName())
                .log(
                        System.Logger.Level.INFO,
                        "killed {0} times, {1} in mid run: {2} orphans, {3} half-written runs, stale"
                                + " folders after a restart: {4}",
                        kills,
                        inMidRun,
                        orphans,
                        half,
                        stale);
        assertThat(last.exitValue()).isZero();
        assertThat(orphans).isZero();
        assertThat(half).isZero();
        assertThat(stale).isEmpty();
        assertThat(inMidRun).isGreaterThanOrEqualTo(kills / 2);
    }

    private Process start() throws IOException {
        String classPath =
                System.getProperty(
                        "surefire.test.class.path", System.getProperty("java.class.path"));
        var command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx256m",
                                "-XX:TieredStopAtLevel=1",
                                "--enable-native-access=ALL-UNNAMED",
                                "-Djava.io.tmpdir=" + folder.resolve("tmp"),
                                "-Dplaywright.cli.dir=" + System.getProperty("playwright.cli.dir"),
                                "-cp",
                                classPath,
                                "dev.parallax.Main",
                                "check",
                                "run",
                                "buy",
                                "--iterations",
                                String.valueOf(ITERATIONS),
                                "--workspace",
                                file.toString()));
        var builder =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("program.log").toFile());
        builder.environment().put("PARALLAX_HOME", folder.resolve("home").toString());
        return builder.start();
    }

    /// How many of the processes, and of those that use a folder of ours, still run five seconds
    /// behind the kill.
    private long stillRunning(Set<ProcessHandle> below) throws Exception {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(ORPHAN_SECONDS);
        var all = new HashSet<>(below);
        while (true) {
            all.addAll(ours());
            long running = all.stream().filter(KilledProgramTest::isRunning).count();
            if (running == 0 || System.nanoTime() > deadline) {
                return running;
            }
            new Semaphore(0).tryAcquire(50, TimeUnit.MILLISECONDS);
        }
    }

    private List<ProcessHandle> ours() {
        String ours = folder.resolve("tmp").toString();
        return ProcessHandle.allProcesses()
                .filter(process -> text(process, "cmdline").contains(ours))
                .toList();
    }

    /// A process that is dead and was not asked for yet stays listed, with the state Z.
    private static boolean isRunning(ProcessHandle process) {
        String state = text(process, "stat");
        return !state.isEmpty() && !state.replaceFirst(".*\\) ", "").startsWith("Z");
    }

    private static String text(ProcessHandle process, String what) {
        try {
            return Files.readString(Path.of("/proc", String.valueOf(process.pid()), what));
        } catch (IOException | java.io.UncheckedIOException gone) {
            return "";
        }
    }

    private int halfWritten() {
        int half = 0;
        try (var workspace = Workspace.open(file, InstantSource.system())) {
            assertThat(workspace.verify()).isEmpty();
            for (RunStore.Summary summary : workspace.runs().latest(1_000)) {
                Run run = workspace.runs().find(summary.id()).orElseThrow();
                half += isWhole(run) ? 0 : 1;
            }
        }
        return half;
    }

    private static boolean isWhole(Run run) {
        return run.status() == RunStatus.OK
                && run.iterations().size() == ITERATIONS
                && run.iterations().stream().allMatch(KilledProgramTest::isWhole);
    }

    private static boolean isWhole(Iteration iteration) {
        return iteration.steps().size() == STEPS
                && iteration.pages().size() == PAGES
                && iteration.exchanges().size() >= PAGES
                && iteration.exchanges().stream()
                        .noneMatch(each -> each.detail().requestHeaders().isEmpty());
    }

    private List<String> engineFolders() throws IOException {
        Path folders = folder.resolve("tmp/parallax-" + System.getProperty("user.name"));
        try (Stream<Path> left = Files.list(folders)) {
            return left.map(path -> path.getFileName().toString())
                    .filter(name -> name.startsWith("engine-"))
                    .toList();
        }
    }
}
