package dev.parallax.rum;

import dev.parallax.metric.Metric;
import java.util.Arrays;

/// The values of one chunk that were taken for missing, so that a user who knows better can have
/// them back. Adding allocates nothing once the arrays have grown to what a source needs.
public final class Quarantine {
    /// The value of what was no number at all.
    public static final long NO_VALUE = Long.MIN_VALUE;

    private int size;
    private int[] rows = new int[16];
    private byte[] metrics = new byte[16];
    private byte[] reasons = new byte[16];
    private long[] values = new long[16];

    Quarantine() {}

    /// Adds a value.
    ///
    /// @param row of the chunk, 0 to [Chunk#CAPACITY] - 1
    /// @param fixed in the metric's fixed point form ([Metric#toFixed]), here also negative or
    ///   larger than an int; [#NO_VALUE] if it was no number
    public void add(int row, Metric metric, QuarantineReason reason, long fixed) {
        if (row < 0 || row >= Chunk.CAPACITY) {
            throw new IllegalArgumentException("row of a quarantined value: " + row);
        }
        if (size == rows.length) {
            grow();
        }
        rows[size] = row;
        metrics[size] = (byte) Metric.all().indexOf(metric);
        reasons[size] = (byte) reason.code();
        values[size] = fixed;
        size++;
    }

    private void grow() {
        int larger = size * 2;
        rows = Arrays.copyOf(rows, larger);
        metrics = Arrays.copyOf(metrics, larger);
        reasons = Arrays.copyOf(reasons, larger);
        values = Arrays.copyOf(values, larger);
    }

    /// Values in quarantine; the methods below take positions from 0 to `size() - 1`.
    public int size() {
        return size;
    }

    public int row(int at) {
        return rows[checked(at)];
    }

    public Metric metric(int at) {
        return Metric.all().get(metrics[checked(at)]);
    }

    public QuarantineReason reason(int at) {
        return QuarantineReason.all().get(reasons[checked(at)]);
    }

    public long value(int at) {
        return values[checked(at)];
    }

    private int checked(int at) {
        if (at < 0 || at >= size) {
            throw new IndexOutOfBoundsException("quarantined value " + at + " of " + size);
        }
        return at;
    }

    /// The fixed point form of a number that may be out of a metric's range; the nearest long if it
    /// is out of that of a long.
    public static long fixed(Metric metric, double value) {
        if (Double.isNaN(value)) {
            return NO_VALUE;
        }
        return Math.max(Math.round(value * metric.unit().scale()), NO_VALUE + 1);
    }

    void clear() {
        size = 0;
    }
}
