package dev.parallax.store;

import dev.parallax.metric.Dimension;
import dev.parallax.rum.Chunk;
import dev.parallax.rum.Column;
import dev.parallax.rum.Dataset;
import dev.parallax.rum.Dictionaries;
import dev.parallax.rum.Dictionary;
import dev.parallax.rum.ImportRecord;
import dev.parallax.rum.PageViewSink;
import dev.parallax.rum.Provenance;
import dev.parallax.rum.QuarantinedLine;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Writes one data set: its row first, of state 0, then some chunks in each transaction, and with
/// the last transaction everything becomes visible. What a crash leaves behind is of state 0 and is
/// removed at the next start.
final class DatasetWriter implements PageViewSink {
    /// Chunks in one transaction: half a million page views, 11 MB.
    private static final int CHUNKS_AT_ONCE = 8;

    private static final String INSERT_CHUNK =
            """
            INSERT INTO chunk (dataset, no, rows, ts_min, ts_max)
            VALUES (?, ?, ?, ?, ?)
            """;

    private static final String INSERT_COLUMN =
            """
            INSERT INTO chunk_col (dataset, col, no, enc, codec, vmin, vmax, raw, data)
            VALUES (?, ?, ?, 1, ?, ?, ?, ?, ?)
            """;

    private static final String INSERT_TEXT =
            """
            INSERT INTO dict (dataset, col, code, value)
            VALUES (?, ?, ?, ?)
            """;

    private final Database database;
    private final DatasetRows rows;
    private final InstantSource clock;
    private final String name;
    private final ChunkEncoder encoder = new ChunkEncoder();
    private final List<WrittenChunk> waiting = new ArrayList<>();
    private final DatasetSums sums = new DatasetSums();
    private final Dictionaries dictionaries = Dictionaries.limited();
    private int chunks;
    private long id;
    private State state = State.NOT_BEGUN;

    private enum State {
        NOT_BEGUN,
        STAGING,
        DONE
    }

    /// A chunk on its way to the file.
    ///
    /// @param first the earliest time, null if none is known
    private record WrittenChunk(
            int number,
            int rows,
            @Nullable Long first,
            @Nullable Long last,
            Map<Column, EncodedColumn> columns) {}

    DatasetWriter(Database database, DatasetRows rows, InstantSource clock, String name) {
        this.database = database;
        this.rows = rows;
        this.clock = clock;
        this.name = name;
    }

    @Override
    public void write(Chunk chunk) {
        refuseIfDone();
        begin();
        DatasetSums.Span span = sums.add(chunk);
        waiting.add(
                new WrittenChunk(
                        chunks++, chunk.rows(), span.first(), span.last(), encoder.encode(chunk)));
        if (waiting.size() == CHUNKS_AT_ONCE) {
            database.writeBulk(handle -> {
                insertWaiting(handle.getConnection());
                return waiting.size();
            });
            waiting.clear();
        }
    }

    private void begin() {
        if (state == State.NOT_BEGUN) {
            id = rows.stage(name, clock.instant());
            state = State.STAGING;
        }
    }

    @Override
    public Dictionaries dictionaries() {
        return dictionaries;
    }

    @Override
    public Dataset finish(ImportRecord record, List<QuarantinedLine> lines) {
        refuseIfDone();
        begin();
        Provenance provenance = Provenance.of(List.of(record));
        Dataset dataset = sums.dataset(id, name, clock.instant(), provenance);
        database.writeBulk(handle -> {
            insertWaiting(handle.getConnection());
            insertTexts(handle.getConnection(), dictionaries);
            rows.show(handle, dataset);
            return dataset;
        });
        done();
        return dataset;
    }

    @Override
    public void abandon() {
        if (state == State.DONE) {
            return;
        }
        State before = state;
        done();
        if (before == State.STAGING) {
            rows.remove(id);
        }
    }

    private void refuseIfDone() {
        if (state == State.DONE) {
            throw new IllegalStateException("the data set is finished or abandoned: " + name);
        }
    }

    private void done() {
        state = State.DONE;
        waiting.clear();
        encoder.close();
    }

    private void insertWaiting(Connection connection) throws SQLException {
        try (PreparedStatement chunk = connection.prepareStatement(INSERT_CHUNK);
                PreparedStatement column = connection.prepareStatement(INSERT_COLUMN)) {
            for (WrittenChunk written : waiting) {
                chunk.setLong(1, id);
                chunk.setInt(2, written.number);
                chunk.setInt(3, written.rows);
                chunk.setObject(4, written.first);
                chunk.setObject(5, written.last);
                chunk.executeUpdate();
                for (var entry : written.columns.entrySet()) {
                    insert(column, written.number, entry.getKey(), entry.getValue());
                }
            }
        }
    }

    private void insert(
            PreparedStatement statement, int number, Column column, EncodedColumn encoded)
            throws SQLException {
        statement.setLong(1, id);
        statement.setInt(2, ColumnNumbers.of(column));
        statement.setInt(3, number);
        statement.setInt(4, PackingNumbers.of(encoded.packing()));
        statement.setLong(5, encoded.smallest());
        statement.setLong(6, encoded.largest());
        statement.setInt(7, encoded.rawLength());
        statement.setBytes(8, encoded.data());
        statement.executeUpdate();
    }

    private void insertTexts(Connection connection, Dictionaries dictionaries) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(INSERT_TEXT)) {
            insertTexts(statement, Column.Single.PAGE, dictionaries.pages());
            for (Dimension dimension : Dimension.all()) {
                insertTexts(
                        statement,
                        new Column.OfDimension(dimension),
                        dictionaries.dimension(dimension));
            }
        }
    }

    private void insertTexts(PreparedStatement statement, Column column, Dictionary texts)
            throws SQLException {
        for (int code = Dictionary.UNKNOWN + 1; code < texts.size(); code++) {
            statement.setLong(1, id);
            statement.setInt(2, ColumnNumbers.of(column));
            statement.setInt(3, code);
            statement.setString(4, texts.text(code));
            statement.executeUpdate();
        }
    }
}
