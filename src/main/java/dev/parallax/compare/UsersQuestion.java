package dev.parallax.compare;

import dev.parallax.metric.Metric;
import dev.parallax.rum.Segment;

/// What a comparison of two parts of the users asks.
///
/// @param before the base
public record UsersQuestion(Side before, Side after, Metric metric) implements ComparisonQuestion {

    /// One of the two parts.
    ///
    /// @param dataset its data set's name
    public record Side(String dataset, Segment segment) {}
}
