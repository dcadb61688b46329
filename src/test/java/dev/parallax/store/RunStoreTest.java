package dev.parallax.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parallax.measure.Profile;
import dev.parallax.measure.Run;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RunStoreTest {
    @TempDir Path folder;
    private Workspace workspace;
    private RunStore runs;

    @BeforeEach
    void open() {
        workspace = Workspace.create(folder.resolve("w.parallax"), Samples.CLOCK);
        workspace.journeys().save(Samples.journey("buy"));
        workspace.journeys().save(Samples.journey("look"));
        runs = workspace.runs();
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    @Test
    void readsARunBackWhole() {
        Run run = Samples.fullRun("buy");

        runs.save(run);

        Run found = runs.find(run.id()).orElseThrow();
        assertThat(Samples.withoutPictures(found)).isEqualTo(Samples.withoutPictures(run));
        assertThat(Samples.pictures(found)).isEqualTo(Samples.pictures(run));
        assertThat(runs.find(UUID.randomUUID())).isEmpty();
    }

    @Test
    void storesARunOnce() {
        Run run = Samples.fullRun("buy");
        runs.save(run);

        runs.save(run);
        runs.save(Samples.withIterations(run));

        assertThat(runs.latest(10)).hasSize(1);
        assertThat(runs.find(run.id()).orElseThrow().iterations()).hasSize(2);
    }

    @Test
    void refusesARunOfARevisionThatIsNotThere() {
        assertThatThrownBy(() -> runs.save(Samples.run("nobody", Samples.START, 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("revision 1 of \"nobody\" is not stored");
        assertThat(runs.latest(10)).isEmpty();
    }

    @Test
    void listsTheNewestFirst() {
        Run early = Samples.run("buy", Samples.START, 1, 2, 3);
        Run late = Samples.run("look", Samples.START.plusSeconds(1), 1);
        Run full = Samples.fullRun("buy");
        List.of(early, late, full).forEach(runs::save);

        assertThat(runs.latest(2))
                .containsExactly(
                        summary(late, Profile.DESKTOP.name(), 1),
                        summary(full, Profile.MOBILE.name(), 2));
        assertThat(runs.latestOf("buy", 9))
                .containsExactly(
                        summary(full, Profile.MOBILE.name(), 2),
                        summary(early, Profile.DESKTOP.name(), 3));
        assertThat(runs.latestOf("nobody", 9)).isEmpty();
    }

    @Test
    void forgetsOldPicturesAndWaterfallsButNoNumbers() {
        Run old = Samples.fullRun("buy");
        runs.save(old);
        Instant day30 = Samples.START.plus(Duration.ofDays(30));

        assertThat(runs.forgetDetailsAfter(30, day30, () -> true)).isZero();
        assertThat(runs.detailsRemovedAfterDays(old.id())).isEmpty();
        assertThat(runs.forgetDetailsAfter(30, day30.plusMillis(1), () -> true)).isOne();
        assertThat(runs.forgetDetailsAfter(30, day30.plusMillis(1), () -> true)).isZero();

        Run found = runs.find(old.id()).orElseThrow();
        assertThat(found.iterations().getFirst().exchanges()).isEmpty();
        assertThat(found.iterations().getFirst().screenshot()).isEqualTo(Optional.empty());
        assertThat(found.iterations().getFirst().evidence().filmstrip()).isEmpty();
        assertThat(found.iterations().getFirst().evidence().messages()).isEmpty();
        assertThat(found.iterations().getFirst().evidence().trace()).isEqualTo(Optional.empty());
        assertThat(found.iterations().getFirst().pages())
                .isEqualTo(old.iterations().getFirst().pages());
        assertThat(runs.detailsRemovedAfterDays(old.id())).hasValue(30);
    }

    @Test
    void forgetsAFewRunsAtATimeAndLeavesOffWhenTold() {
        for (int i = 0; i < 10; i++) {
            runs.save(Samples.fullRun("buy"));
        }
        Run bare = Samples.run("buy", Samples.START, 1);
        runs.save(bare);
        Instant later = Samples.START.plus(Duration.ofDays(2));
        var asked = new AtomicInteger();

        assertThat(runs.forgetDetailsAfter(1, later, () -> asked.incrementAndGet() <= 2))
                .isEqualTo(8);
        assertThat(runs.forgetDetailsAfter(1, later, () -> true)).isEqualTo(2);
        assertThat(asked).hasValue(3);
        // nothing of it was removed, so nothing says so
        assertThat(runs.detailsRemovedAfterDays(bare.id())).isEmpty();
    }

    @Test
    void forgetsTheOldestDetailsWhenAllTakeTooMuch() {
        Run oldest = at(Samples.START);
        Run older = at(Samples.START.plus(Duration.ofDays(1)));
        Run newest = at(Samples.START.plus(Duration.ofDays(2)));
        List.of(newest, oldest, older).forEach(runs::save);
        Instant now = Samples.START.plus(Duration.ofDays(3));

        assertThat(runs.forgetDetailsBeyond(1 << 20, now, () -> true)).isZero();
        // one of them takes 500 bytes for its requests, and its pictures and details
        assertThat(runs.forgetDetailsBeyond(1_500, now, () -> true)).isEqualTo(2);
        assertThat(runs.forgetDetailsBeyond(1_500, now, () -> true)).isZero();

        assertThat(runs.detailsRemovedAfterDays(oldest.id())).hasValue(3);
        assertThat(runs.detailsRemovedAfterDays(older.id())).hasValue(2);
        assertThat(runs.detailsRemovedAfterDays(newest.id())).isEmpty();
        assertThat(runs.find(newest.id()).orElseThrow().iterations().getFirst().screenshot())
                .isPresent();
        assertThat(runs.find(older.id()).orElseThrow().iterations().getFirst().pages()).hasSize(3);
    }

    private static Run at(Instant started) {
        Run run = Samples.fullRun("buy");
        return new Run(
                run.id(),
                run.journey(),
                run.revision(),
                run.status(),
                run.tainted(),
                started,
                run.took(),
                run.conditions(),
                run.iterations(),
                run.problem());
    }

    private static RunStore.Summary summary(Run run, String profile, int iterations) {
        return new RunStore.Summary(
                run.id(),
                run.journey(),
                run.revision(),
                run.status(),
                run.tainted(),
                run.started(),
                run.took(),
                profile,
                iterations,
                run.problem());
    }
}
