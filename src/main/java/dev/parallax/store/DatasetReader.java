package dev.parallax.store;

import com.github.luben.zstd.ZstdException;
import dev.parallax.problem.Problem;
import dev.parallax.problem.ProblemException;
import dev.parallax.rum.Chunk;
import dev.parallax.rum.Column;
import dev.parallax.rum.Dataset;
import dev.parallax.rum.Dictionaries;
import dev.parallax.rum.Dictionary;
import dev.parallax.rum.PageViewLoader;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Reads the columns of one data set from the file.
final class DatasetReader implements PageViewLoader {
    private static final String CHUNKS_OF_COLUMN =
            """
            SELECT c.rows, k.codec, k.vmin, k.vmax, k.raw, k.data
              FROM chunk c
              JOIN import i
                ON i.id = c.import
               AND i.state = 1
              LEFT JOIN chunk_col k
                ON k.dataset = c.dataset
               AND k.no = c.no
               AND k.col = ?
             WHERE c.dataset = ?
               AND c.no < ?
             ORDER BY c.no
            """;

    private static final String END =
            """
            SELECT next_chunk
              FROM dataset
             WHERE id = :id
            """;

    private static final Dictionaries UNLIMITED =
            new Dictionaries(new Dictionary(), _ -> new Dictionary());

    private final Database database;
    private final Dataset dataset;
    private final int end;

    /// Page views that are added later have chunks of higher numbers and are not seen.
    ///
    /// @param end the number after that of the last chunk
    DatasetReader(Database database, Dataset dataset, int end) {
        this.database = database;
        this.dataset = dataset;
        this.end = end;
    }

    /// The number after that of a data set's last chunk.
    static int end(Handle handle, Dataset dataset) {
        return handle.createQuery(END).bind("id", dataset.id()).mapTo(Integer.class).one();
    }

    /// The codes that occur in a column of a data set's visible imports.
    static BitSet usedCodes(Handle handle, long dataset, Column column) throws SQLException {
        var used = new BitSet();
        var codes = new int[Chunk.CAPACITY];
        try (var codec = new ChunkCodec()) {
            read(
                    handle,
                    dataset,
                    Integer.MAX_VALUE,
                    column,
                    codec,
                    (_, encoded, _, rows) -> {
                        if (encoded != null) {
                            codec.decode(encoded, codes, rows);
                            for (int i = 0; i < rows; i++) {
                                used.set(codes[i]);
                            }
                        }
                    });
        }
        return used;
    }

    @Override
    public void readInts(Column column, IntChunks into) {
        int absent = ChunkEncoder.absentInt(column);
        var entries = new int[Chunk.CAPACITY];
        read(
                column,
                (codec, encoded, firstRow, rows) -> {
                    if (encoded == null) {
                        Arrays.fill(entries, 0, rows, absent);
                    } else {
                        codec.decode(encoded, entries, rows);
                    }
                    into.accept(firstRow, entries, rows);
                });
    }

    @Override
    public void readLongs(Column column, LongChunks into) {
        long absent = ChunkEncoder.absentLong(column);
        var entries = new long[Chunk.CAPACITY];
        read(
                column,
                (codec, encoded, firstRow, rows) -> {
                    if (encoded == null) {
                        Arrays.fill(entries, 0, rows, absent);
                    } else if (column == Column.Single.TIME) {
                        codec.decodeTimes(encoded, entries, rows);
                    } else if (column == Column.Single.VIEW) {
                        codec.decodeHashes(encoded, entries, rows);
                    } else {
                        codec.decodeSessions(encoded, entries, rows);
                    }
                    into.accept(firstRow, entries, rows);
                });
    }

    @Override
    public Map<Column, Long> readRow(int row) {
        try {
            return database.read(handle -> new RowReader(handle, dataset.id(), end).read(row))
                    .orElseThrow(() -> new ProblemException(damaged()));
        } catch (ZstdException | IndexOutOfBoundsException damaged) {
            throw new ProblemException(damaged(), damaged);
        }
    }

    private interface EncodedChunks {
        void accept(ChunkCodec codec, @Nullable EncodedColumn encoded, int firstRow, int rows);
    }

    private void read(Column column, EncodedChunks into) {
        long read;
        try (var codec = new ChunkCodec()) {
            read = database.read(handle -> read(handle, dataset.id(), end, column, codec, into));
        } catch (ZstdException | IndexOutOfBoundsException damaged) {
            throw new ProblemException(damaged(), damaged);
        }
        if (read != dataset.rows()) {
            throw new ProblemException(changed());
        }
    }

    private static int read(
            Handle handle,
            long dataset,
            int end,
            Column column,
            ChunkCodec codec,
            EncodedChunks into)
            throws SQLException {
        int firstRow = 0;
        try (PreparedStatement statement =
                handle.getConnection().prepareStatement(CHUNKS_OF_COLUMN)) {
            statement.setInt(1, ColumnNumbers.of(column));
            statement.setLong(2, dataset);
            statement.setInt(3, end);
            try (ResultSet chunk = statement.executeQuery()) {
                while (chunk.next()) {
                    int rows = chunk.getInt(1);
                    into.accept(codec, ChunkRows.encoded(chunk, 2), firstRow, rows);
                    firstRow += rows;
                }
            }
        }
        return firstRow;
    }

    private Problem damaged() {
        return Problem.environment(
                "dataset-damaged",
                "cannot read the data set \"" + dataset.name() + "\"",
                "its page views are damaged",
                "import it again, or restore a backup of the workspace");
    }

    private Problem changed() {
        return Problem.environment(
                "dataset-changed",
                "cannot read the data set \"" + dataset.name() + "\" as it was",
                "it was deleted meanwhile, or one of its imports removed",
                "ask again");
    }

    @Override
    public Dictionaries dictionaries() {
        return database.read(handle -> TextRows.read(handle, dataset.id(), UNLIMITED));
    }
}
