package dev.parallax.journey;

import java.time.Duration;

/// What a [Step.Wait] waits for.
public sealed interface Condition {

    /// The element is on the page and can be seen.
    record ElementVisible(Target target) implements Condition {}

    /// The address of the page contains a text.
    record UrlContains(String text) implements Condition {}

    /// A fixed time has passed. A last resort: waiting for an element is both faster and safer.
    record Passed(Duration length) implements Condition {
        public Passed {
            if (length.isNegative()) {
                throw new IllegalArgumentException("length is negative: " + length);
            }
        }
    }
}
