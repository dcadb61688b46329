package dev.parallax.ui.common;

import dev.parallax.problem.Problem;
import dev.parallax.progress.Stoppable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Keeps a live view fresh while its question changes faster than it can be answered: one piece of
/// work at a time, which is cancelled when there is a newer question, and of those that wait only
/// the newest. Used from the window's thread only.
///
/// @param <T> what the work gives
public final class Latest<T> {
    private final Background background;
    private final Consumer<? super T> done;
    private final Consumer<? super Problem> failed;
    private @Nullable Stoppable running;
    private @Nullable Work<T> waiting;

    public Latest(
            Background background, Consumer<? super T> done, Consumer<? super Problem> failed) {
        this.background = background;
        this.done = done;
        this.failed = failed;
    }

    /// Starts the work now, or as soon as the one under way has stopped; replaces work that waits.
    public void submit(Work<T> work) {
        Stoppable now = running;
        if (now == null) {
            start(work);
        } else {
            waiting = work;
            now.cancel();
        }
    }

    /// Starts the work now, or as soon as the one under way has come to its end; replaces work that
    /// waits. For what follows a moving pointer: were each one stopped for the next, nothing would
    /// be drawn before the pointer rests.
    public void follow(Work<T> work) {
        if (running == null) {
            start(work);
        } else {
            waiting = work;
        }
    }

    /// Forgets the work that waits and stops the one under way, of which nothing is heard any more.
    public void clear() {
        waiting = null;
        Stoppable now = running;
        running = null;
        if (now != null) {
            now.cancel();
        }
    }

    private void start(Work<T> work) {
        var mine = new Stoppable();
        running = mine;
        background.load(
                work,
                mine,
                result -> {
                    if (running == mine) {
                        done.accept(result);
                    }
                },
                problem -> {
                    if (running == mine) {
                        failed.accept(problem);
                    }
                },
                () -> {
                    if (running == mine) {
                        running = null;
                        next();
                    }
                });
    }

    private void next() {
        Work<T> newest = waiting;
        waiting = null;
        if (newest != null) {
            start(newest);
        }
    }
}
