package dev.parallax.statistics;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The values of one metric in a filtered part of the field, with what is known of them: the weight
/// of each and the session it belongs to. Values of one session are not independent, so sessions
/// decide how wide an interval must be.
///
/// Immutable, and so is its distribution as long as nobody adds to it; building it costs a few
/// passes over the rows, and 4 to 8 MB for its distribution.
public final class ClusteredSample {
    private static final int INSERTED = 12;

    private final int[] values;
    private final double @Nullable [] weights;
    private final int @Nullable [] sessionStarts;
    private final Distribution distribution;

    private ClusteredSample(
            int[] values, double @Nullable [] weights, int @Nullable [] sessionStarts) {
        this.values = values;
        this.weights = weights;
        this.sessionStarts = sessionStarts;
        distribution = distributionOf(values, weights);
        // Now, so that later reads change nothing and threads may share this sample
        distribution.sum();
    }

    /// Takes rows whose position in the arrays tells what belongs together. Rows whose value is
    /// [Distribution#MISSING] or whose weight is 0 are left out.
    ///
    /// @param values fixed-point, not negative
    /// @param sessions a code from 0 for the session of each row, with gaps or not; a negative one
    ///   is a row of which the session is unknown and which then stands alone. Null when the source
    ///   has no sessions
    /// @param weights how many views each row stands for; null when each stands for itself
    /// @throws IllegalArgumentException when the arrays differ in length, or a value or weight is
    ///   negative or not a number
    public static ClusteredSample of(
            int[] values, int @Nullable [] sessions, double @Nullable [] weights) {
        if (sessions != null && sessions.length != values.length) {
            throw new IllegalArgumentException(
                    values.length + " values but " + sessions.length + " sessions");
        }
        if (weights != null && weights.length != values.length) {
            throw new IllegalArgumentException(
                    values.length + " values but " + weights.length + " weights");
        }
        int[] rows = keptRows(values, weights);
        if (sessions == null) {
            return new ClusteredSample(picked(values, rows), picked(weights, rows), null);
        }
        int[] dense = renumbered(rows, sessions);
        int[] starts = starts(dense);
        long[] grouped = grouped(rows, dense, starts, values);
        int[] sorted = new int[grouped.length];
        for (int i = 0; i < grouped.length; i++) {
            sorted[i] = (int) (grouped[i] >>> Integer.SIZE);
        }
        if (weights == null) {
            return new ClusteredSample(sorted, null, starts);
        }
        double[] weighted = new double[grouped.length];
        for (int i = 0; i < grouped.length; i++) {
            weighted[i] = weights[(int) grouped[i]];
        }
        return new ClusteredSample(sorted, weighted, starts);
    }

    /// How many rows there are.
    public int size() {
        return values.length;
    }

    /// How many sessions the rows belong to; 0 when sessions are unknown.
    public int sessions() {
        return sessionStarts == null ? 0 : sessionStarts.length - 1;
    }

    /// The distribution of the values; [WeightedHistogram] when there are weights.
    public Distribution distribution() {
        return distribution;
    }

    /// Where the rows of a session start; those of the last end where the session after it would
    /// start. The sample knows its sessions.
    int sessionStart(int session) {
        if (sessionStarts == null) {
            throw new IllegalStateException("sessions are unknown");
        }
        return sessionStarts[session];
    }

    /// The value of a row; those of one session follow one another in ascending order.
    int value(int row) {
        return values[row];
    }

    double weight(int row) {
        return weights == null ? 1 : weights[row];
    }

    private static int[] keptRows(int[] values, double @Nullable [] weights) {
        int[] rows = new int[values.length];
        int kept = 0;
        for (int row = 0; row < values.length; row++) {
            double weight = weights == null ? 1 : weights[row];
            if (!(weight >= 0)) {
                throw new IllegalArgumentException("weight is negative or no number: " + weight);
            }
            if (values[row] != Distribution.MISSING && weight > 0) {
                rows[kept] = row;
                kept++;
            }
        }
        return Arrays.copyOf(rows, kept);
    }

    /// The sessions of the rows, numbered from 0 without gaps in the order they appear.
    private static int[] renumbered(int[] rows, int[] sessions) {
        int highest = -1;
        for (int row : rows) {
            highest = Math.max(highest, sessions[row]);
        }
        int[] numbers = new int[highest + 1];
        int[] dense = new int[rows.length];
        int used = 0;
        for (int i = 0; i < rows.length; i++) {
            int session = sessions[rows[i]];
            if (session < 0) {
                dense[i] = used;
                used++;
            } else {
                if (numbers[session] == 0) {
                    used++;
                    numbers[session] = used;
                }
                dense[i] = numbers[session] - 1;
            }
        }
        return dense;
    }

    /// Where each session starts once rows are grouped by session, and after all the end.
    private static int[] starts(int[] dense) {
        int sessions = 0;
        for (int session : dense) {
            sessions = Math.max(sessions, session + 1);
        }
        int[] starts = new int[sessions + 1];
        for (int session : dense) {
            starts[session + 1]++;
        }
        for (int session = 0; session < sessions; session++) {
            starts[session + 1] += starts[session];
        }
        return starts;
    }

    /// The rows session by session, and in ascending order of value within each: the value in the
    /// upper half of an entry, the row in the lower.
    private static long[] grouped(int[] rows, int[] dense, int[] starts, int[] values) {
        int[] next = starts.clone();
        long[] keys = new long[rows.length];
        for (int i = 0; i < rows.length; i++) {
            int row = rows[i];
            keys[next[dense[i]]++] = (long) values[row] << Integer.SIZE | row;
        }
        for (int session = 0; session < starts.length - 1; session++) {
            sort(keys, starts[session], starts[session + 1]);
        }
        return keys;
    }

    /// Most sessions have a few views, for which inserting each is quicker than to call for help.
    private static void sort(long[] keys, int from, int to) {
        if (to - from > INSERTED) {
            Arrays.sort(keys, from, to);
            return;
        }
        for (int i = from + 1; i < to; i++) {
            long key = keys[i];
            int at = i;
            while (at > from && keys[at - 1] > key) {
                keys[at] = keys[at - 1];
                at--;
            }
            keys[at] = key;
        }
    }

    private static int[] picked(int[] values, int[] rows) {
        int[] picked = new int[rows.length];
        for (int i = 0; i < rows.length; i++) {
            picked[i] = values[rows[i]];
        }
        return picked;
    }

    private static double @Nullable [] picked(double @Nullable [] weights, int[] rows) {
        if (weights == null) {
            return null;
        }
        double[] picked = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            picked[i] = weights[rows[i]];
        }
        return picked;
    }

    private static Distribution distributionOf(int[] values, double @Nullable [] weights) {
        if (weights == null || weights.length == 0) {
            var counts = new CountingHistogram();
            counts.addAll(values, 0, values.length);
            return counts;
        }
        double largest = 0;
        for (double weight : weights) {
            largest = Math.max(largest, weight);
        }
        var histogram = new WeightedHistogram(largest);
        histogram.addAll(values, weights, 0, values.length);
        return histogram;
    }
}
