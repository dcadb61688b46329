package dev.parallax.runner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parallax.browser.Browsers;
import dev.parallax.journey.Condition;
import dev.parallax.journey.Step;
import dev.parallax.journey.Target;
import dev.parallax.measure.Run;
import dev.parallax.measure.RunStatus;
import dev.parallax.progress.Progress;
import dev.parallax.progress.Stoppable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How browser runs end when something is killed, hangs or is cancelled; and that nothing is left
/// behind.
final class RunEndingsTest {
    private static final Limits PATIENT =
            new Limits(Duration.ofSeconds(60), Duration.ofSeconds(120));

    private final TestSite site = new TestSite();
    private final Set<ProcessHandle> seen = new HashSet<>();

    @AfterEach
    void leavesNothingBehind() throws Exception {
        site.close();
        for (ProcessHandle process : seen) {
            process.onExit().get(20, TimeUnit.SECONDS);
        }
        assertThat(ours()).isEmpty();
        assertThat(profileFolders()).isEmpty();
    }

    @Test
    void endsAServerThatNeverAnswersAtTheStepLimit() {
        hang();

        Run run =
                Runs.run(
                        journey()
                                .withLimits(
                                        new Limits(Duration.ofSeconds(1), Duration.ofSeconds(60))));

        assertThat(run.status()).isEqualTo(RunStatus.FAILED);
        assertThat(run.problem().orElseThrow().code()).isEqualTo("step-timeout");
        assertThat(run.took()).isLessThan(Duration.ofSeconds(30));
    }

    @Test
    void endsAServerThatNeverAnswersAtTheDeadline() {
        hang();

        Run run =
                Runs.run(
                        journey()
                                .withLimits(
                                        new Limits(Duration.ofSeconds(60), Duration.ofSeconds(9))));

        assertThat(run.status()).isEqualTo(RunStatus.FAILED);
        assertThat(run.problem().orElseThrow().code()).isEqualTo("run-deadline");
        assertThat(run.took()).isBetween(Duration.ofSeconds(9), Duration.ofSeconds(25));
    }

    @Test
    void endsAPageInAnEndlessLoop() {
        site.page("/", "<button onclick='for (;;) {}'>Loop</button><p>Text</p>");

        Run run =
                Runs.run(
                        Runs.request(
                                        Runs.journey(
                                                Runs.open(site.url("/")),
                                                new Step.Click("loop", Target.of("button")),
                                                new Step.Click("after", Target.of("p"))),
                                        1)
                                .withLimits(
                                        new Limits(Duration.ofSeconds(60), Duration.ofSeconds(9))));

        assertThat(run.status()).as(run.toString()).isEqualTo(RunStatus.FAILED);
        assertThat(run.problem().orElseThrow().code()).isEqualTo("run-deadline");
        assertThat(run.took()).isLessThan(Duration.ofSeconds(25));
    }

    @Test
    void failsTheStepOfAPageInAnEndlessLoopWithinTheDeadline() {
        site.page("/", "<button onclick='for (;;) {}'>Loop</button><p>Text</p>");

        Run run =
                Runs.run(
                        Runs.request(
                                        Runs.journey(
                                                Runs.open(site.url("/")),
                                                new Step.Click("loop", Target.of("button")),
                                                Runs.mark("looping")),
                                        1)
                                .withLimits(
                                        new Limits(Duration.ofSeconds(2), Duration.ofSeconds(60))));

        assertThat(run.status()).isEqualTo(RunStatus.FAILED);
        assertThat(run.iterations().getFirst().failure()).isPresent();
        assertThat(run.took()).isLessThan(Duration.ofSeconds(40));
    }

    @Test
    void endsAtOnceWhenCancelled() throws InterruptedException {
        hang();
        var stoppable = new Stoppable();
        long[] cancelledAt = new long[1];
        onceVisited(() -> {
            cancelledAt[0] = System.nanoTime();
            stoppable.cancel();
        });

        Run run = Runs.run(journey().withLimits(PATIENT), stoppable);

        assertThat(run.status()).isEqualTo(RunStatus.CANCELLED);
        assertThat(run.problem()).isEmpty();
        assertThat(Duration.ofNanos(System.nanoTime() - cancelledAt[0]))
                .isLessThan(Duration.ofSeconds(8));
    }

    @RepeatedTest(2)
    void walksAgainWhenTheBrowserIsKilledOnce() throws InterruptedException {
        walksAgainWhenKilled(RunEndingsTest::isBrowser);
    }

    @RepeatedTest(2)
    void walksAgainWhenTheDriverIsKilledOnce() throws InterruptedException {
        walksAgainWhenKilled(RunEndingsTest::isDriver);
    }

    @Test
    void walksAgainWhenThePagesProcessIsKilled() throws InterruptedException {
        site.page(
                "/",
                "<p>Home</p><script>fetch('/slow').then(() => document.body.append("
                        + "document.createElement('hr')))</script>");
        site.answer("/slow", 200, "text/plain", "", Duration.ofSeconds(2));
        onceVisited(
                2,
                () ->
                        ours().stream()
                                .filter(process -> commandLine(process).contains("--type=renderer"))
                                .forEach(ProcessHandle::destroyForcibly));

        Run run =
                Runs.run(
                        Runs.request(
                                        Runs.journey(
                                                Runs.open(site.url("/")),
                                                new Step.Wait(
                                                        "line",
                                                        new Condition.ElementVisible(
                                                                Target.of("hr")))),
                                        1)
                                .withLimits(PATIENT));

        assertThat(run.status()).as(run.toString()).isEqualTo(RunStatus.OK);
        assertThat(run.conditions().notes())
                .contains("the engine was lost in iteration 1 and started anew");
    }

    @RepeatedTest(50)
    @Tag("faults")
    void walksAgainHoweverOftenBrowsersAreKilled() throws InterruptedException {
        walksAgainWhenKilled(RunEndingsTest::isBrowser);
    }

    @RepeatedTest(50)
    @Tag("faults")
    void walksAgainHoweverOftenDriversAreKilled() throws InterruptedException {
        walksAgainWhenKilled(RunEndingsTest::isDriver);
    }

    private void walksAgainWhenKilled(Predicate<ProcessHandle> victim) throws InterruptedException {
        site.page("/", "<h1>Home</h1>", Duration.ofSeconds(1));
        onceVisited(() -> ours().stream().filter(victim).forEach(ProcessHandle::destroyForcibly));

        Run run = Runs.run(journey().withLimits(PATIENT));

        assertThat(run.status()).as(run.toString()).isEqualTo(RunStatus.OK);
        assertThat(run.iterations()).hasSize(1);
        assertThat(run.iterations().getFirst().pages()).hasSize(1);
        assertThat(run.conditions().notes())
                .contains("the engine was lost in iteration 1 and started anew");
    }

    @Test
    void observesNothingWhenTheBrowserIsKilledEachTime() throws InterruptedException {
        site.page("/", "<h1>Home</h1>", Duration.ofSeconds(1));
        var killing =
                Thread.ofVirtual()
                        .start(() -> {
                            for (int visits = 1; visits <= 2; visits++) {
                                site.awaitVisitors(visits);
                                ours().stream()
                                        .filter(RunEndingsTest::isBrowser)
                                        .forEach(ProcessHandle::destroyForcibly);
                            }
                        });

        Run run = Runs.run(journey().withLimits(PATIENT));

        killing.join();
        assertThat(run.status()).as(run.toString()).isEqualTo(RunStatus.NOT_OBSERVED);
        assertThat(run.problem().orElseThrow().code()).isEqualTo("engine-lost");
        assertThat(run.iterations()).isEmpty();
    }

    @Test
    void observesNothingWithoutABrowser(@TempDir Path folder) {
        var runner =
                new Runner(
                        InstantSource.system(),
                        BrowserWalk.opener(
                                () -> Browsers.ofThisMachine().find(folder.resolve("none"))),
                        (request, texts) -> {
                            throw new AssertionError("no HTTP journeys here");
                        });

        Run run = runner.run(journey(), Progress.NONE);

        assertThat(run.status()).isEqualTo(RunStatus.NOT_OBSERVED);
        assertThat(run.problem().orElseThrow().code()).isEqualTo("browser-not-found");
    }

    private RunRequest journey() {
        return Runs.request(Runs.journey(Runs.open(site.url("/")), Runs.mark("home")), 1);
    }

    private void hang() {
        site.page("/", "<h1>Never</h1>", Duration.ofMinutes(5));
    }

    private void onceVisited(Runnable action) {
        onceVisited(1, action);
    }

    private void onceVisited(int requests, Runnable action) {
        Thread.ofVirtual()
                .start(() -> {
                    site.awaitVisitors(requests);
                    assertThat(ours()).isNotEmpty();
                    action.run();
                });
    }

    /// The driver and the browser that this process started, with their helpers.
    private List<ProcessHandle> ours() {
        List<ProcessHandle> alive =
                ProcessHandle.current()
                        .descendants()
                        .filter(process ->
                                isDriver(process) || isBrowser(process) || isHelper(process))
                        .toList();
        synchronized (seen) {
            seen.addAll(alive);
        }
        return alive;
    }

    private static boolean isDriver(ProcessHandle process) {
        return commandLine(process).contains("run-driver");
    }

    private static boolean isBrowser(ProcessHandle process) {
        return commandLine(process).contains("--remote-debugging-pipe") && !isHelper(process);
    }

    private static boolean isHelper(ProcessHandle process) {
        return commandLine(process).contains("--type=");
    }

    /// As the process shows it; Chromium's helpers write over theirs, which confuses
    /// [ProcessHandle.Info].
    private static String commandLine(ProcessHandle process) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(process.pid()), "cmdline"))
                    .replace('\0', ' ');
        } catch (IOException noSuchFile) {
            return String.join(" ", process.info().arguments().orElse(new String[0]));
        }
    }

    private static List<String> profileFolders() throws IOException {
        Path folders =
                Path.of(
                        System.getProperty("java.io.tmpdir"),
                        "parallax-" + System.getProperty("user.name"),
                        "engine-" + ProcessHandle.current().pid());
        try (Stream<Path> left = Files.list(folders)) {
            return left.map(path -> path.getFileName().toString()).collect(Collectors.toList());
        }
    }
}
