package dev.parallax.rum;

import java.util.Arrays;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/// The selected values of one metric, sorted apart by a column of codes.
final class GroupedValues {
    /// Value in the high half, the bits of the weight as a float in the low half: sorting these
    /// sorts by value. The float loses nothing, since weights are stored as floats.
    private final long[] entries;

    private final int[] starts;
    private final boolean weighted;

    /// @param weights null if every row stands for itself
    GroupedValues(Codes codes, int[] values, double @Nullable [] weights, Selection selection) {
        long[] words = selection.words();
        starts = new int[codes.cardinality() + 1];
        for (int w = 0; w < words.length; w++) {
            for (long left = words[w]; left != 0; left &= left - 1) {
                int row = (w << 6) + Long.numberOfTrailingZeros(left);
                if (values[row] != Chunk.MISSING) {
                    starts[codes.at(row) + 1]++;
                }
            }
        }
        Arrays.parallelPrefix(starts, Integer::sum);
        entries = new long[starts[codes.cardinality()]];
        int[] next = starts.clone();
        for (int w = 0; w < words.length; w++) {
            for (long left = words[w]; left != 0; left &= left - 1) {
                int row = (w << 6) + Long.numberOfTrailingZeros(left);
                if (values[row] != Chunk.MISSING) {
                    float weight = weights == null ? 1 : (float) weights[row];
                    entries[next[codes.at(row)]++] =
                            (long) values[row] << Integer.SIZE | Float.floatToRawIntBits(weight);
                }
            }
        }
        weighted = weights != null;
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
        Arrays.sort(entries, from, to);
        return OptionalDouble.of(weighted ? weightedQuantile(from, to, q) : type7(from, to, q));
    }

    private double type7(int from, int to, double q) {
        double h = (to - from - 1) * q;
        int rank = from + (int) h;
        double part = h - (int) h;
        return part == 0 ? value(rank) : value(rank) + part * (value(rank + 1) - value(rank));
    }

    private double weightedQuantile(int from, int to, double q) {
        double all = 0;
        for (int i = from; i < to; i++) {
            all += weight(i);
        }
        double below = 0;
        int at = from;
        while (at < to - 1 && below + weight(at) < q * all) {
            below += weight(at);
            at++;
        }
        return value(at);
    }

    private int value(int i) {
        return (int) (entries[i] >>> Integer.SIZE);
    }

    private float weight(int i) {
        return Float.intBitsToFloat((int) entries[i]);
    }
}
