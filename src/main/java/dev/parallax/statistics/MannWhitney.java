package dev.parallax.statistics;

import java.util.Arrays;

/// Whether one set of runs tends to be larger than another (Mann & Whitney 1947, *On a test of
/// whether one of two random variables is stochastically larger than the other*, Annals of
/// Mathematical Statistics 18, 50–60). Two-sided.
///
/// Assumes independent runs; a p-value says how surprising the difference would be if there were
/// none, not how large it is: [HodgesLehmann] and [CliffsDelta] say that. With heavy ties and few
/// values the normal approximation is rough.
///
/// @param u pairs in which the value of the second side is the larger, ties counted half; 0 to n·m
/// @param p the chance of a U as far from n·m / 2 as this or farther, if both sides were alike
/// @param method how p was found
public record MannWhitney(double u, double p, Method method) {

    /// How a p-value was found.
    public enum Method {
        /// By counting all orders of the values: up to 49 a side, none equal to another.
        EXACT,
        /// By the normal distribution, with the correction for ties and without one for continuity.
        NORMAL
    }

    /// Compares two sets of independent values.
    ///
    /// Exact p: twice the smaller tail, at most 1. Otherwise z = (U − nm / 2) / s with s² = nm / 12
    /// · (N + 1 − Σ(t³ − t) / (N (N − 1))), where N = n + m and t are the sizes of the groups of
    /// equal values (Hollander, Wolfe & Chicken 2014, *Nonparametric Statistical Methods*, 3rd ed.,
    /// §4.1, eq. 4.11). There is no continuity correction, as in sitespeed.io.
    ///
    /// Example: 1, 2, 3 against 4, 5, 6 has U = 9 and p = 2 / 20 = 0.1.
    ///
    /// @param first at least one value
    /// @param second at least one value
    /// @throws IllegalArgumentException when a side is empty, or a value is NaN
    public static MannWhitney of(double[] first, double[] second) {
        double[] a = Quantiles.sorted(first);
        double[] b = Quantiles.sorted(second);
        Pairs pairs = Pairs.of(a, b);
        double u = pairs.above() + pairs.tied() / 2.0;
        double ties = tieTerm(a, b);
        return ties == 0 && RankSumChances.areCheap(a.length, b.length)
                ? new MannWhitney(u, exact((int) u, a.length, b.length), Method.EXACT)
                : new MannWhitney(u, normal(u, a.length, b.length, ties), Method.NORMAL);
    }

    private static double exact(int u, int n, int m) {
        double[] chances = RankSumChances.of(n, m);
        int smaller = Math.min(u, n * m - u);
        double tail = 0;
        for (int i = 0; i <= smaller; i++) {
            tail += chances[i];
        }
        return Math.min(1, 2 * tail);
    }

    private static double normal(double u, double n, double m, double ties) {
        double all = n + m;
        double variance = n * m / 12 * (all + 1 - ties / (all * (all - 1)));
        if (!(variance > 0)) {
            return 1;
        }
        double z = (u - n * m / 2) / Math.sqrt(variance);
        return Math.min(1, 2 * Normal.cumulative(-Math.abs(z)));
    }

    /// Σ(t³ − t) over the groups of equal values of both sides together.
    private static double tieTerm(double[] a, double[] b) {
        double[] all = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, all, a.length, b.length);
        Arrays.sort(all);
        double sum = 0;
        for (int start = 0; start < all.length; ) {
            int end = start + 1;
            while (end < all.length && all[end] == all[start]) {
                end++;
            }
            double size = end - start;
            sum += size * size * size - size;
            start = end;
        }
        return sum;
    }
}
