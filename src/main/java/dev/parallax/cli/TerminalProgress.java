package dev.parallax.cli;

import dev.parallax.progress.Progress;
import java.util.ArrayList;
import java.util.List;

/// Progress of one command: each new part is a line on standard error; Ctrl-C cancels.
final class TerminalProgress implements Progress {
    private final Output output;
    private final List<Runnable> onCancel = new ArrayList<>();
    private String last = "";
    private boolean cancelled;

    TerminalProgress(Output output) {
        this.output = output;
    }

    /// Called from the JVM's shutdown hook: whatever runs is told to stop.
    void cancel() {
        List<Runnable> actions;
        synchronized (this) {
            if (cancelled) {
                return;
            }
            cancelled = true;
            actions = List.copyOf(onCancel);
        }
        actions.forEach(Runnable::run);
    }

    @Override
    public synchronized void report(double fraction, String what) {
        if (!what.equals(last)) {
            last = what;
            output.remark(what);
        }
    }

    @Override
    public synchronized boolean isCancelled() {
        return cancelled;
    }

    @Override
    public void onCancel(Runnable action) {
        synchronized (this) {
            if (!cancelled) {
                onCancel.add(action);
                return;
            }
        }
        action.run();
    }
}
