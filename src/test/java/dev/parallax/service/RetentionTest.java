package dev.parallax.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.parallax.journey.Journey;
import dev.parallax.journey.Step;
import dev.parallax.measure.Iteration;
import dev.parallax.measure.Run;
import dev.parallax.progress.Progress;
import dev.parallax.progress.Stoppable;
import dev.parallax.runner.HttpWalk;
import dev.parallax.runner.Runner;
import dev.parallax.settings.Settings;
import dev.parallax.settings.SettingsFile;
import dev.parallax.store.Workspace;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RetentionTest {
    private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");

    @TempDir private Path folder;

    private final AtomicReference<Instant> now = new AtomicReference<>(START);
    private final InstantSource clock = now::get;
    private HttpServer site;
    private SettingsFile settings;
    private Workspace workspace;

    @BeforeEach
    void openSiteAndWorkspace() throws Exception {
        site = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        site.createContext(
                "/",
                exchange -> {
                    exchange.sendResponseHeaders(204, -1);
                    exchange.close();
                });
        site.start();
        settings = new SettingsFile(folder.resolve("settings.json"));
        workspace =
                new OpenWorkspace(clock, settings, folder.resolve("default.parallax"))
                        .create(folder.resolve("work.parallax"));
        String url = "http://127.0.0.1:" + site.getAddress().getPort() + "/";
        workspace
                .journeys()
                .save(
                        new Journey(
                                "Ping",
                                Journey.Kind.HTTP,
                                Map.of(),
                                List.of(),
                                List.of(
                                        new Step.Request("Get", "GET", url, Map.of(), null),
                                        new Step.PageMark("ping"))));
    }

    @AfterEach
    void close() {
        workspace.close();
        site.stop(0);
    }

    @Test
    void whatIsOlderThanTheSettingGoesAndTheNumbersStay() {
        settings.update(present -> present.withRetentionDays(30));
        Run old = runPing();
        now.set(START.plus(Duration.ofDays(20)));
        Run young = runPing();
        now.set(START.plus(Duration.ofDays(31)));

        assertThat(care().forgetOldDetails(now.get(), () -> true)).isOne();

        var runs = new ReadRuns(workspace.runs());
        assertThat(iteration(runs.show(old.id())).exchanges()).isEmpty();
        assertThat(iteration(runs.show(old.id())).pages()).isEqualTo(iteration(old).pages());
        assertThat(runs.detailsRemovedAfterDays(old.id())).hasValue(30);
        assertThat(runs.show(young.id())).isEqualTo(young);
        assertThat(runs.detailsRemovedAfterDays(young.id())).isEmpty();
    }

    @Test
    void aStrangersWorkspaceAndTheDemoLoseNothing() {
        Run run = runPing();
        now.set(START.plus(Duration.ofDays(1000)));
        Settings mine = settings.read().settings();

        settings.write(Settings.DEFAULT);
        assertThat(care().forgetOldDetails(now.get(), () -> true)).isZero();
        settings.write(mine);
        workspace.markAsDemo();
        assertThat(care().forgetOldDetails(now.get(), () -> true)).isZero();

        assertThat(workspace.runs().find(run.id())).contains(run);
    }

    @Test
    void theAgentDoesItWhenItStarts() {
        Run run = runPing();
        now.set(START.plus(Duration.ofDays(91)));
        var stoppable = new Stoppable();
        try (ExecutorService beside = Executors.newVirtualThreadPerTaskExecutor()) {
            beside.execute(() -> agent().run(Optional.empty(), _ -> {}, stoppable));
            while (workspace.runs().detailsRemovedAfterDays(run.id()).isEmpty()) {
                Thread.onSpinWait();
            }
            stoppable.cancel();
        }
        assertThat(workspace.runs().detailsRemovedAfterDays(run.id())).hasValue(90);
    }

    @Test
    void onceADayWhileItRuns() {
        Run run = runPing();
        var retention = new Retention(care(), clock, () -> true);

        look(retention, START.plus(Duration.ofDays(89)));
        look(retention, START.plus(Duration.ofDays(90).minusSeconds(1)));
        assertThat(workspace.runs().detailsRemovedAfterDays(run.id())).isEmpty();

        look(retention, START.plus(Duration.ofDays(90).plusSeconds(1)));
        assertThat(workspace.runs().detailsRemovedAfterDays(run.id())).hasValue(90);
    }

    @Test
    void whenTheAgentEndsTheRestWaitsForTheNextStart() {
        Run run = runPing();
        var retention = new Retention(care(), clock, () -> true);
        retention.end();

        look(retention, START.plus(Duration.ofDays(100)));

        assertThat(workspace.runs().detailsRemovedAfterDays(run.id())).isEmpty();
    }

    /// Waits for what it began.
    private void look(Retention retention, Instant moment) {
        now.set(moment);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            retention.look(threads);
        }
    }

    private static Iteration iteration(Run run) {
        return run.iterations().getFirst();
    }

    private ManageWorkspace care() {
        return new ManageWorkspace(workspace, settings);
    }

    private RunJourney journeys() {
        var runner = new Runner(clock, HttpWalk.opener(), HttpWalk.opener());
        return new RunJourney(
                workspace.journeys(),
                workspace.runs(),
                runner,
                Surroundings.NONE,
                new ManageProfiles(workspace.profiles()));
    }

    private Run runPing() {
        Run run =
                journeys().run(new RunJourney.Order("Ping", "desktop", 1, Map.of()), Progress.NONE);
        return workspace.runs().find(run.id()).orElseThrow();
    }

    private RunAgent agent() {
        return new RunAgent(
                workspace.checks(),
                workspace.slots(),
                workspace.leases(),
                journeys(),
                care(),
                clock);
    }
}
