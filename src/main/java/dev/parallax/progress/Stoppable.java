package dev.parallax.progress;

import java.util.ArrayList;
import java.util.List;

/// Progress that can be cancelled and tells nothing by itself: the cancelling half of whatever
/// somebody watches. Safe for use by any thread.
public final class Stoppable implements Progress {
    private final List<Runnable> actions = new ArrayList<>();
    private boolean cancelled;

    /// Cancels the work: does now, on this thread, what was to be done then, each once. Cancelling
    /// again does nothing.
    public void cancel() {
        List<Runnable> due;
        synchronized (this) {
            cancelled = true;
            due = List.copyOf(actions);
            actions.clear();
        }
        due.forEach(Runnable::run);
    }

    /// Says that the work has ended: what was to be done when it is cancelled is forgotten.
    public synchronized void end() {
        actions.clear();
    }

    @Override
    public void report(double fraction, String what) {}

    @Override
    public synchronized boolean isCancelled() {
        return cancelled;
    }

    @Override
    public void onCancel(Runnable action) {
        synchronized (this) {
            if (!cancelled) {
                actions.add(action);
                return;
            }
        }
        action.run();
    }
}
