package dev.parallax.rum;

import dev.parallax.metric.Metric;
import org.jspecify.annotations.Nullable;

/// How a table of page views is sorted. Rows without the value come last in either direction, and
/// rows that are equal in it stay in the order in which they were imported.
///
/// @param metric null to sort by time
public record RowOrder(@Nullable Metric metric, Direction direction) {

    /// Whether the smallest value comes first or the largest.
    public enum Direction {
        ASCENDING,
        DESCENDING
    }

    /// By the time a page view began.
    public static RowOrder byTime(Direction direction) {
        return new RowOrder(null, direction);
    }

    public static RowOrder by(Metric metric, Direction direction) {
        return new RowOrder(metric, direction);
    }
}
