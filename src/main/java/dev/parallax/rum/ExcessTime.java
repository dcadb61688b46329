package dev.parallax.rum;

import dev.parallax.metric.Metric;
import dev.parallax.metric.Thresholds;
import dev.parallax.metric.Unit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The time that users waited beyond what is good: of each page view with the metric the part above
/// the limit of good, summed up.
///
/// Three views of 2.0, 4.5 and 8.5 s of LCP, whose limit is 2.5 s, have 0 + 2 + 6 s = 0.13 minutes.
final class ExcessTime {
    private static final double MILLIS_IN_MINUTE = 60_000;

    private ExcessTime() {}

    /// The limit above which the time of a metric is counted, in its fixed point form; empty if the
    /// metric is no time, or has no limit.
    static Optional<Double> limit(Metric metric) {
        return metric.unit() == Unit.MILLISECONDS
                ? metric.thresholds()
                        .map(Thresholds::good)
                        .map(good -> good * metric.unit().scale())
                : Optional.empty();
    }

    /// Adds up the minutes beyond a limit, by code.
    ///
    /// @param weights null if every row stands for itself
    static double[] minutes(
            Codes codes,
            int[] values,
            double @Nullable [] weights,
            double limit,
            Metric metric,
            Selection selection) {
        var minutes = new double[codes.cardinality()];
        long[] words = selection.words();
        for (int w = 0; w < words.length; w++) {
            for (long left = words[w]; left != 0; left &= left - 1) {
                int row = (w << 6) + Long.numberOfTrailingZeros(left);
                double excess = values[row] - limit;
                if (excess > 0) {
                    minutes[codes.at(row)] += weights == null ? excess : excess * weights[row];
                }
            }
        }
        for (int code = 0; code < minutes.length; code++) {
            minutes[code] /= metric.unit().scale() * MILLIS_IN_MINUTE;
        }
        return minutes;
    }
}
