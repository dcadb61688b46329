package dev.parallax.store;

import dev.parallax.metric.Metric;
import dev.parallax.rum.Column;
import dev.parallax.rum.QuarantineReason;
import dev.parallax.rum.QuarantinedValues;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.Handle;

/// The rows of the table `quarantined_value`.
final class QuarantineRows {
    private static final String INSERT =
            """
            INSERT INTO quarantined_value (import, dataset, no, metric, reason, count, restorable, data)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String DELETE_OF_CHUNK =
            """
            DELETE FROM quarantined_value
             WHERE import = :import
               AND no = :no
            """;

    private static final String DELETE =
            """
            DELETE FROM quarantined_value
             WHERE import = :import
               AND no = :no
               AND metric = :metric
               AND reason = :reason
            """;

    private static final String SUMMARY =
            """
            SELECT v.import, v.metric, v.reason, sum(v.count) AS count, sum(v.restorable) AS restorable
              FROM quarantined_value v
              JOIN import i ON i.id = v.import AND i.state = 1
             WHERE i.dataset = :dataset
             GROUP BY v.import, v.metric, v.reason
             ORDER BY v.import, v.metric, v.reason
            """;

    private static final String RESTORABLE_CHUNKS =
            """
            SELECT DISTINCT v.no
              FROM quarantined_value v
              JOIN import i ON i.id = v.import AND i.state = 1
             WHERE v.import = :import
               AND i.dataset = :dataset
               AND v.reason = :reason
               AND v.restorable > 0
             ORDER BY v.no
            """;

    private static final String OF_CHUNK =
            """
            SELECT v.metric, v.count, v.data
              FROM quarantined_value v
              JOIN import i ON i.id = v.import AND i.state = 1
             WHERE v.import = :import
               AND v.no = :no
               AND v.reason = :reason
               AND v.restorable > 0
            """;

    private QuarantineRows() {}

    static void insert(
            Handle handle, long dataset, long importId, int number, List<QuarantinedColumn> columns)
            throws SQLException {
        if (columns.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = handle.getConnection().prepareStatement(INSERT)) {
            for (QuarantinedColumn column : columns) {
                statement.setLong(1, importId);
                statement.setLong(2, dataset);
                statement.setInt(3, number);
                statement.setInt(4, number(column.metric()));
                statement.setInt(5, column.reason().code());
                statement.setInt(6, column.count());
                statement.setInt(7, column.restorable());
                statement.setBytes(8, column.data());
                statement.executeUpdate();
            }
        }
    }

    private static int number(Metric metric) {
        return ColumnNumbers.of(new Column.OfMetric(metric));
    }

    /// Removes what a chunk has in quarantine.
    static void delete(Handle handle, long importId, int number) {
        handle.createUpdate(DELETE_OF_CHUNK).bind("import", importId).bind("no", number).execute();
    }

    static void delete(Handle handle, long importId, int number, QuarantinedColumn column) {
        handle.createUpdate(DELETE)
                .bind("import", importId)
                .bind("no", number)
                .bind("metric", number(column.metric()))
                .bind("reason", column.reason().code())
                .execute();
    }

    static List<QuarantinedValues> summary(Handle handle, long dataset) {
        return handle.createQuery(SUMMARY)
                .bind("dataset", dataset)
                .map((row, _) ->
                        new QuarantinedValues(
                                row.getLong("import"),
                                ColumnNumbers.metric(row.getInt("metric")),
                                QuarantineReason.all().get(row.getInt("reason")),
                                row.getLong("count"),
                                row.getLong("restorable")))
                .list();
    }

    /// The numbers of the chunks that have something to restore.
    static List<Integer> restorableChunks(
            Handle handle, long dataset, long importId, QuarantineReason reason) {
        return handle.createQuery(RESTORABLE_CHUNKS)
                .bind("dataset", dataset)
                .bind("import", importId)
                .bind("reason", reason.code())
                .mapTo(Integer.class)
                .list();
    }

    /// What can be restored in one chunk.
    static List<QuarantinedColumn> ofChunk(
            Handle handle, long importId, int number, QuarantineReason reason) {
        return handle.createQuery(OF_CHUNK)
                .bind("import", importId)
                .bind("no", number)
                .bind("reason", reason.code())
                .map((row, _) ->
                        new QuarantinedColumn(
                                ColumnNumbers.metric(row.getInt("metric")),
                                reason,
                                row.getInt("count"),
                                row.getBytes("data")))
                .list();
    }
}
