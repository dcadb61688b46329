package dev.parallax.compare;

import dev.parallax.metric.Metric;
import dev.parallax.statistics.Distribution;

/// Two distributions of a metric read at common places, for drawing over one another. See [Curves]
/// for where the axis ends.
///
/// @param edges of the bins, in the metric's unit, one more than there are bins
/// @param before of the base's page views in each bin, 0 to 1
/// @param after of the other side's
/// @param beforeCumulative share of the base's page views at or below each edge
/// @param afterCumulative of the other side's
@SuppressWarnings("ArrayRecordComponent") // drawn and thrown away, compared by nobody
public record PairCurves(
        double[] edges,
        double[] before,
        double[] after,
        double[] beforeCumulative,
        double[] afterCumulative) {

    /// Reads both distributions, in the metric's stored form; either may be empty.
    static PairCurves of(Metric metric, Distribution before, Distribution after) {
        double[] edges = Curves.edges(metric, Math.max(end(metric, before), end(metric, after)));
        return new PairCurves(
                edges,
                Curves.shares(metric, before, edges),
                Curves.shares(metric, after, edges),
                Curves.cumulative(metric, before, edges),
                Curves.cumulative(metric, after, edges));
    }

    private static double end(Metric metric, Distribution distribution) {
        return distribution.isEmpty() ? 0 : metric.fromFixed(distribution.quantile(Curves.END));
    }
}
