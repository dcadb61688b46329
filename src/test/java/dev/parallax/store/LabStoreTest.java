package dev.parallax.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.parallax.compare.Baseline;
import dev.parallax.compare.LabSeries;
import dev.parallax.compare.MeasuredProfile;
import dev.parallax.compare.MeasuredRevision;
import dev.parallax.measure.Cache;
import dev.parallax.measure.Profile;
import dev.parallax.measure.Run;
import dev.parallax.metric.Metric;
import dev.parallax.metric.PageTemplate;
import dev.parallax.rum.TimeWindow;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LabStoreTest {
    private static final Baseline HOME = Baseline.newest("home", "home", Profile.DESKTOP);

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
                                0,
                                Optional.of(
                                        new TimeWindow(
                                                Samples.START,
                                                Samples.START.plusSeconds(2).plusMillis(1)))));
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
                                        Baseline.newest(
                                                "home",
                                                "home",
                                                Samples.shaped(Profile.DESKTOP, 150)),
                                        Metric.LCP,
                                        9)
                                .values())
                .containsExactly(2.0);
        assertThat(newest(9).values()).containsExactly(3.0);
        assertThat(lab.values(Baseline.newest("home", "home", Profile.MOBILE), Metric.LCP, 9))
                .isEqualTo(new LabStore.Values(Optional.empty(), List.of(), 0, Optional.empty()));
    }

    @Test
    void knowsWhatWasMeasuredUnderOtherNumbersOfTheProfile() {
        Profile shaped = Samples.shaped(Profile.DESKTOP, 150);
        save(
                Samples.under(Samples.run("home", Samples.START, 1, 2), shaped),
                Samples.tainted(
                        Samples.under(
                                Samples.run("home", Samples.START.plusSeconds(1), 9), shaped)),
                Samples.run("home", Samples.START.plusSeconds(2), 3));

        assertThat(lab.otherwise(HOME, Metric.LCP))
                .containsExactly(new MeasuredProfile(shaped, 2, Samples.START));
        assertThat(lab.otherwise(HOME.withProfile(shaped), Metric.LCP))
                .containsExactly(
                        new MeasuredProfile(Profile.DESKTOP, 1, Samples.START.plusSeconds(2)));
        assertThat(lab.otherwise(HOME.withProfile(Profile.MOBILE), Metric.LCP)).isEmpty();
    }

    @Test
    void aRepeatViewIsNotMeasuredUnderOtherNumbers() {
        save(
                Samples.withIterations(
                        Samples.run("home", Samples.START),
                        Samples.plainIteration("home", 1, 7),
                        Samples.plainIteration("home", 2, 3).with(Cache.WARM)));

        assertThat(newest(9).values()).containsExactly(7.0);
        assertThat(lab.otherwise(HOME, Metric.LCP)).isEmpty();
    }

    @Test
    void takesOnlyTheJourneyThePageAndTheMetricAskedFor() {
        save(Samples.run("home", Samples.START, 1), Samples.run("other", Samples.START, 2));

        assertThat(newest(9).values()).containsExactly(1.0);
        assertThat(
                        lab.values(Baseline.newest("home", "home", Profile.DESKTOP), Metric.TTFB, 9)
                                .values())
                .containsExactly(10.0);
        assertThat(
                        lab.values(Baseline.newest("home", "other", Profile.DESKTOP), Metric.LCP, 9)
                                .values())
                .isEmpty();
        assertThat(
                        lab.values(
                                        Baseline.newest("nobody", "home", Profile.DESKTOP),
                                        Metric.LCP,
                                        9)
                                .values())
                .isEmpty();
    }

    @Test
    void takesTheRunsOfATimeWindow() {
        save(
                Samples.run("home", Samples.START, 1),
                Samples.run("home", Samples.START.plusSeconds(1), 2),
                Samples.run("home", Samples.START.plusSeconds(2), 3));
        var window = new TimeWindow(Samples.START.plusMillis(1), Samples.START.plusSeconds(2));

        assertThat(lab.values(HOME.withWindow(Optional.of(window)), Metric.LCP, 9).values())
                .containsExactly(2.0);
        var later = new TimeWindow(window.from(), window.to().plusNanos(1));
        assertThat(lab.values(HOME.withWindow(Optional.of(later)), Metric.LCP, 9).values())
                .containsExactly(2.0, 3.0);
    }

    @Test
    void takesTheRunsOfARevision() {
        save(Samples.run("home", Samples.START, 1));
        int second =
                workspace
                        .journeys()
                        .save(Samples.withStep(Samples.journey("home"), "http://127.0.0.1/more"));
        save(
                Samples.ofRevision(Samples.run("home", Samples.START.plusSeconds(1), 2), second),
                Samples.ofRevision(Samples.run("home", Samples.START.plusSeconds(2), 3), second));

        assertThat(newest(9).values()).containsExactly(1.0, 2.0, 3.0);
        assertThat(lab.values(HOME.withRevision(OptionalInt.of(1)), Metric.LCP, 9).values())
                .containsExactly(1.0);
        assertThat(lab.values(HOME.withRevision(OptionalInt.of(second)), Metric.LCP, 9).values())
                .containsExactly(2.0, 3.0);
        assertThat(lab.revisions("home"))
                .extracting(MeasuredRevision::number, MeasuredRevision::runs)
                .containsExactly(tuple(second, 2), tuple(1, 1));
        assertThat(lab.revisions("other")).isEmpty();
    }

    @Test
    void givesTheUsableValuesAlongTime() {
        save(
                Samples.run("home", Samples.START.plusSeconds(2), 3),
                Samples.tainted(Samples.run("home", Samples.START.plusSeconds(1), 2)),
                Samples.run("home", Samples.START, 1));

        LabSeries series = lab.series(HOME, Metric.LCP);
        assertThat(series.values()).containsExactly(1, 3);
        assertThat(series.millis())
                .containsExactly(
                        Samples.START.toEpochMilli(), Samples.START.plusSeconds(2).toEpochMilli());
    }

    private LabStore.Values newest(int most) {
        return lab.values(Baseline.newest("home", "home", Profile.DESKTOP), Metric.LCP, most);
    }

    private void save(Run... runs) {
        List.of(runs).forEach(workspace.runs()::save);
    }
}
