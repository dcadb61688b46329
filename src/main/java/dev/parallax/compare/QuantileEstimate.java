package dev.parallax.compare;

import dev.parallax.metric.Metric;
import dev.parallax.statistics.FieldQuantile;
import dev.parallax.statistics.Interval;

/// A percentile of the field, or why there is none.
public sealed interface QuantileEstimate {
    /// Which percentile, 1 to 99.
    int percentile();

    /// The percentile and its 95 % interval, in the metric's unit.
    record Known(int percentile, double value, Interval interval) implements QuantileEstimate {}

    /// Too few effective page views for an interval.
    record TooFew(int percentile, int needs, int has) implements QuantileEstimate {}

    /// A quantile of the field in the metric's unit.
    static QuantileEstimate of(int percentile, FieldQuantile quantile, Metric metric) {
        return switch (quantile) {
            case FieldQuantile.Known(var estimate) ->
                    new Known(
                            percentile,
                            metric.fromFixed(estimate.value()),
                            new Interval(
                                    metric.fromFixed(estimate.interval().low()),
                                    metric.fromFixed(estimate.interval().high())));
            case FieldQuantile.TooFew(var needs, var has) -> new TooFew(percentile, needs, has);
        };
    }
}
