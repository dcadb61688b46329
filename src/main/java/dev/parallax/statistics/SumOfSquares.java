package dev.parallax.statistics;

/// The sum of the squares of masses, exact and so the same in whatever order they are added: up to
/// 2³¹ squares of numbers up to 2³¹. Kept in two halves, since it outgrows a long.
final class SumOfSquares {
    private static final long LOW_HALF = 0xffff_ffffL;

    private long high;
    private long low;

    /// Adds the square of a mass, which is not negative.
    void add(long mass) {
        long square = mass * mass;
        high += square >>> Integer.SIZE;
        low += square & LOW_HALF;
    }

    void add(SumOfSquares other) {
        high += other.high;
        low += other.low;
    }

    void clear() {
        high = 0;
        low = 0;
    }

    /// The sum, rounded once.
    double total() {
        long carried = high + (low >>> Integer.SIZE);
        return (double) carried * (1L << Integer.SIZE) + (low & LOW_HALF);
    }
}
