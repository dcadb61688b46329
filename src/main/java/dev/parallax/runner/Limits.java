package dev.parallax.runner;

import java.time.Duration;

/// How long a run may take.
///
/// @param step for one step: to find its element, to load its page, to see its condition hold
/// @param run for the whole run, from the start of the engine; then everything is ended by force
public record Limits(Duration step, Duration run) {
    private static final Duration STEP = Duration.ofSeconds(15);
    private static final Duration ITERATION = Duration.ofMinutes(1);

    public Limits {
        if (step.isNegative() || step.isZero() || run.isNegative() || run.isZero()) {
            throw new IllegalArgumentException("limits are not positive: " + step + ", " + run);
        }
    }

    /// The usual limits: 15 s a step, and a minute an iteration besides one for the start.
    public static Limits usual(int iterations) {
        return new Limits(STEP, ITERATION.multipliedBy(iterations + 1L));
    }
}
