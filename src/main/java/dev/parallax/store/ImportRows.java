package dev.parallax.store;

import dev.parallax.metric.Metric;
import dev.parallax.problem.Problem;
import dev.parallax.problem.ProblemException;
import dev.parallax.rum.Dataset;
import dev.parallax.rum.ImportRecord;
import dev.parallax.rum.KnownFile;
import dev.parallax.rum.StoredImport;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// The rows of the tables `import` and `import_metric`.
final class ImportRows {
    private static final String IN_THE_WAY =
            """
            SELECT state
              FROM import
             WHERE dataset = :dataset
               AND state <> 1
             ORDER BY state
             LIMIT 1
            """;

    private static final String STAGE =
            """
            INSERT INTO import (dataset, state, imported_at)
            VALUES (:dataset, 0, :now)
            RETURNING id
            """;

    private static final String SHOW =
            """
            UPDATE import
               SET state = 1,
                   imported_at = :now,
                   rows = :rows,
                   page_views = :pageViews,
                   weight = :weight,
                   weighted = :weighted,
                   ts_min = :first,
                   ts_max = :last,
                   format = :format,
                   record = :record
             WHERE id = :id
            """;

    private static final String ADD_VIEWS =
            """
            INSERT INTO import_metric (import, metric, views)
            VALUES (:id, :metric, :views)
                ON CONFLICT (import, metric) DO UPDATE
               SET views = views + excluded.views
            """;

    private static final String HIDE =
            """
            UPDATE import
               SET state = 2
             WHERE id = :id
               AND dataset = :dataset
               AND state <> 0
            """;

    private static final String LIST =
            """
            SELECT id, imported_at, rows, page_views, weight, weighted, ts_min, ts_max, record
              FROM import
             WHERE dataset = :dataset
               AND state = 1
             ORDER BY id
            """;

    private static final String VIEWS =
            """
            SELECT metric, views
              FROM import_metric
             WHERE import = :id
            """;

    private static final String OF_FILE =
            """
            SELECT d.name, i.id, json_extract(f.value, '$.name') AS file, i.imported_at
              FROM import i
              JOIN dataset d ON d.id = i.dataset AND d.state = 1
              JOIN json_each(i.record, '$.files') f
             WHERE i.state = 1
               AND json_extract(f.value, '$.sha256') = :sha256
             ORDER BY i.id
            """;

    private static final String OF_SIZE =
            """
            SELECT count(*)
              FROM import i
              JOIN dataset d ON d.id = i.dataset AND d.state = 1
              JOIN json_each(i.record, '$.files') f
             WHERE i.state = 1
               AND d.name = :dataset
               AND json_extract(f.value, '$.bytes') = :bytes
            """;

    private ImportRows() {}

    /// Begins an import that nobody can see yet.
    ///
    /// @return its id
    /// @throws ProblemException if another one is under way or being removed
    static long stage(Handle handle, long dataset, String name, Instant now) {
        refuseIfBusy(handle, dataset, name);
        return handle.createQuery(STAGE)
                .bind("dataset", dataset)
                .bind("now", now.toEpochMilli())
                .mapTo(Long.class)
                .one();
    }

    private static void refuseIfBusy(Handle handle, long dataset, String name) {
        handle.createQuery(IN_THE_WAY)
                .bind("dataset", dataset)
                .mapTo(Integer.class)
                .findOne()
                .ifPresent(state -> {
                    throw new ProblemException(busy(name, state));
                });
    }

    private static Problem busy(String name, int state) {
        return Problem.usage(
                "dataset-busy",
                "cannot change the imports of \"" + name + "\"",
                state == 0 ? "an import into it is under way" : "an import is being removed",
                "try again when that is done; after a crash, restart the program first");
    }

    /// Makes an import visible, with the transaction it is in.
    static void show(Handle handle, long id, ImportSums sums, ImportRecord record, Instant now) {
        Dataset.Size size = sums.size();
        ImportSums.Span span = sums.span();
        handle.createUpdate(SHOW)
                .bind("id", id)
                .bind("now", now.toEpochMilli())
                .bind("rows", size.rows())
                .bind("pageViews", size.pageViews())
                .bind("weight", size.weight())
                .bind("weighted", size.weighting() == Dataset.Weighting.BY_ROW ? 1 : 0)
                .bind("first", span.first())
                .bind("last", span.last())
                .bind("format", record.format())
                .bind("record", ImportRecordJson.write(record))
                .execute();
        sums.views().forEach((metric, views) -> addViews(handle, id, metric, views));
    }

    /// Notes that more page views have a metric.
    static void addViews(Handle handle, long id, Metric metric, long views) {
        handle.createUpdate(ADD_VIEWS)
                .bind("id", id)
                .bind("metric", metric.key())
                .bind("views", views)
                .execute();
    }

    /// Makes an import invisible; false if the data set has none of this id. One whose removal was
    /// broken off counts as there.
    ///
    /// @throws ProblemException if another one is under way
    static boolean hide(Handle handle, Dataset dataset, long id) {
        Optional<Integer> busy =
                handle.createQuery(IN_THE_WAY)
                        .bind("dataset", dataset.id())
                        .mapTo(Integer.class)
                        .findOne();
        if (busy.isPresent() && busy.get() == 0) {
            throw new ProblemException(busy(dataset.name(), 0));
        }
        return handle.createUpdate(HIDE).bind("id", id).bind("dataset", dataset.id()).execute() > 0;
    }

    /// The visible imports of a data set, the oldest first.
    static List<StoredImport> list(Handle handle, long dataset) {
        return handle.createQuery(LIST)
                .bind("dataset", dataset)
                .map((row, _) -> storedImport(handle, row))
                .list();
    }

    private static StoredImport storedImport(Handle handle, ResultSet row) throws SQLException {
        long id = row.getLong("id");
        return new StoredImport(
                id,
                Instant.ofEpochMilli(row.getLong("imported_at")),
                new Dataset.Size(
                        row.getLong("rows"),
                        row.getLong("page_views"),
                        row.getDouble("weight"),
                        row.getInt("weighted") == 1
                                ? Dataset.Weighting.BY_ROW
                                : Dataset.Weighting.NONE),
                instant(row, "ts_min"),
                instant(row, "ts_max"),
                ImportRecordJson.read(row.getString("record")).withViews(views(handle, id)));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        long millis = row.getLong(column);
        return row.wasNull() ? null : Instant.ofEpochMilli(millis);
    }

    private static Map<Metric, Long> views(Handle handle, long id) {
        var views = new EnumMap<Metric, Long>(Metric.class);
        handle.createQuery(VIEWS)
                .bind("id", id)
                .map((row, _) -> Map.entry(row.getString("metric"), row.getLong("views")))
                .forEach(entry ->
                        Metric.byKey(entry.getKey())
                                .ifPresent(metric -> views.put(metric, entry.getValue())));
        return views;
    }

    /// Where a file of this SHA-256 is already, the oldest import first.
    static List<KnownFile> ofFile(Handle handle, String sha256) {
        return handle.createQuery(OF_FILE)
                .bind("sha256", sha256)
                .map((row, _) ->
                        new KnownFile(
                                row.getString("name"),
                                row.getLong("id"),
                                row.getString("file"),
                                Instant.ofEpochMilli(row.getLong("imported_at"))))
                .list();
    }

    static boolean isSizeKnown(Handle handle, String dataset, long bytes) {
        return handle.createQuery(OF_SIZE)
                        .bind("dataset", dataset)
                        .bind("bytes", bytes)
                        .mapTo(Long.class)
                        .one()
                > 0;
    }
}
