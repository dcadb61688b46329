package dev.parallax.compare;

import dev.parallax.metric.Metric;
import dev.parallax.metric.Unit;

/// The smallest difference that counts: below it nobody notices, however certain it is.
final class SmallestEffect {
    private static final double SHARE = 0.05;
    private static final double MILLIS = 50;
    private static final double SHIFT_SCORE = 0.02;

    private SmallestEffect() {}

    /// 5 % of the value before, but no less than 50 ms; 0.02 for CLS.
    static double of(Metric metric, double before) {
        return metric.unit() == Unit.NONE ? SHIFT_SCORE : Math.max(SHARE * before, MILLIS);
    }
}
