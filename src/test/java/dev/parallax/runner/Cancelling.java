package dev.parallax.runner;

import dev.parallax.progress.Progress;
import java.util.ArrayList;
import java.util.List;

/// Progress that a test cancels.
final class Cancelling implements Progress {
    private final List<Runnable> actions = new ArrayList<>();
    private boolean cancelled;

    void cancel() {
        List<Runnable> due;
        synchronized (this) {
            cancelled = true;
            due = List.copyOf(actions);
        }
        due.forEach(Runnable::run);
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
