package dev.parallax.statistics;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;

/// The distribution of a set of non-negative fixed-point values (tenths of a millisecond, say),
/// kept exactly: every distinct value with its mass, nothing binned and nothing clamped.
///
/// The unit of a value is whatever the caller's fixed point means; all results are in that unit.
/// Mass is a whole number inside, so sums do not depend on the order of adding and comparisons are
/// exact; outside it is given as weight. Values below 2²⁰ (104.8 s in tenths of a millisecond) are
/// counted in an array, larger ones in a sorted list.
///
/// The first read after a change sums the slots once, in at most a few milliseconds; every further
/// read takes about a tenth of a microsecond. Not thread-safe, reading included.
public abstract sealed class Distribution permits CountingHistogram, WeightedHistogram {

    /// The code of a missing value in a column; adding it adds nothing.
    public static final int MISSING = Integer.MIN_VALUE;

    static final int SLOT_BITS = 20;
    static final int SLOTS = 1 << SLOT_BITS;

    /// 256 slots a block: finding a value costs a search over 4,096 blocks and a walk of 256 slots.
    private static final int BLOCK_BITS = 8;

    private static final int BLOCK_SLOTS = 1 << BLOCK_BITS;
    private static final int BLOCKS = SLOTS >> BLOCK_BITS;

    private final LargeValues large = new LargeValues();
    private final long[] massBeforeBlock = new long[BLOCKS + 1];
    private boolean summed;
    private int lowestSlot = SLOTS;
    private int highestSlot = -1;

    /// The mass in slots `from` (inclusive) to `to` (exclusive).
    abstract long slotMass(int from, int to);

    /// The first slot at or after `slot` at which the mass cumulated from `slot` on reaches `mass`;
    /// the caller knows that there is one.
    abstract int slotReaching(int slot, long mass);

    /// Empties slots `from` (inclusive) to `to` (exclusive).
    abstract void clearSlots(int from, int to);

    /// The weight that one unit of mass stands for.
    abstract double weightOfOneMass();

    /// How many values were added, missing ones not counted.
    public abstract long count();

    /// Kish's effective count (Σw)² / Σw²: the number of equally weighted values that would say as
    /// much (Kish 1965, *Survey Sampling*, §11.7). It equals [#count] when all weights are equal,
    /// and is 0 when there is nothing. Example: weights 1, 1, 2 give 16 / 6 = 2.67.
    public abstract double effectiveCount();

    /// The `q`-quantile, by the definition that belongs to the kind of distribution: see the two
    /// kinds.
    ///
    /// @param q from 0 to 1
    /// @throws IllegalStateException when the distribution is empty
    public abstract double quantile(double q);

    /// Forgets everything; costs only the range of values that was in use.
    public void clear() {
        if (highestSlot >= 0) {
            clearSlots(lowestSlot, highestSlot + 1);
        }
        lowestSlot = SLOTS;
        highestSlot = -1;
        large.clear();
        summed = false;
    }

    /// Whether there is no value, or none with a weight.
    public final boolean isEmpty() {
        return totalMass() == 0;
    }

    /// The sum of all weights; the count when there are none.
    public final double totalWeight() {
        return totalMass() * weightOfOneMass();
    }

    /// The weight of the values below `x`.
    public final double weightBelow(double x) {
        return massBelow(firstNotBelow(x)) * weightOfOneMass();
    }

    /// The weight of the values equal to `x`.
    public final double weightAt(double x) {
        return (massBelow(firstAbove(x)) - massBelow(firstNotBelow(x))) * weightOfOneMass();
    }

    /// The share of the weight that lies above `x`, from 0 to 1: `x` itself is not over.
    ///
    /// @throws IllegalStateException when the distribution is empty
    public final double shareOver(double x) {
        refuseEmpty();
        long total = totalMass();
        return (double) (total - massBelow(firstAbove(x))) / total;
    }

    /// Reads the weight of each bin into `weights`: bin `i` holds the values from `edges[i]`
    /// (inclusive) to `edges[i + 1]` (exclusive). Values outside all bins are left out.
    ///
    /// @param edges in ascending order, one more than `weights` has entries
    public final void bins(double[] edges, double[] weights) {
        if (edges.length != weights.length + 1) {
            throw new IllegalArgumentException(
                    weights.length
                            + " bins need "
                            + (weights.length + 1)
                            + " edges, not "
                            + edges.length);
        }
        double weightOfOneMass = weightOfOneMass();
        long before = massBelow(firstNotBelow(edges[0]));
        for (int i = 0; i < weights.length; i++) {
            long after = massBelow(firstNotBelow(edges[i + 1]));
            weights[i] = (after - before) * weightOfOneMass;
            before = after;
        }
    }

    /// Reads the empirical distribution function, F(x) = share of the weight at or below x, at each
    /// of `x` into `shares`.
    ///
    /// @throws IllegalStateException when the distribution is empty
    public final void cumulative(double[] x, double[] shares) {
        refuseEmpty();
        if (x.length != shares.length) {
            throw new IllegalArgumentException(x.length + " points but room for " + shares.length);
        }
        double total = totalMass();
        for (int i = 0; i < x.length; i++) {
            shares[i] = massBelow(firstAbove(x[i])) / total;
        }
    }

    /// The share of the weight that lies below `x`, of which what lies at `x` counts with
    /// `scoreOfTies`; exactly 0 or 1 where nothing or all does.
    final double shareBelow(double x, double scoreOfTies) {
        refuseEmpty();
        long atMost = massBelow(firstAbove(x));
        long at = atMost - massBelow(firstNotBelow(x));
        return (atMost - (1 - scoreOfTies) * at) / totalMass();
    }

    /// The smallest value x with F(x) ≥ `share`, compared exactly: `share` means the decimal number
    /// it prints as (0.1 is one tenth), and its product with the whole mass is not rounded.
    final int smallestReaching(double share) {
        refuseEmpty();
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("not a share from 0 to 1: " + share);
        }
        BigDecimal mass = BigDecimal.valueOf(share).multiply(BigDecimal.valueOf(totalMass()));
        return reaching(Math.max(1, mass.setScale(0, RoundingMode.CEILING).longValueExact()));
    }

    /// Is told each distinct value.
    interface Visitor {
        void visit(int value, long mass);
    }

    /// Tells each distinct value with its mass, in ascending order.
    final void forEach(Visitor visitor) {
        sum();
        for (int slot = lowestSlot; slot <= highestSlot; slot++) {
            long mass = slotMass(slot, slot + 1);
            if (mass > 0) {
                visitor.visit(slot, mass);
            }
        }
        large.forEach(visitor);
    }

    /// The smallest value at which the cumulated mass is at least `mass`, from 1 to the total.
    final int reaching(long mass) {
        sum();
        if (mass > massBeforeBlock[BLOCKS]) {
            return large.reaching(mass - massBeforeBlock[BLOCKS]);
        }
        int low = 0;
        int high = BLOCKS - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (massBeforeBlock[middle + 1] < mass) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return slotReaching(low << BLOCK_BITS, mass - massBeforeBlock[low]);
    }

    final long totalMass() {
        sum();
        return massBeforeBlock[BLOCKS] + large.total();
    }

    /// Takes note that slots between `lowest` and `highest` may have changed; none when `lowest` is
    /// above `highest`.
    final void touched(int lowest, int highest) {
        lowestSlot = Math.min(lowestSlot, lowest);
        highestSlot = Math.max(highestSlot, highest);
        summed = false;
    }

    /// Keeps a value that has no slot.
    final void addLarge(int value, long mass) {
        if (value < SLOTS) {
            throw new IllegalArgumentException("value is negative: " + value);
        }
        large.add(value, mass);
        summed = false;
    }

    /// Keeps another distribution's values that have no slot.
    final void addLarge(Distribution other) {
        large.addAll(other.large);
        summed = false;
    }

    /// The first slot that may not be empty.
    final int lowestSlot() {
        return lowestSlot;
    }

    /// The last slot that may not be empty; below the first if all are.
    final int highestSlot() {
        return highestSlot;
    }

    final void refuseEmpty() {
        if (isEmpty()) {
            throw new IllegalStateException("the distribution is empty");
        }
    }

    private long massBelow(long bound) {
        sum();
        if (bound <= 0) {
            return 0;
        }
        if (bound >= SLOTS) {
            return massBeforeBlock[BLOCKS] + large.massBelow(bound);
        }
        int slot = (int) bound;
        int block = slot >>> BLOCK_BITS;
        return massBeforeBlock[block] + slotMass(block << BLOCK_BITS, slot);
    }

    /// Makes ready to be read, unless nothing has changed since.
    final void sum() {
        if (summed) {
            return;
        }
        int firstBlock = Math.min(lowestSlot >>> BLOCK_BITS, BLOCKS);
        int lastBlock = highestSlot >> BLOCK_BITS;
        Arrays.fill(massBeforeBlock, 0, firstBlock + 1, 0);
        long mass = 0;
        for (int block = firstBlock; block <= lastBlock; block++) {
            int slot = block << BLOCK_BITS;
            mass += slotMass(slot, slot + BLOCK_SLOTS);
            massBeforeBlock[block + 1] = mass;
        }
        Arrays.fill(massBeforeBlock, Math.max(firstBlock, lastBlock + 1), BLOCKS + 1, mass);
        large.sort();
        summed = true;
    }

    private static long firstNotBelow(double x) {
        return (long) Math.ceil(x);
    }

    private static long firstAbove(double x) {
        // A double is whole from 2⁵³ on, far beyond any value, so the addition is exact or harmless
        return (long) (Math.floor(x) + 1);
    }
}
