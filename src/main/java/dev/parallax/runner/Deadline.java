package dev.parallax.runner;

import dev.parallax.progress.Progress;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Ends a walk from outside: when the time is up or when somebody cancels. Blocked calls into the
/// browser have no time-out of their own, so it is the walk's engine that is ended.
final class Deadline implements AutoCloseable {

    /// Why a walk was ended.
    enum Reason {
        CANCELLED,
        TIME_IS_UP
    }

    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("run-deadline").factory());
    private @Nullable Reason reason;
    private @Nullable Walk watched;

    /// Listens for cancelling from now on; the time starts with [#start].
    Deadline(Progress progress) {
        progress.onCancel(() -> end(Reason.CANCELLED));
    }

    /// Lets the time run.
    void start(Duration length) {
        var _ =
                timer.schedule(
                        () -> end(Reason.TIME_IS_UP), length.toNanos(), TimeUnit.NANOSECONDS);
    }

    /// Makes this the walk to end; ends it at once if it is too late already.
    void watch(Walk walk) {
        synchronized (this) {
            watched = walk;
            if (reason == null) {
                return;
            }
        }
        walk.abort();
    }

    /// Why the walk was ended, empty while it may go on.
    synchronized Optional<Reason> reason() {
        return Optional.ofNullable(reason);
    }

    private void end(Reason why) {
        Walk walk;
        synchronized (this) {
            if (reason != null) {
                return;
            }
            reason = why;
            walk = watched;
        }
        if (walk != null) {
            walk.abort();
        }
    }

    /// From now on nobody is ended any more.
    @Override
    public void close() {
        synchronized (this) {
            watched = null;
        }
        timer.shutdownNow();
    }
}
