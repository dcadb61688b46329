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
    private static final int LEFT_OUT = -1;

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
        if (sessions == null) {
            int[] rows = keptRows(values, weights);
            return new ClusteredSample(picked(values, rows), picked(weights, rows), null);
        }
        int[] dense = renumbered(values, sessions, weights);
        int[] starts = starts(dense);
        return weights == null
                ? new ClusteredSample(grouped(values, dense, starts), null, starts)
                : grouped(values, weights, dense, starts);
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
            if (isKept(values, weights, row)) {
                rows[kept] = row;
                kept++;
            }
        }
        return Arrays.copyOf(rows, kept);
    }

    private static boolean isKept(int[] values, double @Nullable [] weights, int row) {
        double weight = weights == null ? 1 : weights[row];
        if (!(weight >= 0)) {
            throw new IllegalArgumentException("weight is negative or no number: " + weight);
        }
        return values[row] != Distribution.MISSING && weight > 0;
    }

    /// The sessions of the rows, numbered from 0 without gaps in the order they appear; [#LEFT_OUT]
    /// for rows that are.
    private static int[] renumbered(int[] values, int[] sessions, double @Nullable [] weights) {
        int highest = -1;
        for (int session : sessions) {
            highest = Math.max(highest, session);
        }
        int[] numbers = new int[highest + 1];
        int[] dense = new int[sessions.length];
        int used = 0;
        for (int row = 0; row < dense.length; row++) {
            int session = sessions[row];
            if (!isKept(values, weights, row)) {
                dense[row] = LEFT_OUT;
            } else if (session < 0) {
                dense[row] = used;
                used++;
            } else {
                if (numbers[session] == 0) {
                    used++;
                    numbers[session] = used;
                }
                dense[row] = numbers[session] - 1;
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
            if (session != LEFT_OUT) {
                starts[session + 1]++;
            }
        }
        for (int session = 0; session < sessions; session++) {
            starts[session + 1] += starts[session];
        }
        return starts;
    }

    /// The values session by session, and in ascending order within each.
    private static int[] grouped(int[] values, int[] dense, int[] starts) {
        int[] next = starts.clone();
        int[] grouped = new int[starts[starts.length - 1]];
        for (int row = 0; row < dense.length; row++) {
            int session = dense[row];
            if (session != LEFT_OUT) {
                grouped[next[session]++] = values[row];
            }
        }
        for (int session = 0; session < starts.length - 1; session++) {
            sort(grouped, starts[session], starts[session + 1]);
        }
        return grouped;
    }

    /// Most sessions have a few views, for which inserting each is quicker than to call for help.
    private static void sort(int[] values, int from, int to) {
        if (to - from > INSERTED) {
            Arrays.sort(values, from, to);
            return;
        }
        for (int i = from + 1; i < to; i++) {
            int value = values[i];
            int at = i;
            while (at > from && values[at - 1] > value) {
                values[at] = values[at - 1];
                at--;
            }
            values[at] = value;
        }
    }

    /// As above with weights, for which an entry has the value in its upper half and the row in its
    /// lower.
    private static ClusteredSample grouped(
            int[] values, double[] weights, int[] dense, int[] starts) {
        int[] next = starts.clone();
        long[] entries = new long[starts[starts.length - 1]];
        for (int row = 0; row < dense.length; row++) {
            int session = dense[row];
            if (session != LEFT_OUT) {
                entries[next[session]++] = (long) values[row] << Integer.SIZE | row;
            }
        }
        for (int session = 0; session < starts.length - 1; session++) {
            Arrays.sort(entries, starts[session], starts[session + 1]);
        }
        int[] grouped = new int[entries.length];
        double[] weighted = new double[entries.length];
        for (int i = 0; i < entries.length; i++) {
            grouped[i] = (int) (entries[i] >>> Integer.SIZE);
            weighted[i] = weights[(int) entries[i]];
        }
        return new ClusteredSample(grouped, weighted, starts);
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
