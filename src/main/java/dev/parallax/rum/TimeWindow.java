package dev.parallax.rum;

import java.time.Instant;
import java.util.Optional;

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

    /// The part of this window that lies in another one.
    public Optional<TimeWindow> within(TimeWindow other) {
        Instant begin = from.isAfter(other.from) ? from : other.from;
        Instant end = to.isBefore(other.to) ? to : other.to;
        return begin.isBefore(end) ? Optional.of(new TimeWindow(begin, end)) : Optional.empty();
    }
}
