package dev.parallax.compare;

import dev.parallax.metric.Metric;
import dev.parallax.metric.Thresholds;
import dev.parallax.statistics.ClusteredSample;
import dev.parallax.statistics.Estimate;
import dev.parallax.statistics.FieldIntervals;
import dev.parallax.statistics.Interval;

/// How a segment's page views fall into the three classes of a metric, each share of the weight
/// with its 95 % interval, 0 to 1; the shares sum to 1.
///
/// @param atMostGood at or under the good limit
/// @param between over the good limit, at or under the poor one
/// @param overPoor over the poor limit
public record ShareEstimates(Estimate atMostGood, Estimate between, Estimate overPoor) {

    /// The shares in a sample that is not empty, in the metric's stored form.
    static ShareEstimates of(ClusteredSample sample, Metric metric, Thresholds limits) {
        double good = metric.toFixed(limits.good());
        double poor = metric.toFixed(limits.poor());
        return new ShareEstimates(
                others(FieldIntervals.shareOver(sample, good)),
                FieldIntervals.shareWithin(sample, good, poor),
                FieldIntervals.shareOver(sample, poor));
    }

    /// The share of the weight that is good, 0 to 1.
    public double good() {
        return atMostGood.value();
    }

    /// The share between the limits, 0 to 1.
    public double needsImprovement() {
        return between.value();
    }

    /// The share over the poor limit, 0 to 1.
    public double poor() {
        return overPoor.value();
    }

    private static Estimate others(Estimate share) {
        Interval interval = share.interval();
        return new Estimate(
                1 - share.value(),
                new Interval(1 - interval.high(), 1 - interval.low()),
                share.method());
    }
}
