package dev.parallax.statistics;

/// How many independent values a quantile needs before it can have an interval.
public final class SmallestSample {

    /// What an equal-tailed 95 % interval leaves out on either side.
    static final double TAIL = 0.025;

    private SmallestSample() {}

    /// The smallest n for which some distribution-free, equal-tailed 95 % interval for the
    /// `q`-quantile exists: the widest, from the smallest to the largest value, must miss on either
    /// side with at most 2.5 %, so (1 − q)ⁿ ≤ 0.025 and qⁿ ≤ 0.025 (David & Nagaraja 2003, *Order
    /// Statistics*, 3rd ed., §7.1). Example: the median needs 6, since 0.5⁵ = 3.1 % but 0.5⁶ = 1.6
    /// %; p75 needs 13, p90 36, p99 368.
    ///
    /// @param q above 0 and below 1
    public static int forQuantile(double q) {
        if (!(q > 0 && q < 1)) {
            throw new IllegalArgumentException("not a share between 0 and 1: " + q);
        }
        return (int) Math.ceil(Math.log(TAIL) / Math.log(Math.max(q, 1 - q)));
    }
}
