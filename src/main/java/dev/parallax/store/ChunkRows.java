package dev.parallax.store;

import dev.parallax.rum.Column;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// The rows of the tables `chunk` and `chunk_col`.
final class ChunkRows {
    /// Chunks removed in one transaction.
    private static final int CHUNKS_AT_ONCE = 8;

    private static final String INSERT =
            """
            INSERT INTO chunk (dataset, no, rows, ts_min, ts_max, import)
            VALUES (?, ?, ?, ?, ?, ?)
            """;

    private static final String INSERT_COLUMN =
            """
            INSERT INTO chunk_col (dataset, col, no, enc, codec, vmin, vmax, raw, data)
            VALUES (?, ?, ?, 1, ?, ?, ?, ?, ?)
            """;

    private static final String DELETE_COLUMN =
            """
            DELETE FROM chunk_col
             WHERE dataset = :dataset
               AND col = :column
               AND no = :no
            """;

    private static final String COLUMN =
            """
            SELECT codec, vmin, vmax, raw, data
              FROM chunk_col
             WHERE dataset = ?
               AND col = ?
               AND no = ?
            """;

    private static final String SOME_OF_IMPORT =
            """
            SELECT no
              FROM chunk
             WHERE import = :import
             ORDER BY no
             LIMIT :most
            """;

    private static final String DELETE =
            """
            DELETE FROM chunk
             WHERE dataset = :dataset
               AND no = :no
            """;

    private ChunkRows() {}

    /// A chunk on its way to the file.
    ///
    /// @param first the earliest time, null if none is known
    record Encoded(
            int number,
            int rows,
            @Nullable Long first,
            @Nullable Long last,
            Map<Column, EncodedColumn> columns,
            List<QuarantinedColumn> quarantine) {}

    static void insert(Handle handle, long dataset, long importId, List<Encoded> chunks)
            throws SQLException {
        Connection connection = handle.getConnection();
        try (PreparedStatement chunk = connection.prepareStatement(INSERT);
                PreparedStatement column = connection.prepareStatement(INSERT_COLUMN)) {
            for (Encoded encoded : chunks) {
                chunk.setLong(1, dataset);
                chunk.setInt(2, encoded.number);
                chunk.setInt(3, encoded.rows);
                chunk.setObject(4, encoded.first);
                chunk.setObject(5, encoded.last);
                chunk.setLong(6, importId);
                chunk.executeUpdate();
                for (var entry : encoded.columns.entrySet()) {
                    insert(column, dataset, encoded.number, entry.getKey(), entry.getValue());
                }
                QuarantineRows.insert(
                        handle, dataset, importId, encoded.number, encoded.quarantine);
            }
        }
    }

    private static void insert(
            PreparedStatement statement,
            long dataset,
            int number,
            Column column,
            EncodedColumn encoded)
            throws SQLException {
        statement.setLong(1, dataset);
        statement.setInt(2, ColumnNumbers.of(column));
        statement.setInt(3, number);
        statement.setInt(4, PackingNumbers.of(encoded.packing()));
        statement.setLong(5, encoded.smallest());
        statement.setLong(6, encoded.largest());
        statement.setInt(7, encoded.rawLength());
        statement.setBytes(8, encoded.data());
        statement.executeUpdate();
    }

    /// Writes a column of a chunk anew.
    static void replace(
            Handle handle, long dataset, int number, Column column, EncodedColumn encoded)
            throws SQLException {
        deleteColumn(handle, dataset, number, column);
        try (PreparedStatement statement = handle.getConnection().prepareStatement(INSERT_COLUMN)) {
            insert(statement, dataset, number, column, encoded);
        }
    }

    private static void deleteColumn(Handle handle, long dataset, int number, Column column) {
        handle.createUpdate(DELETE_COLUMN)
                .bind("dataset", dataset)
                .bind("column", ColumnNumbers.of(column))
                .bind("no", number)
                .execute();
    }

    /// A column of a chunk; empty if nothing is known in it.
    static Optional<EncodedColumn> column(Handle handle, long dataset, int number, Column column)
            throws SQLException {
        try (PreparedStatement statement = handle.getConnection().prepareStatement(COLUMN)) {
            statement.setLong(1, dataset);
            statement.setInt(2, ColumnNumbers.of(column));
            statement.setInt(3, number);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.ofNullable(encoded(row, 1)) : Optional.empty();
            }
        }
    }

    /// The column in five fields of a row: codec, smallest, largest, length, bytes; null if the
    /// chunk has none.
    static @Nullable EncodedColumn encoded(ResultSet row, int firstField) throws SQLException {
        byte[] data = row.getBytes(firstField + 4);
        return data == null
                ? null
                : new EncodedColumn(
                        row.getLong(firstField + 1),
                        row.getLong(firstField + 2),
                        row.getInt(firstField + 3),
                        PackingNumbers.packing(row.getInt(firstField)),
                        data);
    }

    /// Removes some of an import's chunks with all that belongs to them; false if there was none.
    static boolean deleteSome(Handle handle, long dataset, long importId) {
        List<Integer> numbers =
                handle.createQuery(SOME_OF_IMPORT)
                        .bind("import", importId)
                        .bind("most", CHUNKS_AT_ONCE)
                        .mapTo(Integer.class)
                        .list();
        for (int number : numbers) {
            Column.all().forEach(column -> deleteColumn(handle, dataset, number, column));
            QuarantineRows.delete(handle, importId, number);
            handle.createUpdate(DELETE).bind("dataset", dataset).bind("no", number).execute();
        }
        return !numbers.isEmpty();
    }
}
