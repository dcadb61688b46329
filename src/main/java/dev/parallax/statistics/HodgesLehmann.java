package dev.parallax.statistics;

/// By how much the values of one set of runs are shifted against those of another: the median of
/// all differences between a value of the second side and one of the first (Hodges & Lehmann 1963,
/// *Estimates of location based on rank tests*, Annals of Mathematical Statistics 34, 598–611).
///
/// It is not the difference of the medians, though near it; where the two sides differ in more than
/// a shift, it is the median difference of a random pair.
///
/// @param shift second side less first
/// @param interval 95 %; unbounded where the sides are too small for any (fewer than 4 and 4)
public record HodgesLehmann(double shift, Interval interval) {

    /// Finds the shift and the interval that [MannWhitney] inverts to.
    ///
    /// The interval goes from the k-th smallest to the k-th largest difference, where k is the
    /// largest count for which P(U < k) ≤ 2.5 % if there were no shift (Hollander, Wolfe & Chicken
    /// 2014, *Nonparametric Statistical Methods*, 3rd ed., §4.3). Up to 49 values a side that
    /// chance is counted exactly, ties or not: they only make the interval more cautious (Noether
    /// 1967, *Wilcoxon confidence intervals for location parameters in the discrete case*, JASA 62,
    /// 184–188). With more it is k = ⌊nm / 2 − 1.96 · √(nm (n + m + 1) / 12)⌋.
    ///
    /// The k-th difference of n·m is found by halving the range of doubles, each time counting in
    /// one walk along both sorted sides how many differences lie below: exact, and at most 64
    /// walks.
    ///
    /// Example: 1, 2, 3, 4 against 11, 12, 13, 14 is a shift of 10 with the interval from 7 to 13.
    ///
    /// @throws IllegalArgumentException when a side is empty, or a value is NaN
    public static HodgesLehmann of(double[] first, double[] second) {
        double[] a = Quantiles.sorted(first);
        double[] b = Quantiles.sorted(second);
        long pairs = (long) a.length * b.length;
        long k = cut(a.length, b.length);
        return new HodgesLehmann(
                middle(a, b),
                k < 1
                        ? new Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY)
                        : new Interval(difference(a, b, k), difference(a, b, pairs + 1 - k)));
    }

    /// The shift alone, without its interval.
    static double shift(double[] first, double[] second) {
        return middle(Quantiles.sorted(first), Quantiles.sorted(second));
    }

    private static double middle(double[] a, double[] b) {
        long pairs = (long) a.length * b.length;
        double lower = difference(a, b, (pairs + 1) / 2);
        double upper = pairs % 2 == 1 ? lower : difference(a, b, pairs / 2 + 1);
        return lower == upper ? lower : (lower + upper) / 2;
    }

    private static long cut(int n, int m) {
        if (RankSumChances.areCheap(n, m)) {
            return RankSumChances.atMost(SmallestSample.TAIL, n, m);
        }
        double pairs = (double) n * m;
        return (long) Math.floor(pairs / 2 - Normal.Z_975 * Math.sqrt(pairs * (n + m + 1.0) / 12));
    }

    /// The `rank`-th smallest difference, counted from 1.
    private static double difference(double[] a, double[] b, long rank) {
        long low = ordered(b[0] - a[a.length - 1]);
        long high = ordered(b[b.length - 1] - a[0]);
        while (low < high) {
            long middle = (low & high) + ((low ^ high) >> 1);
            if (atMost(a, b, ordered(middle)) < rank) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return ordered(low) + 0.0;
    }

    /// How many differences are at most `limit`. Subtraction of doubles never decreases with the
    /// first and never increases with the second operand, rounding included, so one walk will do.
    private static long atMost(double[] a, double[] b, double limit) {
        long count = 0;
        int reached = 0;
        for (double value : a) {
            while (reached < b.length && b[reached] - value <= limit) {
                reached++;
            }
            count += reached;
        }
        return count;
    }

    /// Doubles as longs in the same order.
    private static long ordered(double value) {
        long bits = Double.doubleToLongBits(value + 0.0);
        return bits < 0 ? bits ^ Long.MAX_VALUE : bits;
    }

    private static double ordered(long place) {
        return Double.longBitsToDouble(place < 0 ? place ^ Long.MAX_VALUE : place);
    }
}
