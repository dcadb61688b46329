package dev.parallax.cli;

import dev.parallax.progress.Progress;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// Ctrl-C: tells the command under way to stop, and gives it a moment to leave everything tidy.
public final class Cancellation {
    private final AtomicReference<@Nullable TerminalProgress> current = new AtomicReference<>();

    /// The progress of a command that starts now; it is the one that gets cancelled.
    Progress progress(Output output) {
        var progress = new TerminalProgress(output);
        current.set(progress);
        return progress;
    }

    /// Cancels the command under way, if there is one.
    public void cancel() {
        TerminalProgress progress = current.get();
        if (progress != null) {
            progress.cancel();
        }
    }
}
