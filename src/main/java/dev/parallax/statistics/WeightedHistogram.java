package dev.parallax.statistics;

import java.util.Arrays;
import java.util.Objects;

/// The exact distribution of weighted fixed-point values, for sources that are sampled.
///
/// A weight is kept as a whole number of units, of which the largest weight has between 2³⁰ and
/// 2³¹: sums are exact in any order, and 4 billion rows cannot overflow them. Whole weights up to
/// 2³¹ are kept as they are; others are off by less than 5·10⁻¹⁰ of the largest weight, and equal
/// weights stay equal.
public final class WeightedHistogram extends Distribution {

    private static final int MASS_BITS = 31;

    private final long[] masses = new long[SLOTS];
    private final double largestWeight;
    private final double massOfWeightOne;
    private long count;
    private final SumOfSquares squares = new SumOfSquares();

    /// An empty histogram for weights up to a known one.
    ///
    /// @param largestWeight no weight added later is larger; positive and finite
    public WeightedHistogram(double largestWeight) {
        if (!(largestWeight > 0 && Double.isFinite(largestWeight))) {
            throw new IllegalArgumentException("largest weight is not positive: " + largestWeight);
        }
        this.largestWeight = largestWeight;
        massOfWeightOne = Math.scalb(1.0, MASS_BITS - 1 - Math.getExponent(largestWeight));
    }

    /// Adds one value.
    ///
    /// @param value not negative, or [#MISSING]
    /// @param weight from 0, which adds nothing, to the largest weight
    public void add(int value, double weight) {
        long mass = mass(value, weight);
        if (mass == 0) {
            return;
        }
        if (value >>> SLOT_BITS == 0) {
            masses[value] += mass;
            touched(value, value);
        } else {
            addLarge(value, mass);
        }
        count++;
        squares.add(mass);
    }

    /// Adds `values[from]` to `values[to - 1]` with the weights of the same rows, leaving out what
    /// is [#MISSING] or has no weight.
    ///
    /// @throws IllegalArgumentException at the first bad value or weight; those before it stay
    public void addAll(int[] values, double[] weights, int from, int to) {
        Objects.checkFromToIndex(from, to, values.length);
        for (int row = from; row < to; row++) {
            add(values[row], weights[row]);
        }
    }

    /// Adds those of `values[from]` to `values[to - 1]` whose bit is set, with the weights of the
    /// same rows: row `i` belongs to bit `i & 63` of `selection[i >>> 6]`. What is [#MISSING] or
    /// has no weight is left out.
    ///
    /// @throws IllegalArgumentException at the first bad value or weight; those before it stay
    public void addSelected(int[] values, double[] weights, int from, int to, long[] selection) {
        Objects.checkFromToIndex(from, to, values.length);
        for (int first = from; first < to; first = (first | 63) + 1) {
            int base = first & ~63;
            for (long bits = Selection.word(selection, first, to); bits != 0; bits &= bits - 1) {
                int row = base + Long.numberOfTrailingZeros(bits);
                add(values[row], weights[row]);
            }
        }
    }

    /// Adds all values of another histogram, which stays as it is.
    ///
    /// @throws IllegalArgumentException if the other one is for other weights
    public void addAll(WeightedHistogram other) {
        if (other.massOfWeightOne != massOfWeightOne) {
            throw new IllegalArgumentException(
                    "histogram of weights up to " + other.largestWeight + ", not " + largestWeight);
        }
        int highest = other.highestSlot();
        for (int slot = other.lowestSlot(); slot <= highest; slot++) {
            masses[slot] += other.masses[slot];
        }
        touched(other.lowestSlot(), highest);
        addLarge(other);
        count += other.count;
        squares.add(other.squares);
    }

    @Override
    public void clear() {
        super.clear();
        count = 0;
        squares.clear();
    }

    @Override
    public long count() {
        return count;
    }

    @Override
    public double effectiveCount() {
        if (count == 0) {
            return 0;
        }
        double mass = totalMass();
        double effective = mass * mass / squares.total();
        // Rounding in the sum of squares must not turn 13 equal weights into 12.999 and a refusal
        return count - effective < 1e-9 * count ? count : effective;
    }

    /// The smallest value x with F(x) ≥ `q`, where F is the weighted empirical distribution
    /// function. Example: the values 10, 20, 30 with the weights 1, 1, 2 have the median 20, since
    /// F(20) is exactly one half, and the 0.51 quantile 30.
    @Override
    public double quantile(double q) {
        return smallestReaching(q);
    }

    @Override
    double weightOfOneMass() {
        return 1 / massOfWeightOne;
    }

    @Override
    long slotMass(int from, int to) {
        long mass = 0;
        for (int slot = from; slot < to; slot++) {
            mass += masses[slot];
        }
        return mass;
    }

    @Override
    int slotReaching(int slot, long mass) {
        long cumulated = masses[slot];
        while (cumulated < mass) {
            slot++;
            cumulated += masses[slot];
        }
        return slot;
    }

    @Override
    void clearSlots(int from, int to) {
        Arrays.fill(masses, from, to, 0);
    }

    private long mass(int value, double weight) {
        if (value == MISSING) {
            return 0;
        }
        if (!(weight >= 0 && weight <= largestWeight)) {
            throw new IllegalArgumentException(
                    "weight is not from 0 to " + largestWeight + ": " + weight);
        }
        return (long) (weight * massOfWeightOne + 0.5);
    }
}
