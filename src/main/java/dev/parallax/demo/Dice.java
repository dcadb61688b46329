package dev.parallax.demo;

/// A stream of random numbers that is the same on every machine and every JDK: SplitMix64 (Steele,
/// Lea, Flood, OOPSLA 2014) and `StrictMath`.
final class Dice {
    private static final long GOLDEN = 0x9e3779b97f4a7c15L;

    private long state;
    private double spare = Double.NaN;

    /// The stream with this number of a family of independent streams.
    Dice(long seed, long stream) {
        state = Chance.mix(Chance.mix(seed) + stream * GOLDEN);
    }

    long bits() {
        state += GOLDEN;
        return Chance.mix(state);
    }

    /// Uniform in [0, 1).
    double uniform() {
        return (bits() >>> 11) * 0x1.0p-53;
    }

    boolean happens(double share) {
        return uniform() < share;
    }

    /// A whole number from 0 to below `bound`.
    int below(int bound) {
        return (int) (uniform() * bound);
    }

    /// Standard normal, by the polar method (Marsaglia and Bray, SIAM Review 6, 1964).
    double normal() {
        if (!Double.isNaN(spare)) {
            double second = spare;
            spare = Double.NaN;
            return second;
        }
        double x;
        double y;
        double square;
        do {
            x = 2 * uniform() - 1;
            y = 2 * uniform() - 1;
            square = x * x + y * y;
        } while (square >= 1 || square == 0);
        double factor = Math.sqrt(-2 * StrictMath.log(square) / square);
        spare = y * factor;
        return x * factor;
    }

    /// Log-normal with median 1: mostly within `exp(±sigma)`.
    double around(double sigma) {
        return StrictMath.exp(sigma * normal());
    }

    /// An index, drawn with these weights, which sum to `total`.
    int pick(double[] weights, double total) {
        double left = uniform() * total;
        for (int i = 0; i < weights.length; i++) {
            left -= weights[i];
            if (left < 0) {
                return i;
            }
        }
        return weights.length - 1;
    }
}
