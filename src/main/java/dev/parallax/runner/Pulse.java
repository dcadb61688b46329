package dev.parallax.runner;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// Feels whether the machine is starved while a run is under way: a thread that does nothing but
/// ask for the processor every 20 ms. If it gets it more than 50 ms late three times within two
/// seconds, or once more than 500 ms late, the browser did not get it either and the run is
/// tainted. So is a run during which the wall clock jumped by more than 500 ms against the steady
/// one: the machine slept.
final class Pulse implements AutoCloseable {
    private static final long BEAT = Duration.ofMillis(20).toNanos();
    private static final long LATE = Duration.ofMillis(50).toNanos();
    private static final long VERY_LATE = Duration.ofMillis(500).toNanos();
    private static final long SUSTAINED = Duration.ofSeconds(2).toNanos();
    private static final int TIMES = 3;

    private final ScheduledExecutorService heart =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("run-pulse").factory());
    private final InstantSource clock;
    private final Instant clockStart;
    private final long start;
    private final long[] lateBeats = new long[TIMES];
    private long lastBeat;
    private int late;
    private long worst;
    private boolean starved;

    private Pulse(InstantSource clock, long now) {
        this.clock = clock;
        clockStart = clock.instant();
        start = now;
        lastBeat = now;
    }

    /// A pulse that does not beat by itself.
    static Pulse still(InstantSource clock, long now) {
        return new Pulse(clock, now);
    }

    static Pulse start(InstantSource clock) {
        var pulse = new Pulse(clock, System.nanoTime());
        var _ =
                pulse.heart.scheduleWithFixedDelay(
                        () -> pulse.beat(System.nanoTime()), BEAT, BEAT, TimeUnit.NANOSECONDS);
        return pulse;
    }

    /// One beat, at this reading of the steady clock.
    synchronized void beat(long now) {
        long lateness = now - lastBeat - BEAT;
        lastBeat = now;
        if (lateness <= LATE) {
            return;
        }
        worst = Math.max(worst, lateness);
        int slot = late % TIMES;
        long earlier = lateBeats[(slot + 1) % TIMES];
        lateBeats[slot] = now;
        late++;
        starved |= lateness > VERY_LATE || (late >= TIMES && now - earlier <= SUSTAINED);
    }

    /// What went wrong with the machine so far, in a few words each; empty if nothing did.
    List<String> findings() {
        return findings(System.nanoTime());
    }

    /// The findings at this reading of the steady clock.
    synchronized List<String> findings(long now) {
        var findings = new ArrayList<String>();
        if (starved) {
            findings.add(
                    "the machine was starved: "
                            + late
                            + " times over 50 ms late, worst "
                            + TimeUnit.NANOSECONDS.toMillis(worst)
                            + " ms");
        }
        long jumped = Duration.between(clockStart, clock.instant()).toNanos() - (now - start);
        if (Math.abs(jumped) > VERY_LATE) {
            findings.add("the clock jumped by " + TimeUnit.NANOSECONDS.toMillis(jumped) + " ms");
        }
        return findings;
    }

    @Override
    public void close() {
        heart.shutdownNow();
    }
}
