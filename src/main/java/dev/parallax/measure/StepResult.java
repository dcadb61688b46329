package dev.parallax.measure;

import dev.parallax.problem.Problem;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// What happened to one step of a journey.
public sealed interface StepResult {
    String label();

    /// True if the element was found by another selector than the first of its target: the site has
    /// changed, and the journey should follow.
    default boolean isDrifted() {
        return this instanceof Done done && done.expected() != null;
    }

    /// The step finished.
    ///
    /// @param took driver-side time from the action to the awaited event, never compared with real
    ///   users
    /// @param selector which of the target's selectors matched, null for a step without a target
    /// @param expected the target's first selector if another one matched, else null
    record Done(String label, Duration took, @Nullable String selector, @Nullable String expected)
            implements StepResult {

        /// A step that found what it looked for at first.
        public Done(String label, Duration took, @Nullable String selector) {
            this(label, took, selector, null);
        }
    }

    /// The step could not finish.
    ///
    /// @param problem for people
    /// @param detail for the log, such as the engine's own message; null if there is none
    record Failed(String label, Duration took, Problem problem, @Nullable String detail)
            implements StepResult {}

    /// The step was not tried because an earlier one failed.
    record Skipped(String label) implements StepResult {}
}
