package dev.parallax.runner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parallax.measure.Cache;
import dev.parallax.measure.CacheState;
import dev.parallax.measure.Iteration;
import dev.parallax.measure.Profile;
import dev.parallax.measure.Run;
import dev.parallax.measure.RunStatus;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// First and repeat views through a whole run in a real browser.
final class RepeatViewsTest {
    private final TestSite site = new TestSite();

    @AfterEach
    void closeSite() {
        site.close();
    }

    private Run run(CacheState views) {
        site.page("/", "<h1>Home</h1>");
        return Runs.run(
                RunRequest.of(
                        Runs.journey(Runs.open(site.url("/")), Runs.mark("home")),
                        1,
                        Profile.DESKTOP.withCacheState(views),
                        2));
    }

    private static List<Cache> views(Run run) {
        return run.iterations().stream().map(Iteration::cache).toList();
    }

    @Test
    void bothViewsTakeTurnsAndMediansAreOfTheFirst() {
        Run run = run(CacheState.BOTH);

        assertThat(run.status()).isEqualTo(RunStatus.OK);
        assertThat(views(run)).containsExactly(Cache.COLD, Cache.WARM, Cache.COLD, Cache.WARM);
        assertThat(run.mainIterations()).extracting(Iteration::number).containsExactly(1, 3);
        assertThat(run.medianIteration().orElseThrow().cache()).isEqualTo(Cache.COLD);
        assertThat(run.conditions().machine().benchmark()).isPositive();
    }

    @Test
    void ofAWarmProfileOnlyRepeatViewsAreKept() {
        Run run = run(CacheState.WARM);

        assertThat(views(run)).containsExactly(Cache.WARM, Cache.WARM);
        assertThat(run.conditions().notes()).anyMatch(note -> note.contains("repeat views"));
    }

    @Test
    void aColdProfileHasNewVisitorsOnly() {
        assertThat(views(run(CacheState.COLD))).containsExactly(Cache.COLD, Cache.COLD);
    }
}
