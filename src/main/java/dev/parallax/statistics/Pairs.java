package dev.parallax.statistics;

/// How the values of two sides compare, every one of the first with every one of the second.
///
/// @param below pairs in which the second side's value is the smaller
/// @param tied pairs of equal values
/// @param above pairs in which the second side's value is the larger
record Pairs(long below, long tied, long above) {

    /// Counts in one walk along both.
    ///
    /// @param first in ascending order
    /// @param second in ascending order
    static Pairs of(double[] first, double[] second) {
        long below = 0;
        long atMost = 0;
        int under = 0;
        int upTo = 0;
        for (double value : first) {
            while (under < second.length && second[under] < value) {
                under++;
            }
            while (upTo < second.length && second[upTo] <= value) {
                upTo++;
            }
            below += under;
            atMost += upTo;
        }
        long all = (long) first.length * second.length;
        return new Pairs(below, atMost - below, all - atMost);
    }
}
