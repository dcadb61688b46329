package dev.parallax.rum;

import java.time.Instant;

/// A stretch of time.
///
/// @param from the first instant inside
/// @param to the first instant after it
public record TimeWindow(Instant from, Instant to) {
    public TimeWindow {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("time window is empty: " + from + " to " + to);
        }
    }
}
