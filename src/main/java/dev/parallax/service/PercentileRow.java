package dev.parallax.service;

import java.util.List;
import java.util.OptionalDouble;

/// The percentiles of one group of page views.
///
/// @param group the value of the dimension asked by, `all` if none was
/// @param views page views of the group
/// @param measured those that have the metric
/// @param weight the page views that the measured ones stand for
/// @param effective Kish's effective number of measured views
/// @param percentiles in rising order
public record PercentileRow(
        String group,
        long views,
        long measured,
        double weight,
        double effective,
        List<Percentile> percentiles) {
    public PercentileRow {
        percentiles = List.copyOf(percentiles);
    }

    /// One percentile, or why there is none.
    ///
    /// @param percentile 1 to 99
    /// @param value in the metric's unit; empty if there are too few views for an interval
    /// @param needs the fewest effective views for a 95 % interval
    public record Percentile(int percentile, OptionalDouble value, int needs) {}
}
