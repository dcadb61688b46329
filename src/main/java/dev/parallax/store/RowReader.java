package dev.parallax.store;

import dev.parallax.rum.Column;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Reads all columns of single rows of a data set: unpacks the one chunk that a row is in, and of
/// each column no more than the row's entry.
final class RowReader {
    private static final String CHUNK_OF_ROW =
            """
            SELECT no, rows, first
              FROM (SELECT c.no, c.rows, sum(c.rows) OVER (ORDER BY c.no) - c.rows AS first
                      FROM chunk c
                      JOIN import i
                        ON i.id = c.import
                       AND i.state = 1
                     WHERE c.dataset = ?
                       AND c.no < ?)
             WHERE first + rows > ?
             ORDER BY no
             LIMIT 1
            """;

    private static final String COLUMNS_OF_CHUNK =
            """
            SELECT codec, vmin, vmax, raw, data
              FROM chunk_col
             WHERE dataset = ?
               AND no = ?
               AND col = ?
            """;

    private final Handle handle;
    private final long dataset;
    private final int end;

    /// @param end the number after that of the last chunk
    RowReader(Handle handle, long dataset, int end) {
        this.handle = handle;
        this.dataset = dataset;
        this.end = end;
    }

    /// Where a row is.
    private record Place(int chunk, int rows, int row) {}

    /// The entries of a row; a column in which nothing is known is left out. Empty if there is no
    /// such row.
    Optional<Map<Column, Long>> read(int row) throws SQLException {
        Optional<Place> place = place(row);
        return place.isPresent() ? Optional.of(entries(place.get())) : Optional.empty();
    }

    private Optional<Place> place(int row) throws SQLException {
        try (PreparedStatement statement = handle.getConnection().prepareStatement(CHUNK_OF_ROW)) {
            statement.setLong(1, dataset);
            statement.setInt(2, end);
            statement.setInt(3, row);
            try (ResultSet chunk = statement.executeQuery()) {
                return chunk.next()
                        ? Optional.of(
                                new Place(chunk.getInt(1), chunk.getInt(2), row - chunk.getInt(3)))
                        : Optional.empty();
            }
        }
    }

    private Map<Column, Long> entries(Place place) throws SQLException {
        var entries = new HashMap<Column, Long>();
        try (var codec = new ChunkCodec();
                PreparedStatement statement =
                        handle.getConnection().prepareStatement(COLUMNS_OF_CHUNK)) {
            for (Column column : Column.all()) {
                statement.setLong(1, dataset);
                statement.setInt(2, place.chunk);
                statement.setInt(3, ColumnNumbers.of(column));
                try (ResultSet found = statement.executeQuery()) {
                    EncodedColumn encoded = found.next() ? ChunkRows.encoded(found, 1) : null;
                    if (encoded != null) {
                        entries.put(column, codec.entry(column, encoded, place.rows, place.row));
                    }
                }
            }
        }
        return entries;
    }
}
