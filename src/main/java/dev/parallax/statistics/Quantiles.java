package dev.parallax.statistics;

import java.util.Arrays;

/// Quantiles of a handful of numbers, such as the runs of a baseline.
public final class Quantiles {

    private Quantiles() {}

    /// The median: the middle value, or the mean of the two middle ones.
    ///
    /// @throws IllegalArgumentException when there is no value, or one is NaN
    public static double median(double[] values) {
        return type7(values, 0.5);
    }

    /// The `q`-quantile of type 7 (Hyndman & Fan 1996, *Sample quantiles in statistical packages*,
    /// The American Statistician 50, 361–365): with h = (n − 1)·q, linear between the values of
    /// rank ⌊h⌋ and ⌊h⌋ + 1, counted from 0. Example: 1, 2, 3, 10 have the 0.75 quantile 3 + 0.25 ·
    /// 7 = 4.75.
    ///
    /// @param values in any order; left as they are
    /// @param q from 0 to 1
    /// @throws IllegalArgumentException when there is no value, or one is NaN
    public static double type7(double[] values, double q) {
        refuseNotAShare(q);
        double[] sorted = sorted(values);
        double h = (sorted.length - 1) * q;
        int rank = (int) h;
        double part = h - rank;
        return part == 0 ? sorted[rank] : sorted[rank] + part * (sorted[rank + 1] - sorted[rank]);
    }

    /// A sorted copy of `values`, of which there is at least one, none of them NaN.
    static double[] sorted(double[] values) {
        if (values.length == 0) {
            throw new IllegalArgumentException("no values");
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        if (Double.isNaN(sorted[sorted.length - 1])) {
            throw new IllegalArgumentException("a value is not a number");
        }
        return sorted;
    }

    static void refuseNotAShare(double q) {
        if (!(q >= 0 && q <= 1)) {
            throw new IllegalArgumentException("not a share from 0 to 1: " + q);
        }
    }
}
