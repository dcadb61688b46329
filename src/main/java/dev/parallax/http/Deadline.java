package dev.parallax.http;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// Runs an action when a time limit is over, unless it is closed before.
final class Deadline implements AutoCloseable {
    private final CompletableFuture<Boolean> timer = new CompletableFuture<>();
    private volatile boolean expired;

    Deadline(Duration limit, Runnable action) {
        var _ =
                timer.completeOnTimeout(true, limit.toNanos(), TimeUnit.NANOSECONDS)
                        .thenAccept(ranOut -> {
                            expired = ranOut;
                            if (ranOut) {
                                action.run();
                            }
                        });
    }

    boolean isExpired() {
        return expired;
    }

    @Override
    public void close() {
        timer.complete(false);
    }
}
