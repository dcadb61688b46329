package dev.parallax.rum;

/// 512 bins for values in fixed point form, 32 to each doubling: every bin is about 2.2 % wide, and
/// together they reach from 1.6 ms to 104.9 s. The first bin also holds all that is less, the last
/// one all that is more.
///
/// A bin is read off the bits of the value as a float (exponent and the five highest bits of the
/// fraction), which needs neither a logarithm nor a table.
public final class LogBins {
    /// How many bins there are.
    public static final int COUNT = 1 << LogBins.BITS;

    static final int BITS = 9;

    private static final int FRACTION_BITS_KEPT = 5;
    private static final int DROPPED_BITS = 23 - FRACTION_BITS_KEPT;
    private static final int FLOAT_BIAS = 127;

    /// 2⁴ tenths of a millisecond.
    private static final int FIRST_EXPONENT = 4;

    private static final int OFFSET = (FLOAT_BIAS + FIRST_EXPONENT) << FRACTION_BITS_KEPT;

    private LogBins() {}

    /// The bin of a value that is not negative; the first one for [Chunk#MISSING]. Exact, since a
    /// float holds whole numbers to 2²⁴, and what is larger is in the last bin.
    static int of(int value) {
        int bin = (Float.floatToRawIntBits((float) value) >> DROPPED_BITS) - OFFSET;
        return Math.min(Math.max(bin, 0), COUNT - 1);
    }

    /// How much a value adds to its bin's count.
    static int oneUnlessMissing(int value) {
        return ~value >>> (Integer.SIZE - 1);
    }

    /// The bins' edges in fixed point form: bin i holds the values from edge i (inclusive) to edge
    /// i + 1 (exclusive). The first is 0, the last larger than any value.
    public static double[] edges() {
        var edges = new double[COUNT + 1];
        for (int bin = 1; bin < COUNT; bin++) {
            edges[bin] = Float.intBitsToFloat((bin + OFFSET) << DROPPED_BITS);
        }
        edges[COUNT] = 1L << (Integer.SIZE - 1);
        return edges;
    }
}
