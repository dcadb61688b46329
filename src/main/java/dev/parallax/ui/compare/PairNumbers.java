package dev.parallax.ui.compare;

import dev.parallax.metric.Metric;
import dev.parallax.statistics.Interval;
import dev.parallax.ui.common.Numbers;
import dev.parallax.ui.common.Texts;

/// Differences as people read them: with their sign.
final class PairNumbers {
    private PairNumbers() {}

    /// `+176 ms`, `−0.020`.
    static String signed(Metric metric, double difference) {
        return (difference < 0 ? "−" : "+") + Numbers.of(metric, Math.abs(difference));
    }

    /// `+108 to +262 ms`; an open end is said to be unknown.
    static String range(Metric metric, Interval interval) {
        return Texts.of("pair.range", first(metric, interval.low()), end(metric, interval.high()));
    }

    /// `95 % CI +108 to +262 ms`
    static String interval(Metric metric, Interval interval) {
        return Texts.of(
                "pair.interval", first(metric, interval.low()), end(metric, interval.high()));
    }

    /// A share's difference in percentage points: `+4.9`.
    static String points(double difference) {
        return (difference < 0 ? "−" : "+") + Numbers.decimal(Math.abs(100 * difference), 1);
    }

    static String points(Interval interval) {
        return Texts.of("pair.range", points(interval.low()), points(interval.high()));
    }

    /// The unit stands behind the second end.
    private static String first(Metric metric, double end) {
        return Double.isFinite(end)
                ? (end < 0 ? "−" : "+") + Numbers.plain(metric, Math.abs(end))
                : Numbers.NONE;
    }

    private static String end(Metric metric, double end) {
        return Double.isFinite(end) ? signed(metric, end) : Numbers.NONE;
    }
}
