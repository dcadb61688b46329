package dev.parallax.compare;

import dev.parallax.metric.Metric;
import dev.parallax.metric.Unit;
import dev.parallax.statistics.Interval;
import java.util.Locale;

/// Values and differences of a metric as the sentences about pairs say them: finely enough that two
/// values that differ by what counts do not read the same.
record DifferenceWords(Metric metric) {

    /// `436 ms`, `1.94 s`, `0.053`.
    String value(double value) {
        if (metric.unit() == Unit.NONE) {
            return String.format(Locale.ROOT, "%.3f", value);
        }
        return Math.abs(value) < 1000
                ? String.format(Locale.ROOT, "%.0f ms", value)
                : String.format(Locale.ROOT, "%.2f s", value / 1000);
    }

    /// A difference with its sign: `+176 ms`, `−0.020`.
    String signed(double difference) {
        String size = value(Math.abs(difference));
        return (difference < 0 ? "−" : "+") + size;
    }

    /// A difference with its interval: `+176 ms, 95 % CI +108 to +262 ms`.
    String withInterval(double difference, Interval interval) {
        return "%s, 95 %% CI %s to %s"
                .formatted(signed(difference), signed(interval.low()), signed(interval.high()));
    }

    /// From one value to another: `rose from 1.69 s to 1.88 s`, `fell …`, or `stayed at …`.
    String moved(double before, double after) {
        if (value(before).equals(value(after))) {
            return "stayed at " + value(before);
        }
        return (after > before ? "rose" : "fell")
                + " from "
                + value(before)
                + " to "
                + value(after);
    }

    static String counted(int count, String one, String many) {
        return count + " " + (count == 1 ? one : many);
    }
}
