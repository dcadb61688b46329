package dev.parallax.cli;

import dev.parallax.progress.Progress;
import dev.parallax.progress.Stoppable;

/// Progress of one command: each new part is a line on standard error; Ctrl-C cancels.
final class TerminalProgress implements Progress {
    private final Output output;
    private final Stoppable stoppable = new Stoppable();
    private String last = "";

    TerminalProgress(Output output) {
        this.output = output;
    }

    /// Called from the JVM's shutdown hook: whatever runs is told to stop.
    void cancel() {
        stoppable.cancel();
    }

    @Override
    public synchronized void report(double fraction, String what) {
        if (!what.equals(last)) {
            last = what;
            output.remark(what);
        }
    }

    @Override
    public boolean isCancelled() {
        return stoppable.isCancelled();
    }

    @Override
    public void onCancel(Runnable action) {
        stoppable.onCancel(action);
    }
}
