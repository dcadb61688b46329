package dev.parallax.ui.common;

import dev.parallax.problem.Problem;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Keeps a live view fresh while its question changes faster than it can be answered: one piece of
/// work at a time, and of those that wait only the newest. Used from the window's thread only.
///
/// @param <T> what the work gives
public final class Latest<T> {
    private final Background background;
    private final Consumer<? super T> done;
    private final Consumer<? super Problem> failed;
    private boolean running;
    private @Nullable Work<T> waiting;

    public Latest(
            Background background, Consumer<? super T> done, Consumer<? super Problem> failed) {
        this.background = background;
        this.done = done;
        this.failed = failed;
    }

    /// Starts the work now, or when the one under way has ended; replaces work that waits.
    public void submit(Work<T> work) {
        if (running) {
            waiting = work;
            return;
        }
        running = true;
        background.load(
                work,
                result -> {
                    next();
                    done.accept(result);
                },
                problem -> {
                    next();
                    failed.accept(problem);
                });
    }

    /// Forgets the work that waits.
    public void clear() {
        waiting = null;
    }

    private void next() {
        running = false;
        Work<T> newest = waiting;
        waiting = null;
        if (newest != null) {
            submit(newest);
        }
    }
}
