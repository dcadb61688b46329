package dev.parallax.statistics;

import java.util.Optional;

/// The distribution-free interval for a quantile of few independent values, such as the runs of a
/// baseline.
public final class OrderStatistics {

    private OrderStatistics() {}

    /// The 95 % interval for the `q`-quantile between two of the sorted values, the narrowest that
    /// misses on either side with at most 2.5 % whatever the distribution: the number of values
    /// below the quantile is binomial (David & Nagaraja 2003, *Order Statistics*, 3rd ed., §7.1).
    /// Ties only make it more cautious. Example: for the median of 12 runs it goes from the third
    /// smallest to the third largest and covers 96.1 %.
    ///
    /// @param values independent, in any order
    /// @param q above 0 and below 1
    /// @return nothing when there are fewer values than [SmallestSample#forQuantile] says
    public static Optional<Interval> interval(double[] values, double q) {
        double[] sorted = Quantiles.sorted(values);
        int n = sorted.length;
        if (n < SmallestSample.forQuantile(q)) {
            return Optional.empty();
        }
        double[] chances = Binomial.chances(n, q);
        int below = 0;
        double missed = chances[0];
        while (missed + chances[below + 1] <= SmallestSample.TAIL) {
            below++;
            missed += chances[below];
        }
        int above = n;
        missed = chances[n];
        while (missed + chances[above - 1] <= SmallestSample.TAIL) {
            above--;
            missed += chances[above];
        }
        return Optional.of(new Interval(sorted[below], sorted[above - 1]));
    }

    /// The interval for the median whose confidence is 95 % and not the next larger one that order
    /// statistics have (96.9 % with 6 values): between the interval of the d-th values, which
    /// covers γ ≥ 95 %, and the next narrower one, which covers γ' below, the limits are
    /// interpolated with λ = (n − d)·I / (d + (n − 2d)·I), I = (γ − 0.95) / (γ − γ')
    /// (Hettmansperger & Sheather 1986, *Confidence intervals based on interpolated order
    /// statistics*, Statistics & Probability Letters 4, 75–79). Nearly free of the distribution,
    /// for continuous ones.
    ///
    /// Example: of 6 values the limits lie 0.357 of the way from the outermost to the next.
    ///
    /// @param values independent, in any order
    /// @return nothing when there are fewer than 6 values
    static Optional<Interval> median(double[] values) {
        double[] sorted = Quantiles.sorted(values);
        int n = sorted.length;
        if (n < SmallestSample.forQuantile(0.5)) {
            return Optional.empty();
        }
        double[] chances = Binomial.chances(n, 0.5);
        int d = 1;
        double missed = chances[0];
        while (missed + chances[d] <= SmallestSample.TAIL) {
            missed += chances[d];
            d++;
        }
        double part = (SmallestSample.TAIL - missed) / chances[d];
        double lambda = (n - d) * part / (d + (n - 2 * d) * part);
        double low = sorted[d - 1] + lambda * (sorted[d] - sorted[d - 1]);
        double high = sorted[n - d] - lambda * (sorted[n - d] - sorted[n - d - 1]);
        return Optional.of(new Interval(low, high));
    }
}
