package dev.parallax.statistics;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The values of one metric in a filtered part of the field, with what is known of them: the weight
/// of each and the session it belongs to. Values of one session are not independent, so sessions
/// decide how wide an interval must be.
///
/// Immutable, and so is its distribution as long as nobody adds to it; building it costs a few
/// passes over the rows, and 4 to 8 MB for its distribution.
public final class ClusteredSample {
    private final int[] values;
    private final double @Nullable [] weights;
    private final int @Nullable [] sessionStarts;
    private final Distribution distribution;

    /// Made twice if two threads need it at once, which changes nothing.
    private volatile @Nullable BelowTable table;

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
        if (weights != null && weights.length != values.length) {
            throw new IllegalArgumentException(
                    values.length + " values but " + weights.length + " weights");
        }
        var all = new long[(values.length + Long.SIZE - 1) / Long.SIZE];
        Arrays.fill(all, -1L);
        return of(SessionValues.of(values, sessions), weights, List.of(all)).getFirst();
    }

    /// Takes some rows of a data set, as [#of] does: one sample for each selection, in fewer passes
    /// over the data set.
    ///
    /// @param weights how many views each row of the data set stands for; null when each stands for
    ///   itself
    /// @param selections row `i` is taken by bit `i & 63` of word `i >>> 6`
    /// @throws IllegalArgumentException when a value or weight is negative or not a number
    public static List<ClusteredSample> of(
            SessionValues source, double @Nullable [] weights, List<long[]> selections) {
        return SampleRows.of(source, weights, selections).stream()
                .map(rows -> new ClusteredSample(rows.values(), rows.weights(), rows.starts()))
                .toList();
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

    /// All values, session by session; not to be changed.
    int[] values() {
        return values;
    }

    /// Where each session starts, and after all the end; not to be changed. The sample knows its
    /// sessions.
    int[] sessionStarts() {
        if (sessionStarts == null) {
            throw new IllegalStateException("sessions are unknown");
        }
        return sessionStarts;
    }

    /// Where the rows of a session start; those of the last end where the session after it would
    /// start. The sample knows its sessions.
    int sessionStart(int session) {
        return sessionStarts()[session];
    }

    /// Where sessions begin, as bits that need no look at their starts: bit `i & 63` of word `i >>>
    /// 6` is set if row `i`, counted from the first one of `firstSession`, is the first of its
    /// session. Bit 0 is not set.
    long[] beginnings(int firstSession, int sessionsEnd) {
        int[] starts = sessionStarts();
        int first = starts[firstSession];
        var bits = new long[(starts[sessionsEnd] - first) / Long.SIZE + 1];
        for (int session = firstSession + 1; session < sessionsEnd; session++) {
            int row = starts[session] - first;
            bits[row >>> 6] |= 1L << row;
        }
        return bits;
    }

    /// The value of a row; those of one session follow one another in ascending order.
    int value(int row) {
        return values[row];
    }

    boolean isWeighted() {
        return weights != null;
    }

    /// What lies below each value, for a large sample; made when it is first needed.
    Optional<BelowTable> below() {
        BelowTable known = table;
        if (known == null) {
            known = BelowTable.of(this).orElse(null);
            table = known;
        }
        return Optional.ofNullable(known);
    }

    double weight(int row) {
        return weights == null ? 1 : weights[row];
    }

    private static Distribution distributionOf(int[] values, double @Nullable [] weights) {
        if (weights == null || weights.length == 0) {
            return counted(values);
        }
        double largest = 0;
        for (double weight : weights) {
            largest = Math.max(largest, weight);
        }
        var histogram = new WeightedHistogram(largest);
        histogram.addAll(values, weights, 0, values.length);
        return histogram;
    }

    private static Distribution counted(int[] values) {
        List<CountingHistogram> parts =
                Parts.map(
                        values.length,
                        values.length,
                        (from, to) -> {
                            var part = new CountingHistogram();
                            part.addAll(values, from, to);
                            return part;
                        });
        CountingHistogram all = parts.getFirst();
        parts.stream().skip(1).forEach(all::addAll);
        return all;
    }
}
