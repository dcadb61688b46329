package dev.parallax.rum;

import dev.parallax.statistics.CountingHistogram;
import java.util.Arrays;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/// The selected values of one metric, sorted apart by a column of codes.
final class GroupedValues {
    /// From about this size on counting is faster than sorting (measured).
    private static final int LARGE_GROUP = 4_096;

    private final CountingHistogram histogram = new CountingHistogram();
    private final int[] starts;
    private final int[] grouped;
    private final float @Nullable [] groupedWeights;

    /// @param weights null if every row stands for itself
    GroupedValues(Codes codes, int[] values, double @Nullable [] weights, Selection selection) {
        long[] words = selection.words();
        starts = starts(codes, values, words);
        grouped = new int[starts[codes.cardinality()]];
        groupedWeights = weights == null ? null : new float[grouped.length];
        int[] next = starts.clone();
        for (int w = 0; w < words.length; w++) {
            for (long left = words[w]; left != 0; left &= left - 1) {
                int row = (w << 6) + Long.numberOfTrailingZeros(left);
                if (values[row] != Chunk.MISSING) {
                    int at = next[codes.at(row)]++;
                    grouped[at] = values[row];
                    if (weights != null && groupedWeights != null) {
                        groupedWeights[at] = (float) weights[row];
                    }
                }
            }
        }
    }

    private static int[] starts(Codes codes, int[] values, long[] words) {
        var starts = new int[codes.cardinality() + 1];
        for (int w = 0; w < words.length; w++) {
            for (long left = words[w]; left != 0; left &= left - 1) {
                int row = (w << 6) + Long.numberOfTrailingZeros(left);
                if (values[row] != Chunk.MISSING) {
                    starts[codes.at(row) + 1]++;
                }
            }
        }
        for (int code = 0; code < codes.cardinality(); code++) {
            starts[code + 1] += starts[code];
        }
        return starts;
    }

    /// How many values a group has.
    int count(int code) {
        return starts[code + 1] - starts[code];
    }

    /// The quantile of a group, empty if it has no value: of type 7 without weights, and with
    /// weights the smallest value that at least the share q of the weight does not exceed.
    OptionalDouble quantile(int code, double q) {
        int from = starts[code];
        int to = starts[code + 1];
        if (from == to) {
            return OptionalDouble.empty();
        }
        if (groupedWeights != null) {
            return OptionalDouble.of(weightedQuantile(groupedWeights, from, to, q));
        }
        return OptionalDouble.of(
                to - from < LARGE_GROUP ? type7(from, to, q) : counted(from, to, q));
    }

    private double counted(int from, int to, double q) {
        histogram.clear();
        histogram.addAll(grouped, from, to);
        return histogram.quantile(q);
    }

    private double type7(int from, int to, double q) {
        Arrays.sort(grouped, from, to);
        double h = (to - from - 1) * q;
        int rank = from + (int) h;
        double part = h - (int) h;
        return part == 0
                ? grouped[rank]
                : grouped[rank] + part * ((double) grouped[rank + 1] - grouped[rank]);
    }

    /// Sorts longs that have the value in the high half and the bits of the weight in the low half:
    /// a float loses nothing, since weights are stored as floats.
    private double weightedQuantile(float[] weights, int from, int to, double q) {
        var entries = new long[to - from];
        double all = 0;
        for (int i = 0; i < entries.length; i++) {
            float weight = weights[from + i];
            entries[i] = (long) grouped[from + i] << Integer.SIZE | Float.floatToRawIntBits(weight);
            all += weight;
        }
        Arrays.sort(entries);
        double reached = 0;
        int at = -1;
        do {
            at++;
            reached += Float.intBitsToFloat((int) entries[at]);
        } while (reached < q * all && at < entries.length - 1);
        return entries[at] >>> Integer.SIZE;
    }
}
