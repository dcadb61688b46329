package dev.parallax.compare;

import dev.parallax.metric.Metric;
import dev.parallax.metric.Unit;
import dev.parallax.statistics.Distribution;
import java.util.Arrays;

/// The distributions of the matched users and of all, read at common places so that they can be
/// drawn over one another.
///
/// The axis ends at the 99th percentile of all users, or a little beyond the slowest lab value: the
/// last percent of the field would otherwise squeeze everybody else into the left margin. What lies
/// beyond is in no bin but in the cumulative shares.
///
/// @param edges of the bins, in the metric's unit, one more than there are bins
/// @param matchedShares of the matched views in each bin, 0 to 1
/// @param allShares of all views in each bin, 0 to 1
/// @param matchedCumulative share of the matched views at or below each edge, 0 to 1
/// @param allCumulative share of all views at or below each edge, 0 to 1
@SuppressWarnings("ArrayRecordComponent") // drawn and thrown away, compared by nobody
public record Curves(
        double[] edges,
        double[] matchedShares,
        double[] allShares,
        double[] matchedCumulative,
        double[] allCumulative) {
    private static final int MOST_BINS = 120;
    static final double END = 0.99;

    /// The bin widths a person can read off an axis, in the metric's unit.
    private static final double[] MILLISECONDS = {
        1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1000
    };

    private static final double[] PLAIN = {0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1};

    /// Reads both distributions.
    ///
    /// @param lab its slowest value stays on the axis
    /// @param matched in the metric's stored form, may be empty
    /// @param all in the metric's stored form, may be empty
    static Curves of(LabSample lab, Distribution matched, Distribution all) {
        Metric metric = lab.metric();
        double slowest = lab.values().stream().mapToDouble(Double::doubleValue).max().orElse(0);
        double end =
                Math.max(all.isEmpty() ? 0 : metric.fromFixed(all.quantile(END)), slowest * 1.05);
        double[] edges = edges(metric, end);
        return new Curves(
                edges,
                shares(metric, matched, edges),
                shares(metric, all, edges),
                cumulative(metric, matched, edges),
                cumulative(metric, all, edges));
    }

    static double[] edges(Metric metric, double end) {
        double[] widths = metric.unit() == Unit.NONE ? PLAIN : MILLISECONDS;
        double width =
                Arrays.stream(widths)
                        .filter(candidate -> candidate * MOST_BINS >= end)
                        .findFirst()
                        .orElse(end / MOST_BINS);
        int bins = Math.max(1, (int) Math.ceil(end / width));
        double[] edges = new double[bins + 1];
        for (int i = 0; i <= bins; i++) {
            edges[i] = i * width;
        }
        return edges;
    }

    static double[] shares(Metric metric, Distribution distribution, double[] edges) {
        double[] weights = new double[edges.length - 1];
        if (!distribution.isEmpty()) {
            distribution.bins(stored(metric, edges), weights);
            double total = distribution.totalWeight();
            Arrays.setAll(weights, bin -> weights[bin] / total);
        }
        return weights;
    }

    static double[] cumulative(Metric metric, Distribution distribution, double[] edges) {
        double[] shares = new double[edges.length];
        if (!distribution.isEmpty()) {
            distribution.cumulative(stored(metric, edges), shares);
        }
        return shares;
    }

    private static double[] stored(Metric metric, double[] edges) {
        return Arrays.stream(edges).map(edge -> edge * metric.unit().scale()).toArray();
    }
}
