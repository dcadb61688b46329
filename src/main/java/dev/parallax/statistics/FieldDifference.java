package dev.parallax.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;

/// How one part of the field differs from another: in quantiles, in shares, and along the whole
/// distribution.
///
/// Each side has its own intervals, by [FieldIntervals]; those of a difference are joined from them
/// by recovery of the variances (Zou & Donner 2008, *Construction of confidence limits about effect
/// measures*, Statistics in Medicine 27, 1693–1702): with a in (l, u) and b in (m, v), b − a goes
/// from b − a − √((b − m)² + (u − a)²) to b − a + √((v − b)² + (a − l)²). For shares with Wilson's
/// limits that is Newcombe's method 10 (Newcombe 1998, *Interval estimation for the difference
/// between independent proportions*, Statistics in Medicine 17, 873–890).
///
/// Assumes that no session has views on both sides. Where some have, or one side holds the other,
/// the sides err together and the interval is wider than it need be.
///
/// @param value second side less first
public record FieldDifference(double value, Interval interval) {
    private static final double[] DECILES = {0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9};
    private static final int DRAWS = 2_000;
    private static final long SEED = 0xF1E1DL;
    private static final double CONFIDENCE = 0.95;

    /// The difference of two estimates of independent sides, second less first. Example: 3.3
    /// (3.2–3.5) less 2.9 (2.8–3.0) is 0.4 (0.26–0.62).
    public static FieldDifference of(Estimate first, Estimate second) {
        double value = second.value() - first.value();
        double down =
                Math.hypot(
                        second.value() - second.interval().low(),
                        first.interval().high() - first.value());
        double up =
                Math.hypot(
                        second.interval().high() - second.value(),
                        first.value() - first.interval().low());
        return new FieldDifference(value, new Interval(value - down, value + up));
    }

    /// The second side's deciles less the first's, with bands that hold for all of them at once:
    /// the largest of the studentised errors is drawn 2,000 times from a [BrownianBridge] a side
    /// (Mandel & Betensky 2008, *Simultaneous confidence intervals based on the percentile
    /// bootstrap approach*, Computational Statistics & Data Analysis 52, 2158–2165). The bands lean
    /// to the side to which the deciles' own intervals lean.
    public static List<ShiftFunction.Decile> deciles(
            ClusteredSample first, ClusteredSample second) {
        return deciles(
                FieldIntervals.quantiles(first, DECILES),
                FieldIntervals.quantiles(second, DECILES));
    }

    /// As above, from the nine deciles of each side, lowest first.
    public static List<ShiftFunction.Decile> deciles(
            List<FieldQuantile> one, List<FieldQuantile> other) {
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < DECILES.length; i++) {
            if (one.get(i) instanceof FieldQuantile.Known(var a)
                    && other.get(i) instanceof FieldQuantile.Known(var b)) {
                points.add(new Point(DECILES[i], a, b));
            }
        }
        double reach = points.isEmpty() ? 0 : reach(points) / Normal.Z_975;
        List<ShiftFunction.Decile> deciles = new ArrayList<>();
        for (int i = 0; i < DECILES.length; i++) {
            int percentile = 10 * (i + 1);
            deciles.add(
                    switch (one.get(i)) {
                        case FieldQuantile.TooFew(var needs, var has) ->
                                new ShiftFunction.Decile.TooFew(
                                        percentile, needs, fewer(other.get(i), has));
                        case FieldQuantile.Known(var a) ->
                                switch (other.get(i)) {
                                    case FieldQuantile.TooFew(var needs, var has) ->
                                            new ShiftFunction.Decile.TooFew(percentile, needs, has);
                                    case FieldQuantile.Known(var b) ->
                                            known(percentile, of(a, b), reach);
                                };
                    });
        }
        return deciles;
    }

    /// By how many times the difference is the first side's value; empty where that is 0.
    public OptionalDouble over(double first) {
        return first > 0 ? OptionalDouble.of(value / first) : OptionalDouble.empty();
    }

    private record Point(double q, Estimate first, Estimate second) {}

    private static int fewer(FieldQuantile other, int has) {
        return switch (other) {
            case FieldQuantile.TooFew few -> Math.min(few.has(), has);
            case FieldQuantile.Known _ -> has;
        };
    }

    private static ShiftFunction.Decile.Known known(
            int percentile, FieldDifference difference, double reach) {
        double value = difference.value;
        Interval alone = difference.interval;
        return new ShiftFunction.Decile.Known(
                percentile,
                value,
                new Interval(
                        value - reach * (value - alone.low()),
                        value + reach * (alone.high() - value)));
    }

    /// How many standard errors the largest error of all is from 0 in 95 % of draws.
    private static double reach(List<Point> points) {
        double[] shares = points.stream().mapToDouble(Point::q).toArray();
        double[] ofFirst = points.stream().mapToDouble(point -> error(point.first)).toArray();
        double[] ofSecond = points.stream().mapToDouble(point -> error(point.second)).toArray();
        var first = new BrownianBridge(shares, ofFirst);
        var second = new BrownianBridge(shares, ofSecond);
        var random = new SplittableRandom(SEED);
        double[] largest = new double[DRAWS];
        for (int draw = 0; draw < DRAWS; draw++) {
            double[] a = first.draw(random);
            double[] b = second.draw(random);
            for (int i = 0; i < shares.length; i++) {
                double spread = Math.hypot(ofFirst[i], ofSecond[i]);
                if (spread > 0) {
                    largest[draw] = Math.max(largest[draw], Math.abs(b[i] - a[i]) / spread);
                }
            }
        }
        return Quantiles.type7(largest, CONFIDENCE);
    }

    private static double error(Estimate estimate) {
        return (estimate.interval().high() - estimate.interval().low()) / (2 * Normal.Z_975);
    }
}
