package dev.parallax.compare;

import dev.parallax.statistics.Interval;

/// A percentile of the field, or why there is none.
public sealed interface QuantileEstimate {
    /// Which percentile, 1 to 99.
    int percentile();

    /// The percentile and its 95 % interval, in the metric's unit.
    record Known(int percentile, double value, Interval interval) implements QuantileEstimate {}

    /// Too few effective page views for an interval.
    record TooFew(int percentile, int needs, int has) implements QuantileEstimate {}
}
