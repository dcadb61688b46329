package dev.parallax.statistics;

import java.util.Optional;

/// The distribution-free interval for a quantile of few independent values, such as the runs of a
/// baseline.
final class OrderStatistics {

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
    static Optional<Interval> interval(double[] values, double q) {
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
}
