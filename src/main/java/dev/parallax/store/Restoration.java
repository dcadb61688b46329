package dev.parallax.store;

import dev.parallax.rum.Chunk;
import dev.parallax.rum.Column;
import dev.parallax.rum.Exclusion;
import dev.parallax.rum.QuarantineReason;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.jdbi.v3.core.Handle;

/// Puts values back that were taken for missing. Chunk by chunk, each whole or not at all; broken
/// off, it goes on when it is done again.
final class Restoration {
    private static final String ROWS_OF_CHUNK =
            """
            SELECT rows
              FROM chunk
             WHERE dataset = :dataset
               AND no = :no
            """;

    private final Database database;
    private final long dataset;
    private final long importId;
    private final QuarantineReason reason;
    private final int[] values = new int[Chunk.CAPACITY];
    private final int[] exclusions = new int[Chunk.CAPACITY];

    Restoration(Database database, long dataset, long importId, QuarantineReason reason) {
        this.database = database;
        this.dataset = dataset;
        this.importId = importId;
        this.reason = reason;
    }

    /// Puts back what can be.
    ///
    /// @return how many values were put back
    long run() {
        List<Integer> chunks =
                database.read(handle ->
                        QuarantineRows.restorableChunks(handle, dataset, importId, reason));
        long restored = 0;
        try (var codec = new ChunkCodec()) {
            for (int chunk : chunks) {
                restored += database.writeBulk(handle -> restore(handle, codec, chunk));
            }
        }
        return restored;
    }

    private long restore(Handle handle, ChunkCodec codec, int chunk) throws SQLException {
        int rows =
                handle.createQuery(ROWS_OF_CHUNK)
                        .bind("dataset", dataset)
                        .bind("no", chunk)
                        .mapTo(Integer.class)
                        .one();
        load(handle, codec, chunk, Column.Single.EXCLUSION, exclusions, rows);
        long restored = 0;
        for (QuarantinedColumn column : QuarantineRows.ofChunk(handle, importId, chunk, reason)) {
            restored += restore(handle, codec, chunk, rows, column);
        }
        if (restored > 0) {
            DatasetRows.change(handle, dataset);
        }
        return restored;
    }

    private long restore(
            Handle handle, ChunkCodec codec, int chunk, int rows, QuarantinedColumn quarantined)
            throws SQLException {
        var column = new Column.OfMetric(quarantined.metric());
        load(handle, codec, chunk, column, values, rows);
        var staying = new QuarantinedColumn.Builder(quarantined.count());
        var restored = new long[2];
        quarantined.forEach((row, value) -> {
            if (QuarantinedColumn.isRestorable(value) && values[row] == Chunk.MISSING) {
                values[row] = (int) value;
                restored[0]++;
                restored[1] += exclusions[row] == Exclusion.NONE.code() ? 1 : 0;
            } else {
                staying.accept(row, value);
            }
        });
        ChunkRows.replace(handle, dataset, chunk, column, codec.encode(values, rows));
        QuarantineRows.delete(handle, importId, chunk, quarantined);
        if (staying.count() > 0) {
            QuarantineRows.insert(
                    handle,
                    dataset,
                    importId,
                    chunk,
                    List.of(staying.build(quarantined.metric(), reason)));
        }
        ImportRows.addViews(handle, importId, quarantined.metric(), restored[1]);
        return restored[0];
    }

    private void load(
            Handle handle, ChunkCodec codec, int chunk, Column column, int[] into, int rows)
            throws SQLException {
        Arrays.fill(into, 0, rows, ChunkEncoder.absentInt(column));
        ChunkRows.column(handle, dataset, chunk, column)
                .ifPresent(encoded -> codec.decode(encoded, into, rows));
    }
}
