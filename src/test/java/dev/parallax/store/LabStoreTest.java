package dev.parallax.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parallax.measure.Profile;
import dev.parallax.measure.Run;
import dev.parallax.metric.Metric;
import dev.parallax.metric.PageTemplate;
import dev.parallax.rum.TimeWindow;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LabStoreTest {
    @TempDir Path folder;
    private Workspace workspace;
    private LabStore lab;

    @BeforeEach
    void open() {
        workspace = Workspace.create(folder.resolve("w.parallax"), Samples.CLOCK);
        workspace.journeys().save(Samples.journey("home"));
        workspace.journeys().save(Samples.journey("other"));
        lab = workspace.lab();
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    @Test
    void givesTheNewestValuesOldestFirst() {
        save(
                Samples.run("home", Samples.START.plusSeconds(2), 4, 5),
                Samples.run("home", Samples.START, 1, 2, 3));

        assertThat(newest(4))
                .isEqualTo(
                        new LabStore.Values(
                                Optional.of(new PageTemplate("/home")),
                                List.of(2.0, 3.0, 4.0, 5.0),
                                0));
        assertThat(newest(100).values()).containsExactly(1.0, 2.0, 3.0, 4.0, 5.0);
    }

    @Test
    void leavesOutTaintedRunsAndFailedIterations() {
        save(
                Samples.tainted(Samples.run("home", Samples.START, 1, 2)),
                Samples.withIterations(
                        Samples.run("home", Samples.START),
                        Samples.plainIteration("home", 1, 7),
                        Samples.badIteration(2),
                        Samples.plainIteration("home", 3, 8)));

        assertThat(newest(100).values()).containsExactly(7.0, 8.0);
    }

    @Test
    void takesOnlyRunsUnderTheSameNumbers() {
        Run other = Samples.run("home", Samples.START, 1);
        save(
                Samples.under(other, Samples.shaped(Profile.DESKTOP, 40)),
                Samples.under(
                        Samples.run("home", Samples.START, 2),
                        Samples.shaped(Profile.DESKTOP, 150)),
                Samples.run("home", Samples.START, 3));

        assertThat(
                        lab.values(
                                        "home",
                                        "home",
                                        Metric.LCP,
                                        Samples.shaped(Profile.DESKTOP, 150),
                                        9)
                                .values())
                .containsExactly(2.0);
        assertThat(newest(9).values()).containsExactly(3.0);
        assertThat(lab.values("home", "home", Metric.LCP, Profile.MOBILE, 9))
                .isEqualTo(new LabStore.Values(Optional.empty(), List.of(), 0));
    }

    @Test
    void takesOnlyTheJourneyThePageAndTheMetricAskedFor() {
        save(Samples.run("home", Samples.START, 1), Samples.run("other", Samples.START, 2));

        assertThat(newest(9).values()).containsExactly(1.0);
        assertThat(lab.values("home", "home", Metric.TTFB, Profile.DESKTOP, 9).values())
                .containsExactly(10.0);
        assertThat(lab.values("home", "other", Metric.LCP, Profile.DESKTOP, 9).values()).isEmpty();
        assertThat(lab.values("nobody", "home", Metric.LCP, Profile.DESKTOP, 9).values()).isEmpty();
    }

    @Test
    void takesTheRunsOfATimeWindow() {
        save(
                Samples.run("home", Samples.START, 1),
                Samples.run("home", Samples.START.plusSeconds(1), 2),
                Samples.run("home", Samples.START.plusSeconds(2), 3));
        var window = new TimeWindow(Samples.START.plusMillis(1), Samples.START.plusSeconds(2));

        assertThat(lab.values("home", "home", Metric.LCP, Profile.DESKTOP, window).values())
                .containsExactly(2.0);
        var later = new TimeWindow(window.from(), window.to().plusNanos(1));
        assertThat(lab.values("home", "home", Metric.LCP, Profile.DESKTOP, later).values())
                .containsExactly(2.0, 3.0);
    }

    private LabStore.Values newest(int most) {
        return lab.values("home", "home", Metric.LCP, Profile.DESKTOP, most);
    }

    private void save(Run... runs) {
        List.of(runs).forEach(workspace.runs()::save);
    }
}
