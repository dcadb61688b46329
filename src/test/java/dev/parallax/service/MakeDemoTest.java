package dev.parallax.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parallax.importer.Importer;
import dev.parallax.progress.Stoppable;
import dev.parallax.runner.HttpWalk;
import dev.parallax.runner.Runner;
import dev.parallax.runner.Walk;
import dev.parallax.settings.PseudonymKey;
import dev.parallax.settings.SettingsFile;
import dev.parallax.store.Workspace;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MakeDemoTest {
    private final Clock clock = Clock.systemUTC();

    private final Stoppable stoppable = new Stoppable();

    @TempDir private Path folder;

    @Test
    void aDemoCancelledInTheMiddleOfItsRunsLeavesNothing() {
        var settings = new SettingsFile(folder.resolve("settings.json"));
        var workspaces = new OpenWorkspace(clock, settings, folder.resolve("default.parallax"));
        Path demo = folder.resolve("demo");
        var making = new MakeDemo(workspaces, demo, this::player);

        assertThatThrownBy(
                        () -> making.make(Optional.empty(), MakeDemo.USUAL_ITERATIONS, stoppable))
                .isInstanceOf(CancellationException.class);

        assertThat(demo).isEmptyDirectory();
        assertThat(settings.read().settings().trustedWorkspaces()).isEmpty();
    }

    private PlayDemo player(Workspace workspace) {
        var journeys = new ManageJourneys(workspace.journeys());
        // somebody cancels while the browser starts
        Walk.Opener browser =
                (_, _) -> {
                    stoppable.cancel();
                    throw new CancellationException("cancelled");
                };
        var runner = new Runner(clock, browser, HttpWalk.opener());
        return new PlayDemo(
                journeys,
                new RunJourney(
                        workspace.journeys(),
                        workspace.runs(),
                        runner,
                        Surroundings.DEMO_SHOP,
                        new ManageProfiles(workspace.profiles())),
                new ScheduleChecks(
                        workspace.checks(),
                        workspace.slots(),
                        clock,
                        new ManageProfiles(workspace.profiles())),
                new ImportPageViews(
                        workspace.pageViews(),
                        new Importer(folder.resolve("temporary"), () -> new PseudonymKey(1, 2))),
                new ReportComparisons(
                        new ComparePages(
                                journeys,
                                workspace.lab(),
                                new OpenPageViews(workspace.pageViews()),
                                new ManageProfiles(workspace.profiles())),
                        workspace.annotations(),
                        clock,
                        ZoneOffset.UTC),
                folder.resolve("cache"));
    }
}
