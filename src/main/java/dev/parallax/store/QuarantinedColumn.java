package dev.parallax.store;

import com.github.luben.zstd.Zstd;
import dev.parallax.metric.Metric;
import dev.parallax.rum.Quarantine;
import dev.parallax.rum.QuarantineReason;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/// The values of one chunk, metric and reason that are in quarantine, as they lie in the file.
final class QuarantinedColumn {
    /// A row as two bytes and a value as eight.
    private static final int ENTRY_BYTES = Short.BYTES + Long.BYTES;

    private static final int LEVEL = 1;

    private final Metric metric;
    private final QuarantineReason reason;
    private final int count;
    private final byte[] data;

    QuarantinedColumn(Metric metric, QuarantineReason reason, int count, byte[] data) {
        this.metric = metric;
        this.reason = reason;
        this.count = count;
        this.data = data;
    }

    /// Takes values one by one.
    @FunctionalInterface
    interface Values {
        /// Takes one value.
        ///
        /// @param row of the chunk
        /// @param value in fixed point form, or [Quarantine#NO_VALUE]
        void accept(int row, long value);
    }

    /// What a chunk has in quarantine, sorted apart.
    static List<QuarantinedColumn> of(Quarantine quarantine) {
        if (quarantine.size() == 0) {
            return List.of();
        }
        var columns = new ArrayList<QuarantinedColumn>();
        for (Metric metric : Metric.all()) {
            for (QuarantineReason reason : QuarantineReason.all()) {
                var column = new Builder(quarantine.size());
                for (int i = 0; i < quarantine.size(); i++) {
                    if (quarantine.metric(i) == metric && quarantine.reason(i) == reason) {
                        column.accept(quarantine.row(i), quarantine.value(i));
                    }
                }
                if (column.count > 0) {
                    columns.add(column.build(metric, reason));
                }
            }
        }
        return columns;
    }

    Metric metric() {
        return metric;
    }

    QuarantineReason reason() {
        return reason;
    }

    int count() {
        return count;
    }

    byte[] data() {
        return data;
    }

    /// How many of the values a page view can have.
    int restorable() {
        var restorable = new int[1];
        forEach((_, value) -> restorable[0] += isRestorable(value) ? 1 : 0);
        return restorable[0];
    }

    /// Whether a page view can have this value.
    static boolean isRestorable(long value) {
        return value >= 0 && value < Integer.MAX_VALUE;
    }

    void forEach(Values into) {
        ByteBuffer raw =
                ByteBuffer.wrap(Zstd.decompress(data, count * ENTRY_BYTES))
                        .order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < count; i++) {
            into.accept(Short.toUnsignedInt(raw.getShort()), raw.getLong());
        }
    }

    /// Takes values and makes a column of them.
    static final class Builder implements Values {
        private final ByteBuffer raw;
        private int count;

        Builder(int most) {
            raw = ByteBuffer.allocate(most * ENTRY_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        }

        @Override
        public void accept(int row, long value) {
            raw.putShort((short) row).putLong(value);
            count++;
        }

        int count() {
            return count;
        }

        QuarantinedColumn build(Metric metric, QuarantineReason reason) {
            var bytes = new byte[raw.position()];
            raw.get(0, bytes);
            return new QuarantinedColumn(metric, reason, count, Zstd.compress(bytes, LEVEL));
        }
    }
}
