package dev.parallax.statistics;

/// How far two sets of runs are apart, whatever their unit: the share of pairs in which the second
/// side is the larger, less that in which it is the smaller (Cliff 1993, *Dominance statistics:
/// ordinal analyses to answer ordinal questions*, Psychological Bulletin 114, 494–509).
///
/// It says how well the sides are separated, not how much they differ: runs that hardly vary are
/// fully separated (±1) by a millisecond.
///
/// @param value −1 (every value of the second side is below every one of the first) to 1
public record CliffsDelta(double value) {

    /// The size in a word, by the limits of Romano et al. 2006 (*Appropriate statistics for ordinal
    /// level data*, Florida Association of Institutional Research): 0.147, 0.33 and 0.474.
    public enum Size {
        NEGLIGIBLE("negligible"),
        SMALL("small"),
        MEDIUM("medium"),
        LARGE("large");

        private final String word;

        Size(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    private static final double SMALL_FROM = 0.147;
    private static final double MEDIUM_FROM = 0.33;
    private static final double LARGE_FROM = 0.474;

    /// Compares two sets of values. Example: 1, 2 against 2, 3 has 3 pairs above, one tied, none
    /// below: 0.75.
    ///
    /// @throws IllegalArgumentException when a side is empty, or a value is NaN
    public static CliffsDelta of(double[] first, double[] second) {
        Pairs pairs = Pairs.of(Quantiles.sorted(first), Quantiles.sorted(second));
        return new CliffsDelta(
                (double) (pairs.above() - pairs.below()) / ((double) first.length * second.length));
    }

    /// The word for it, whatever its sign.
    public Size size() {
        double size = Math.abs(value);
        if (size < SMALL_FROM) {
            return Size.NEGLIGIBLE;
        }
        if (size < MEDIUM_FROM) {
            return Size.SMALL;
        }
        return size < LARGE_FROM ? Size.MEDIUM : Size.LARGE;
    }
}
