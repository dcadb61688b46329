package dev.parallax.statistics;

import java.util.Arrays;
import java.util.Objects;

/// The exact distribution of unweighted fixed-point values: an array of counts that is filled, read
/// and cleared again and again, without allocating anything while values below 2²⁰ are added.
///
/// Example, in tenths of a millisecond: after adding 8000, 12000, 20000 and 35000 the median
/// `quantile(0.5)` is 16000 (1,600 ms) and `shareOver(25000)` is 0.25.
public final class CountingHistogram extends Distribution {

    private final int[] counts = new int[SLOTS];

    /// Adds one value.
    ///
    /// @param value not negative, or [#MISSING]
    public void add(int value) {
        if (value >>> SLOT_BITS == 0) {
            counts[value]++;
            touched(value, value);
        } else if (value != MISSING) {
            addLarge(value, 1);
        }
    }

    /// Adds `values[from]` to `values[to - 1]`, leaving out what is [#MISSING].
    ///
    /// @throws IllegalArgumentException at the first other negative value; those before it stay
    public void addAll(int[] values, int from, int to) {
        Objects.checkFromToIndex(from, to, values.length);
        int[] counts = this.counts;
        int lowest = SLOTS;
        int highest = -1;
        try {
            for (int i = from; i < to; i++) {
                int value = values[i];
                if (value >>> SLOT_BITS == 0) {
                    counts[value]++;
                    lowest = Math.min(lowest, value);
                    highest = Math.max(highest, value);
                } else if (value != MISSING) {
                    addLarge(value, 1);
                }
            }
        } finally {
            touched(lowest, highest);
        }
    }

    /// Adds those of `values[from]` to `values[to - 1]` whose bit is set: row `i` belongs to bit `i
    /// & 63` of `selection[i >>> 6]`. What is [#MISSING] is left out.
    ///
    /// @throws IllegalArgumentException at the first other negative value; those before it stay
    public void addSelected(int[] values, int from, int to, long[] selection) {
        Objects.checkFromToIndex(from, to, values.length);
        int[] counts = this.counts;
        int lowest = SLOTS;
        int highest = -1;
        try {
            for (int row = from; row < to; row = (row | 63) + 1) {
                long bits = Selection.word(selection, row, to);
                int base = row & ~63;
                while (bits != 0) {
                    int value = values[base + Long.numberOfTrailingZeros(bits)];
                    bits &= bits - 1;
                    if (value >>> SLOT_BITS == 0) {
                        counts[value]++;
                        lowest = Math.min(lowest, value);
                        highest = Math.max(highest, value);
                    } else if (value != MISSING) {
                        addLarge(value, 1);
                    }
                }
            }
        } finally {
            touched(lowest, highest);
        }
    }

    /// Adds all values of another histogram, which stays as it is.
    public void addAll(CountingHistogram other) {
        int[] counts = this.counts;
        int[] added = other.counts;
        int highest = other.highestSlot();
        for (int slot = other.lowestSlot(); slot <= highest; slot++) {
            counts[slot] += added[slot];
        }
        touched(other.lowestSlot(), highest);
        addLarge(other);
    }

    @Override
    public long count() {
        return totalMass();
    }

    @Override
    public double effectiveCount() {
        return totalMass();
    }

    /// Type 7 of Hyndman & Fan 1996 (*Sample quantiles in statistical packages*, The American
    /// Statistician 50, 361–365), the default of R and NumPy: with h = (n − 1)·q, linear between
    /// the values of rank ⌊h⌋ and ⌊h⌋ + 1, counted from 0. Example: 1, 2, 3, 10 have the 0.75
    /// quantile 3 + 0.25 · 7 = 4.75.
    @Override
    public double quantile(double q) {
        Quantiles.refuseNotAShare(q);
        refuseEmpty();
        double h = (totalMass() - 1) * q;
        long rank = (long) h;
        int below = reaching(rank + 1);
        double part = h - rank;
        return part == 0 ? below : below + part * ((double) reaching(rank + 2) - below);
    }

    @Override
    double weightOfOneMass() {
        return 1;
    }

    @Override
    long slotMass(int from, int to) {
        long mass = 0;
        for (int slot = from; slot < to; slot++) {
            mass += counts[slot];
        }
        return mass;
    }

    @Override
    int slotReaching(int slot, long mass) {
        long cumulated = counts[slot];
        while (cumulated < mass) {
            slot++;
            cumulated += counts[slot];
        }
        return slot;
    }

    @Override
    void clearSlots(int from, int to) {
        Arrays.fill(counts, from, to, 0);
    }
}
