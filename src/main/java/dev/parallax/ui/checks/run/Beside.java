package dev.parallax.ui.checks.run;

import dev.parallax.measure.Run;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/// What a run can be set beside.
///
/// @param others of the same journey, newest first
/// @param reader reads one of them, later
public record Beside(List<Other> others, Reader reader) {
    /// Nothing.
    public static final Beside NOTHING = new Beside(List.of(), (_, _) -> {});

    /// A run that can be chosen.
    ///
    /// @param words how it is called
    public record Other(UUID id, String words) {}

    /// Reads a run in the background.
    @FunctionalInterface
    public interface Reader {
        /// Reads a run.
        ///
        /// @param taker gets it on the window's thread
        void read(UUID run, Consumer<Run> taker);
    }

    public Beside {
        others = List.copyOf(others);
    }
}
