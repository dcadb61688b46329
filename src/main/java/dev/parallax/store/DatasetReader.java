package dev.parallax.store;

import com.github.luben.zstd.ZstdException;
import dev.parallax.metric.Dimension;
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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Reads the columns of one data set from the file.
final class DatasetReader implements PageViewLoader {
    private static final String CHUNKS_OF_COLUMN =
            """
            SELECT c.rows, k.codec, k.vmin, k.vmax, k.raw, k.data
              FROM chunk c
              LEFT JOIN chunk_col k
                ON k.dataset = c.dataset
               AND k.no = c.no
               AND k.col = ?
             WHERE c.dataset = ?
             ORDER BY c.no
            """;

    private static final String TEXTS_OF_COLUMN =
            """
            SELECT value
              FROM dict
             WHERE dataset = :dataset
               AND col = :column
             ORDER BY code
            """;

    private final Database database;
    private final Dataset dataset;

    DatasetReader(Database database, Dataset dataset) {
        this.database = database;
        this.dataset = dataset;
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

    private interface EncodedChunks {
        void accept(ChunkCodec codec, @Nullable EncodedColumn encoded, int firstRow, int rows);
    }

    private void read(Column column, EncodedChunks into) {
        long read;
        try (var codec = new ChunkCodec()) {
            read = database.read(handle -> read(handle, column, codec, into));
        } catch (ZstdException | IndexOutOfBoundsException damaged) {
            throw new ProblemException(damaged(), damaged);
        }
        if (read != dataset.rows()) {
            throw new ProblemException(damaged());
        }
    }

    private int read(Handle handle, Column column, ChunkCodec codec, EncodedChunks into)
            throws SQLException {
        int firstRow = 0;
        try (PreparedStatement statement =
                handle.getConnection().prepareStatement(CHUNKS_OF_COLUMN)) {
            statement.setInt(1, ColumnNumbers.of(column));
            statement.setLong(2, dataset.id());
            try (ResultSet chunk = statement.executeQuery()) {
                while (chunk.next()) {
                    int rows = chunk.getInt(1);
                    into.accept(codec, encoded(chunk), firstRow, rows);
                    firstRow += rows;
                }
            }
        }
        return firstRow;
    }

    private static @Nullable EncodedColumn encoded(ResultSet chunk) throws SQLException {
        byte[] data = chunk.getBytes(6);
        return data == null
                ? null
                : new EncodedColumn(
                        chunk.getLong(3),
                        chunk.getLong(4),
                        chunk.getInt(5),
                        PackingNumbers.packing(chunk.getInt(2)),
                        data);
    }

    private Problem damaged() {
        return Problem.environment(
                "dataset-damaged",
                "cannot read the data set \"" + dataset.name() + "\"",
                "its page views are damaged, or it was deleted meanwhile",
                "import it again, or restore a backup of the workspace");
    }

    @Override
    public Dictionaries dictionaries() {
        return database.read(handle ->
                new Dictionaries(
                        dictionary(handle, Column.Single.PAGE),
                        (Dimension dimension) ->
                                dictionary(handle, new Column.OfDimension(dimension))));
    }

    private Dictionary dictionary(Handle handle, Column column) {
        List<String> texts = new ArrayList<>();
        texts.add("");
        handle.createQuery(TEXTS_OF_COLUMN)
                .bind("dataset", dataset.id())
                .bind("column", ColumnNumbers.of(column))
                .mapTo(String.class)
                .forEach(texts::add);
        return Dictionary.of(texts);
    }
}
