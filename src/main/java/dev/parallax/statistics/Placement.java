package dev.parallax.statistics;

import java.util.ArrayList;
import java.util.List;

/// Where the median of the lab runs falls among real users, from 0 (faster than all) to 100.
///
/// @param labMedian the median of the runs, in the fixed-point unit of the field
/// @param value 100 · (P(X < x) + ½ P(X = x)) in the weighted field at the lab median x, the
///   mid-distribution function (Parzen 2004, *Quantile probability and statistical data modeling*,
///   Statistical Science 19, 652–662)
/// @param ties from 100 · P(X < x) to 100 · P(X ≤ x)
/// @param interval the 95 % interval of `value`, with the uncertainty of both sides
/// @param fieldInterval what would be left of it with any number of further runs
/// @param method how the uncertainty of the field was found
public record Placement(
        double labMedian,
        double value,
        Interval ties,
        Interval interval,
        Interval fieldInterval,
        IntervalMethod method) {

    /// The fewest runs whose median can be placed with an interval.
    public static final int SMALLEST_RUNS = SmallestSample.forQuantile(0.5);

    /// Above this share of users at exactly the lab's value a single number would mislead.
    private static final double LARGEST_TIE = 5;

    /// Points at which the field is asked between two neighbouring runs; more change the interval
    /// by less than a tenth of a point.
    private static final int POINTS_A_GAP = 4;

    /// Places the median of independent runs in the field.
    ///
    /// The interval joins two uncertainties. That of the lab: the number of runs below the true
    /// median is binomial with chance ½, so the true median lies between the i-th and the next of n
    /// sorted runs with confidence C(n, i) / 2ⁿ, whatever the distribution of runs; within the gap
    /// it is spread evenly (beyond the outermost runs nothing is known: 0 or 100). That of the
    /// field at each such point: the test that Wilson's interval inverts, with the variance between
    /// sessions. The mixture over the points is a distribution of confidence for the placement, and
    /// the interval goes from its 2.5 % to its 97.5 % point (Singh, Xie & Strawderman 2005,
    /// *Combining information from independent sources through confidence distributions*, Annals of
    /// Statistics 33, 159–183). No random numbers are drawn.
    ///
    /// The percentile bootstrap of the runs is not used: at 7 runs it covers 88 to 93 % where runs
    /// vary half as much as users do.
    ///
    /// Example: 12 runs that all took 1,500 ms, in a field of which 40 % are below 1,500 ms, have
    /// the placement 40; the interval is then close to [#fieldInterval].
    ///
    /// @param runs at least [#SMALLEST_RUNS], in the fixed-point unit of the field, in any order
    /// @throws IllegalArgumentException when there are too few runs, or the field is empty
    public static Placement of(double[] runs, ClusteredSample field) {
        if (runs.length < SMALLEST_RUNS) {
            throw new IllegalArgumentException(
                    "a placement needs " + SMALLEST_RUNS + " runs, has " + runs.length);
        }
        FieldIntervals.refuseEmpty(field);
        double[] sorted = Quantiles.sorted(runs);
        double median = Quantiles.median(sorted);
        FieldShare place = FieldShare.placeOf(field, median);
        Distribution distribution = field.distribution();
        double total = distribution.totalWeight();
        double below = distribution.weightBelow(median) / total;
        double at = distribution.weightAt(median) / total;
        return new Placement(
                median,
                100 * place.share(),
                new Interval(100 * below, 100 * (below + at)),
                percent(joined(sorted, field)),
                percent(place.wilson()),
                place.method());
    }

    /// Whether so many users have exactly the lab's value that [#ties] should be shown as a range
    /// in the place of [#value].
    public boolean isRange() {
        return ties.high() - ties.low() > LARGEST_TIE;
    }

    private static Interval joined(double[] sorted, ClusteredSample field) {
        double[] chances = Binomial.chances(sorted.length, 0.5);
        List<Point> points = new ArrayList<>();
        for (int below = 1; below < sorted.length; below++) {
            double start = sorted[below - 1];
            double gap = sorted[below] - start;
            int parts = gap == 0 ? 1 : POINTS_A_GAP;
            double confidence = chances[below] / parts;
            for (int part = 0; part < parts && confidence > 1e-9; part++) {
                double x = start + gap * (part + 0.5) / parts;
                points.add(new Point(FieldShare.placeOf(field, x), confidence));
            }
        }
        double belowAllRuns = chances[0];
        return new Interval(
                shareOfConfidence(points, belowAllRuns, SmallestSample.TAIL).low(),
                shareOfConfidence(points, belowAllRuns, 1 - SmallestSample.TAIL).high());
    }

    /// Brackets the placement at which the confidence reaches `confidence`, by bisection.
    private static Interval shareOfConfidence(
            List<Point> points, double belowAllRuns, double confidence) {
        double low = 0;
        double high = 1;
        for (int halving = 0; halving < 40; halving++) {
            double middle = (low + high) / 2;
            double reached = belowAllRuns;
            for (Point point : points) {
                reached += point.confidence() * point.place().confidenceAtMost(middle);
            }
            if (reached < confidence) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return new Interval(low, high);
    }

    private static Interval percent(Interval shares) {
        return new Interval(100 * shares.low(), 100 * shares.high());
    }

    /// The field at one place where the lab's true median may be, and how sure one may be of it.
    private record Point(FieldShare place, double confidence) {}
}
