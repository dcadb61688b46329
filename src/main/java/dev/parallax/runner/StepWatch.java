package dev.parallax.runner;

import dev.parallax.journey.Condition;
import dev.parallax.journey.Step;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// Ends the browser when a step takes much longer than it may. A page whose script runs without end
/// answers nothing, and asking it has no time-out of its own.
final class StepWatch implements AutoCloseable {
    /// What a step needs besides its own limit: to ask the page this and that.
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("step-watch").factory());
    private final Duration limit;
    private final Runnable kill;
    private volatile boolean ended;

    /// @param limit of a step
    /// @param kill ends the browser; called on another thread, at most once
    StepWatch(Duration limit, Runnable kill) {
        this.limit = limit;
        this.kill = kill;
    }

    /// A time that runs until it is closed.
    interface Running extends AutoCloseable {
        @Override
        void close();
    }

    /// Watches a step until what this gives is closed.
    Running watch(Step step) {
        return watch(most(step));
    }

    /// Watches something that is no step and should be done at once.
    Running watchGrace() {
        return watch(limit.plus(GRACE));
    }

    private Running watch(Duration most) {
        Future<?> end = timer.schedule(this::end, most.toNanos(), TimeUnit.NANOSECONDS);
        return () -> end.cancel(false);
    }

    /// Finding the element and acting on it may take the limit each, a pause its own length.
    private Duration most(Step step) {
        Duration twice = limit.multipliedBy(2).plus(GRACE);
        return step instanceof Step.Wait(_, Condition.Passed(var length))
                ? twice.plus(length)
                : twice;
    }

    private void end() {
        if (!ended) {
            ended = true;
            kill.run();
        }
    }

    /// True if it has ended the browser.
    boolean hasEnded() {
        return ended;
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
