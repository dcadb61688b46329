package dev.parallax.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.parallax.journey.Journey;
import dev.parallax.journey.Step;
import dev.parallax.measure.RunStatus;
import dev.parallax.problem.ProblemException;
import dev.parallax.progress.Progress;
import dev.parallax.runner.HttpWalk;
import dev.parallax.runner.Runner;
import dev.parallax.schedule.Schedule;
import dev.parallax.service.RunAgent.FinishedSlot;
import dev.parallax.settings.SettingsFile;
import dev.parallax.store.SlotStore;
import dev.parallax.store.Workspace;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RunAgentTest {
    private final InstantSource clock = Clock.systemUTC();
    private final List<FinishedSlot> finished = new CopyOnWriteArrayList<>();

    @TempDir private Path folder;

    private HttpServer site;
    private SettingsFile settings;
    private OpenWorkspace workspaces;
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
        workspaces = new OpenWorkspace(clock, settings, folder.resolve("default.parallax"));
        workspace = workspaces.create(folder.resolve("work.parallax"));
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

    private RunAgent agent(InstantSource time) {
        Runner runner = new Runner(time, HttpWalk.opener(), HttpWalk.opener());
        var runs =
                new RunJourney(
                        workspace.journeys(),
                        workspace.runs(),
                        runner,
                        Surroundings.NONE,
                        new ManageProfiles(workspace.profiles()));
        return new RunAgent(
                workspace.checks(),
                workspace.slots(),
                workspace.leases(),
                runs,
                new ManageWorkspace(workspace, settings),
                time);
    }

    private void check(String name, String interval) {
        new ScheduleChecks(
                        workspace.checks(),
                        workspace.slots(),
                        clock,
                        new ManageProfiles(workspace.profiles()))
                .add(new ScheduleChecks.Order(name, "Ping", "desktop", Schedule.every(interval)));
    }

    private List<SlotStore.Slot> slots(String check) {
        return workspace.slots().latest(workspace.checks().find(check).orElseThrow().id(), 100);
    }

    @Test
    void runsEachSlotOnTimeAndStoresItOnce() {
        check("Every second", "1s");

        agent(clock).run(Optional.of(Duration.ofSeconds(4)), finished::add, Progress.NONE);

        assertThat(finished).hasSizeBetween(3, 5).allMatch(slot -> slot.status() == RunStatus.OK);
        assertThat(finished).extracting(FinishedSlot::due).doesNotHaveDuplicates().isSorted();
        assertThat(slots("Every second")).hasSameSizeAs(finished);
        assertThat(workspace.runs().latest(100)).hasSameSizeAs(finished);
    }

    @Test
    void aPausedCheckRestsUntilItIsResumed() {
        check("Paused", "1s");
        var checks =
                new ScheduleChecks(
                        workspace.checks(),
                        workspace.slots(),
                        clock,
                        new ManageProfiles(workspace.profiles()));
        checks.pause("Paused");

        agent(clock).run(Optional.of(Duration.ofMillis(1500)), finished::add, Progress.NONE);
        assertThat(finished).isEmpty();

        checks.resume("Paused");
        agent(clock).run(Optional.of(Duration.ofSeconds(3)), finished::add, Progress.NONE);
        assertThat(finished).isNotEmpty();
    }

    @Test
    void slotsThatPassedWhileNobodyWasThereAreNotObserved() {
        check("Hourly", "1h");
        Instant tomorrow = clock.instant().plus(Duration.ofHours(5));
        InstantSource later =
                InstantSource.offset(clock, Duration.between(clock.instant(), tomorrow));

        agent(later).run(Optional.of(Duration.ofMillis(300)), finished::add, Progress.NONE);

        assertThat(finished).hasSizeBetween(4, 6);
        assertThat(finished.subList(0, 4))
                .allMatch(slot -> slot.status() == RunStatus.NOT_OBSERVED)
                .allMatch(slot -> slot.reason().orElse("").contains("nobody was there"));
        assertThat(slots("Hourly")).hasSameSizeAs(finished);
    }

    @Test
    void slotsThatPassedWhilePausedWereNeverDue() {
        Instant start = Instant.parse("2026-03-01T08:30:00Z");
        var time = new AtomicReference<>(start);
        try (var kept = Workspace.create(folder.resolve("kept.parallax"), time::get)) {
            kept.journeys().save(workspace.journeys().find("Ping").orElseThrow().journey());
            var checks =
                    new ScheduleChecks(
                            kept.checks(),
                            kept.slots(),
                            time::get,
                            new ManageProfiles(kept.profiles()));
            checks.add(new ScheduleChecks.Order("Hourly", "Ping", "desktop", Schedule.every("1h")));

            time.set(start.plus(Duration.ofHours(2)));
            checks.pause("Hourly");
            time.set(start.plus(Duration.ofHours(5)));
            checks.resume("Hourly");
            time.set(start.plus(Duration.ofHours(6)));
            checks.pause("Hourly");

            long id = kept.checks().find("Hourly").orElseThrow().id();
            assertThat(kept.slots().latest(id, 10))
                    .allMatch(slot -> slot.status().equals(Optional.of(RunStatus.NOT_OBSERVED)))
                    .extracting(slot -> slot.due().toString())
                    .containsExactly(
                            "2026-03-01T14:00:00Z", "2026-03-01T10:00:00Z", "2026-03-01T09:00:00Z");
        }
    }

    @Test
    void aSecondAgentIsTurnedAway() {
        check("Every second", "1s");
        workspace.leases().take("schedule", "somebody else", Duration.ofMinutes(1));

        assertThatThrownBy(() ->
                        agent(clock)
                                .run(
                                        Optional.of(Duration.ofSeconds(1)),
                                        finished::add,
                                        Progress.NONE))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("running already");
        assertThat(finished).isEmpty();
    }

    @Test
    void aStrangersWorkspaceRunsNothing() {
        check("Every second", "1s");
        settings.update(now -> dev.parallax.settings.Settings.DEFAULT);

        assertThatThrownBy(() ->
                        agent(clock)
                                .run(
                                        Optional.of(Duration.ofSeconds(2)),
                                        finished::add,
                                        Progress.NONE))
                .hasMessageContaining("not trusted");
        assertThat(finished).isEmpty();
        assertThat(workspace.runs().latest(10)).isEmpty();
    }

    @Test
    void aSlotThatACrashLeftBehindEndsAsNotObserved() {
        check("Hourly", "1h");
        long id = workspace.checks().find("Hourly").orElseThrow().id();
        Instant due = Schedule.every("1h").next(clock.instant()).due();
        workspace.slots().claim(id, due, "a process that died");

        agent(clock).run(Optional.of(Duration.ofMillis(200)), finished::add, Progress.NONE);

        assertThat(slots("Hourly").getFirst().status()).contains(RunStatus.NOT_OBSERVED);
    }
}
