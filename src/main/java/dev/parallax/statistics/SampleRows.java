package dev.parallax.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The rows of a sample as they are picked out of a data set: session by session, and in ascending
/// order of their values within each.
///
/// Loops have no branches but their ends: which rows are picked and where sessions end is as good
/// as random, and a wrong guess of the processor costs as much as five rows.
final class SampleRows {
    /// Entries looked at for one sample after the other: they stay in the processor's cache.
    private static final int BLOCK = 1 << 14;

    private final long[] words;
    private int[] values = new int[0];
    private double @Nullable [] weights;

    /// Where each session that has a row starts, and after all the end; null if sessions are
    /// unknown.
    private int @Nullable [] starts;

    private int size;
    private int sessions;

    /// 1 from the first row of a session until one of its rows is taken.
    private int begins;

    /// What the samples of some selections are picked from.
    private static final class Source {
        private final int[] values;
        private final int @Nullable [] rows;
        private final double @Nullable [] weights;

        Source(SessionValues ordered, double @Nullable [] weights) {
            values = ordered.values();
            rows = ordered.rows();
            this.weights = weights;
        }
    }

    private SampleRows(Source source, long[] words) {
        this.words = words;
        weights = source.weights == null ? null : new double[0];
        starts = source.rows == null ? null : new int[1];
    }

    /// Picks the rows of several selections that have a value and a weight above 0.
    ///
    /// @param weights of all rows of the data set; null when each stands for itself
    /// @param selections row `i` is selected by bit `i & 63` of `words[i >>> 6]`
    /// @throws IllegalArgumentException if a weight is negative or not a number
    static List<SampleRows> of(
            SessionValues values, double @Nullable [] weights, List<long[]> selections) {
        var source = new Source(values, weights);
        int entries = source.values.length;
        List<List<SampleRows>> parts =
                Parts.map(
                        entries,
                        entries,
                        (from, to) ->
                                part(
                                        source,
                                        selections,
                                        values.sessionFrom(from),
                                        values.sessionFrom(to)));
        var joined = new ArrayList<SampleRows>();
        for (int i = 0; i < selections.size(); i++) {
            int which = i;
            joined.add(joined(source, parts.stream().map(part -> part.get(which)).toList()));
        }
        return joined;
    }

    int[] values() {
        return values;
    }

    double @Nullable [] weights() {
        return weights;
    }

    int @Nullable [] starts() {
        return starts;
    }

    private static List<SampleRows> part(Source source, List<long[]> selections, int from, int to) {
        List<SampleRows> samples =
                selections.stream().map(words -> new SampleRows(source, words)).toList();
        for (int begin = from; begin < to; begin += BLOCK) {
            int end = Math.min(begin + BLOCK, to);
            for (SampleRows sample : samples) {
                sample.take(source, begin, end);
            }
        }
        return samples;
    }

    private void take(Source source, int from, int to) {
        reserve(to - from);
        if (source.rows == null) {
            take(source, source.values, from, to);
        } else {
            take(source, source.values, source.rows, from, to);
        }
    }

    private void take(Source source, int[] from, int begin, int end) {
        int[] into = values;
        int size = this.size;
        for (int row = begin; row < end; row++) {
            into[size] = from[row];
            int known = from[row] == Distribution.MISSING ? 0 : 1;
            size += isSelected(row) & known & weigh(source, row, size);
        }
        this.size = size;
    }

    private void take(Source source, int[] from, int[] rows, int begin, int end) {
        int[] into = values;
        int[] starts = this.starts == null ? new int[0] : this.starts;
        int size = this.size;
        int sessions = this.sessions;
        int begins = this.begins;
        for (int at = begin; at < end; at++) {
            int row = rows[at] & ~SessionValues.FIRST;
            begins |= rows[at] >>> 31;
            into[size] = from[at];
            starts[sessions] = size;
            int taken = isSelected(row) & weigh(source, row, size);
            sessions += begins & taken;
            begins &= ~taken;
            size += taken;
        }
        starts[sessions] = size;
        this.size = size;
        this.sessions = sessions;
        this.begins = begins;
    }

    private int isSelected(int row) {
        return (int) (words[row >>> 6] >>> row) & 1;
    }

    /// Notes the weight of a row.
    ///
    /// @return 1 if it counts, otherwise 0
    private int weigh(Source source, int row, int at) {
        if (source.weights == null || weights == null) {
            return 1;
        }
        double weight = source.weights[row];
        if (!(weight >= 0)) {
            throw new IllegalArgumentException("weight is negative or no number: " + weight);
        }
        weights[at] = weight;
        return weight > 0 ? 1 : 0;
    }

    /// Makes room for so many more rows, and the entry behind them.
    private void reserve(int more) {
        if (size + more < values.length) {
            return;
        }
        int room = Math.max(size + more + 1, values.length / 2 * 3);
        values = Arrays.copyOf(values, room);
        if (weights != null) {
            weights = Arrays.copyOf(weights, room);
        }
        if (starts != null) {
            starts = Arrays.copyOf(starts, room);
        }
    }

    private static SampleRows joined(Source source, List<SampleRows> parts) {
        var all = new SampleRows(source, new long[0]);
        int rows = parts.stream().mapToInt(part -> part.size).sum();
        all.values = new int[rows];
        if (all.weights != null) {
            all.weights = new double[rows];
        }
        if (all.starts != null) {
            all.starts = new int[parts.stream().mapToInt(part -> part.sessions).sum() + 1];
        }
        parts.forEach(all::append);
        return all;
    }

    private void append(SampleRows part) {
        System.arraycopy(part.values, 0, values, size, part.size);
        if (weights != null && part.weights != null) {
            System.arraycopy(part.weights, 0, weights, size, part.size);
        }
        if (starts != null && part.starts != null) {
            for (int session = 0; session < part.sessions; session++) {
                starts[sessions + session] = size + part.starts[session];
            }
        }
        size += part.size;
        sessions += part.sessions;
        if (starts != null) {
            starts[sessions] = size;
        }
    }
}
