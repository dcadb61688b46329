package dev.parallax.statistics;

import org.apache.commons.numbers.gamma.RegularizedBeta;

/// The quantile of a handful of values by Harrell & Davis 1982 (*A new distribution-free quantile
/// estimator*, Biometrika 69, 635–640): a mean of all of them in order, in which each counts by how
/// likely it is to be the quantile. With few runs it wanders far less than a single order statistic
/// does.
///
/// Made for one number of values and one quantile; immutable.
final class HarrellDavis {
    private final double[] weights;

    /// @param n how many values there will be, at least 1
    /// @param q above 0 and below 1
    HarrellDavis(int n, double q) {
        double a = (n + 1) * q;
        double b = (n + 1) * (1 - q);
        weights = new double[n];
        double before = 0;
        for (int i = 0; i < n; i++) {
            double upTo = RegularizedBeta.value((i + 1.0) / n, a, b);
            weights[i] = upTo - before;
            before = upTo;
        }
    }

    /// The quantile of values in ascending order.
    double ofSorted(double[] ascending) {
        double quantile = 0;
        for (int i = 0; i < weights.length; i++) {
            quantile += weights[i] * ascending[i];
        }
        return quantile;
    }

    /// The `q`-quantile of some values in any order; they stay as they are. Example: of 1, 2, 3, 10
    /// the median is 3.26.
    ///
    /// @throws IllegalArgumentException when there is no value, or one is NaN
    static double quantile(double[] values, double q) {
        double[] sorted = Quantiles.sorted(values);
        return new HarrellDavis(sorted.length, q).ofSorted(sorted);
    }
}
