package dev.parallax.progress;

import java.util.concurrent.CancellationException;

/// The line between long work and whoever started it: the work reports, the starter may cancel.
/// Implementations may be called from any thread.
public interface Progress {

    /// Progress nobody watches and nobody cancels.
    Progress NONE =
            new Progress() {
                @Override
                public void report(double fraction, String what) {}

                @Override
                public boolean isCancelled() {
                    return false;
                }

                @Override
                public void onCancel(Runnable action) {}
            };

    /// Says how far the work is.
    ///
    /// @param fraction done so far, 0 to 1; NaN if it cannot be known
    /// @param what the part under way, in a few words: `iteration 3 of 12`
    void report(double fraction, String what);

    boolean isCancelled();

    /// Runs the action once when the work is cancelled, at once if it already is. For work that
    /// blocks and cannot ask.
    void onCancel(Runnable action);

    /// The progress of a part of the work, for whoever does that part.
    ///
    /// @param from the fraction of the whole at which the part begins
    /// @param to the fraction at which it ends
    /// @param name of the part, told in front of what it reports
    default Progress part(double from, double to, String name) {
        return new PartProgress(this, from, to, name);
    }

    /// Progress that is cancelled with this one and tells nothing: for work beside other work that
    /// is worth hearing of.
    default Progress quiet() {
        return new QuietProgress(this);
    }

    /// Ends work that nobody wants any more.
    ///
    /// @throws CancellationException if the work was cancelled
    default void throwIfCancelled() {
        if (isCancelled()) {
            throw new CancellationException("cancelled");
        }
    }
}
