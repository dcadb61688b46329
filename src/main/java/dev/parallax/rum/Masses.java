package dev.parallax.rum;

/// The weights of one data set as whole numbers, so that their sums are exact in any order. The
/// same as [dev.parallax.statistics.WeightedHistogram] has inside: the largest weight has between
/// 2³⁰ and 2³¹ units.
///
/// @param perWeight units of weight 1
record Masses(double perWeight) {
    private static final int BITS = 31;

    static Masses upTo(double largestWeight) {
        return new Masses(Math.scalb(1.0, BITS - 1 - Math.getExponent(largestWeight)));
    }

    /// Rows themselves where a data set has no weights.
    static Masses of(Columns columns) {
        return columns.isWeighted() ? upTo(columns.largestWeight()) : new Masses(1);
    }

    long of(double weight) {
        return (long) (weight * perWeight + 0.5);
    }

    double weight(long mass) {
        return mass / perWeight;
    }
}
