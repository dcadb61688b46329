package dev.parallax.rum;

import java.util.Optional;

/// What somebody picks out of the page views by drawing over charts: views that lie in all of the
/// given stretches. Unlike a [Segment] it is no part of a question; it is looked at and let go.
///
/// @param values of the metric that is looked at
/// @param window when the views began
/// @param hours of the week in which they began
public record Brush(
        Optional<ValueRange> values, Optional<TimeWindow> window, Optional<WeekHours> hours) {

    /// Picks everything.
    public static final Brush NONE =
            new Brush(Optional.empty(), Optional.empty(), Optional.empty());

    public boolean isNone() {
        return equals(NONE);
    }

    public Brush withValues(Optional<ValueRange> other) {
        return new Brush(other, window, hours);
    }

    public Brush withWindow(Optional<TimeWindow> other) {
        return new Brush(values, other, hours);
    }

    public Brush withHours(Optional<WeekHours> other) {
        return new Brush(values, window, other);
    }
}
