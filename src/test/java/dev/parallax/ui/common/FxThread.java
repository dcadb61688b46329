package dev.parallax.ui.common;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import javafx.application.Platform;

/// Runs parts of a test on the JavaFX thread, which it starts once for all tests.
public final class FxThread {
    private static boolean started;

    private FxThread() {}

    /// What the supplier gives, once the JavaFX thread has run it.
    public static <T> T get(Supplier<T> supplier) {
        start();
        var result = new CompletableFuture<T>();
        Platform.runLater(() -> {
            try {
                result.complete(supplier.get());
            } catch (Throwable e) {
                result.completeExceptionally(e);
            }
        });
        try {
            return result.get(60, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        } catch (InterruptedException | TimeoutException e) {
            throw new AssertionError(e);
        }
    }

    /// Returns once the JavaFX thread has run the action.
    public static void run(Runnable action) {
        get(() -> {
            action.run();
            return true;
        });
    }

    private static synchronized void start() {
        if (!started) {
            started = true;
            Platform.startup(() -> {});
            Platform.setImplicitExit(false);
        }
    }
}
