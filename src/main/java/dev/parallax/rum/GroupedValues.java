package dev.parallax.rum;

import dev.parallax.progress.Progress;
import dev.parallax.statistics.CountingHistogram;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/// The selected values of one metric, sorted apart by a column of codes.
final class GroupedValues {
    /// From about this size on counting is faster than sorting (measured).
    private static final int LARGE_GROUP = 4_096;

    private final CountingHistogram histogram = new CountingHistogram();
    private final Masses masses;
    private final int[] starts;
    private final int[] grouped;
    private final float @Nullable [] groupedWeights;

    /// @throws java.util.concurrent.CancellationException if it is cancelled
    static GroupedValues of(
            Codes codes, int[] values, Columns columns, Selection selection, Progress progress) {
        return columns.isWeighted()
                ? new GroupedValues(
                        codes,
                        values,
                        columns.weights(),
                        Masses.upTo(columns.largestWeight()),
                        selection,
                        progress)
                : new GroupedValues(codes, values, null, new Masses(1), selection, progress);
    }

    private GroupedValues(
            Codes codes,
            int[] values,
            double @Nullable [] weights,
            Masses masses,
            Selection selection,
            Progress progress) {
        this.masses = masses;
        var counts = new int[codes.cardinality() + 1];
        each(codes, values, selection, progress, (code, _, _) -> counts[code + 1]++);
        for (int code = 0; code < codes.cardinality(); code++) {
            counts[code + 1] += counts[code];
        }
        starts = counts;
        grouped = new int[starts[codes.cardinality()]];
        int[] next = starts.clone();
        if (weights == null) {
            groupedWeights = null;
            each(
                    codes,
                    values,
                    selection,
                    progress,
                    (code, _, value) -> grouped[next[code]++] = value);
        } else {
            float[] taken = new float[grouped.length];
            groupedWeights = taken;
            each(
                    codes,
                    values,
                    selection,
                    progress,
                    (code, row, value) -> {
                        int at = next[code]++;
                        grouped[at] = value;
                        taken[at] = (float) weights[row];
                    });
        }
    }

    /// Takes one value.
    @FunctionalInterface
    private interface Taker {
        void take(int code, int row, int value);
    }

    private static void each(
            Codes codes, int[] values, Selection selection, Progress progress, Taker taker) {
        long[] words = selection.words();
        var piece = new int[Chunk.CAPACITY];
        for (int from = 0; from < selection.rows(); from += Chunk.CAPACITY) {
            progress.throwIfCancelled();
            int to = Math.min(selection.rows() - from, Chunk.CAPACITY) + from;
            codes.copy(from, piece, to - from);
            for (int w = from >>> 6; w < Selection.wordsFor(to); w++) {
                for (long left = words[w]; left != 0; left &= left - 1) {
                    int row = (w << 6) + Long.numberOfTrailingZeros(left);
                    if (values[row] != Chunk.MISSING) {
                        taker.take(piece[row - from], row, values[row]);
                    }
                }
            }
        }
    }

    /// How many values a group has.
    int count(int code) {
        return starts[code + 1] - starts[code];
    }

    /// Kish's effective count of a group: the count, if every row stands for itself.
    double effectiveCount(int code) {
        if (groupedWeights == null || count(code) == 0) {
            return count(code);
        }
        double all = 0;
        double squares = 0;
        for (int i = starts[code]; i < starts[code + 1]; i++) {
            double mass = masses.of(groupedWeights[i]);
            all += mass;
            squares += mass * mass;
        }
        double effective = squares == 0 ? 0 : all * all / squares;
        // Rounding in the sums must not turn 13 equal weights into 12.999 and a refusal
        return count(code) - effective < 1e-9 * count(code) ? count(code) : effective;
    }

    /// The quantile of a group, empty if it has no value.
    ///
    /// @see #quantiles
    OptionalDouble quantile(int code, double q) {
        double[] one = {q};
        return quantiles(code, one) ? OptionalDouble.of(one[0]) : OptionalDouble.empty();
    }

    /// Replaces shares by the quantiles of a group: of type 7 without weights, and with weights the
    /// smallest value that at least the share of the weight does not exceed.
    ///
    /// @return false if the group has no value; the shares are then left alone
    boolean quantiles(int code, double[] shares) {
        int from = starts[code];
        int to = starts[code + 1];
        if (from == to) {
            return false;
        }
        if (groupedWeights != null) {
            return weightedQuantiles(groupedWeights, from, to, shares);
        }
        if (to - from < LARGE_GROUP) {
            Arrays.sort(grouped, from, to);
            Arrays.setAll(shares, i -> type7(from, to, shares[i]));
        } else {
            histogram.clear();
            histogram.addAll(grouped, from, to);
            Arrays.setAll(shares, i -> histogram.quantile(shares[i]));
        }
        return true;
    }

    private double type7(int from, int to, double q) {
        double h = (to - from - 1) * q;
        int rank = from + (int) h;
        double part = h - (int) h;
        return part == 0
                ? grouped[rank]
                : grouped[rank] + part * ((double) grouped[rank + 1] - grouped[rank]);
    }

    /// Sorts longs that have the value in the high half and the bits of the weight in the low half:
    /// a float loses nothing, since weights are stored as floats.
    private boolean weightedQuantiles(float[] weights, int from, int to, double[] shares) {
        var entries = new long[to - from];
        long all = 0;
        for (int i = 0; i < entries.length; i++) {
            float weight = weights[from + i];
            entries[i] = (long) grouped[from + i] << Integer.SIZE | Float.floatToRawIntBits(weight);
            all += masses.of(weight);
        }
        if (all == 0) {
            return false;
        }
        Arrays.sort(entries);
        for (int i = 0; i < shares.length; i++) {
            shares[i] = reaching(entries, wanted(shares[i], all));
        }
        return true;
    }

    /// The mass to be reached: the share means the decimal number it prints as, and its product
    /// with the whole mass is not rounded.
    private static long wanted(double share, long all) {
        BigDecimal mass = BigDecimal.valueOf(share).multiply(BigDecimal.valueOf(all));
        return Math.max(1, mass.setScale(0, RoundingMode.CEILING).longValueExact());
    }

    private double reaching(long[] entries, long wanted) {
        long reached = 0;
        int at = -1;
        while (reached < wanted) {
            at++;
            reached += masses.of(Float.intBitsToFloat((int) entries[at]));
        }
        return entries[at] >>> Integer.SIZE;
    }
}
