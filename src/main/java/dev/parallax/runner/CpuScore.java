package dev.parallax.runner;

import dev.parallax.browser.Browser;
import dev.parallax.measure.Profile;
import java.time.Duration;
import java.util.Optional;

/// The machine's score, measured at most once in four hours: it changes with power and heat, and
/// measuring it takes a quarter of a second.
final class CpuScore {
    private static final Duration AGE = Duration.ofHours(4);

    /// What Lighthouse calls a fast desktop; its CPU rates are meant for one.
    private static final double FAST_DESKTOP = 1500;

    /// Below it a machine is slower than what Lighthouse calls a slow desktop.
    private static final double SLOW_DESKTOP = 1000;

    /// The span of fast desktops and as much again: above it a CPU rate makes too fast a phone.
    private static final double FASTEST_DESKTOP = 2500;

    private double score = -1;
    private long measured;

    /// The score in a browser that is started and does nothing else.
    synchronized double of(Browser browser) {
        long now = System.nanoTime();
        if (score < 0 || now - measured > AGE.toNanos()) {
            score = browser.benchmark();
            measured = now;
        }
        return score;
    }

    /// What a reader of the numbers has to know of a machine with this score.
    static Optional<String> note(double score, Profile profile) {
        if (score < 0) {
            return Optional.empty();
        }
        double rate = profile.cpuRate();
        if (rate > 1 && (score < FAST_DESKTOP || score > FASTEST_DESKTOP)) {
            return Optional.of(
                    "this machine scores %.0f, and a CPU rate of %s is meant for 1500 to 2500: pages run %s"
                            .formatted(
                                    score,
                                    rate == Math.rint(rate) ? "%.0f".formatted(rate) : rate,
                                    score < FAST_DESKTOP
                                            ? "slower than on the phone it stands for"
                                            : "faster than on the phone it stands for"));
        }
        return rate == 1 && score < SLOW_DESKTOP
                ? Optional.of(
                        "this machine scores %.0f: its scripts run slower than on most desktops (from 1000)"
                                .formatted(score))
                : Optional.empty();
    }
}
