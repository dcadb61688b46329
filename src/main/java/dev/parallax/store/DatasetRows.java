package dev.parallax.store;

import dev.parallax.metric.Definition;
import dev.parallax.metric.Metric;
import dev.parallax.problem.Problem;
import dev.parallax.problem.ProblemException;
import dev.parallax.rum.Dataset;
import dev.parallax.rum.MetricOrigin;
import dev.parallax.rum.Provenance;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The rows of the table `dataset`.
final class DatasetRows {
    private static final String VISIBLE =
            """
            SELECT id, name, imported_at, rows, weight, weighted, ts_min, ts_max, format, metrics
              FROM dataset
             WHERE state = 1
             ORDER BY name COLLATE NOCASE, name
            """;

    private static final String BY_NAME =
            """
            SELECT id, name, imported_at, rows, weight, weighted, ts_min, ts_max, format, metrics
              FROM dataset
             WHERE state = 1
               AND name = :name
            """;

    private static final String NAME_IS_TAKEN =
            """
            SELECT state
              FROM dataset
             WHERE name = :name
            """;

    private static final String STAGE =
            """
            INSERT INTO dataset (name, state, imported_at, format)
            VALUES (:name, 0, :now, '')
            RETURNING id
            """;

    private static final String SHOW =
            """
            UPDATE dataset
               SET state = 1,
                   rows = :rows,
                   weight = :weight,
                   weighted = :weighted,
                   ts_min = :first,
                   ts_max = :last,
                   imported_at = :imported,
                   format = :format,
                   metrics = :metrics
             WHERE id = :id
            """;

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Database database;

    DatasetRows(Database database) {
        this.database = database;
    }

    List<Dataset> list() {
        return database.read(
                handle -> handle.createQuery(VISIBLE).map((row, _) -> dataset(row)).list());
    }

    Optional<Dataset> find(String name) {
        return database.read(handle ->
                handle.createQuery(BY_NAME)
                        .bind("name", name)
                        .map((row, _) -> dataset(row))
                        .findOne());
    }

    /// @throws ProblemException if there is a data set of this name, or one is being imported
    void refuseIfTaken(String name) {
        database.read(handle -> {
            refuseIfTaken(handle, name);
            return name;
        });
    }

    private static void refuseIfTaken(Handle handle, String name) {
        handle.createQuery(NAME_IS_TAKEN)
                .bind("name", name)
                .mapTo(Integer.class)
                .findOne()
                .ifPresent(state -> {
                    throw new ProblemException(taken(name, state));
                });
    }

    private static Problem taken(String name, int state) {
        return Problem.usage(
                "dataset-exists",
                "cannot import into the data set \"" + name + "\"",
                state == 0 ? "an import of this name is under way" : "there is one of this name",
                "choose another name, or delete the data set first");
    }

    /// Takes the name for a data set that nobody can see yet.
    ///
    /// @return its id
    long stage(String name, Instant now) {
        return database.writeBulk(handle -> {
            refuseIfTaken(handle, name);
            return handle.createQuery(STAGE)
                    .bind("name", name)
                    .bind("now", now.toEpochMilli())
                    .mapTo(Long.class)
                    .one();
        });
    }

    /// Makes a data set visible, with the transaction it is in.
    void show(Handle handle, Dataset dataset) {
        handle.createUpdate(SHOW)
                .bind("id", dataset.id())
                .bind("rows", dataset.rows())
                .bind("weight", dataset.weight())
                .bind("weighted", dataset.isWeighted() ? 1 : 0)
                .bind("first", millis(dataset.first()))
                .bind("last", millis(dataset.last()))
                .bind("imported", dataset.imported().toEpochMilli())
                .bind("format", dataset.provenance().format())
                .bind("metrics", metrics(dataset.provenance()))
                .execute();
    }

    /// Removes a data set with everything that belongs to it.
    void remove(long id) {
        database.writeWithBallast(handle -> handle.execute("DELETE FROM dataset WHERE id = ?", id));
    }

    private static @Nullable Long millis(@Nullable Instant time) {
        return time == null ? null : time.toEpochMilli();
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        long millis = row.getLong(column);
        return row.wasNull() ? null : Instant.ofEpochMilli(millis);
    }

    private static Dataset dataset(ResultSet row) throws SQLException {
        boolean weighted = row.getInt("weighted") == 1;
        return new Dataset(
                row.getLong("id"),
                1,
                Dataset.Kind.PAGE_VIEWS,
                row.getString("name"),
                Instant.ofEpochMilli(row.getLong("imported_at")),
                new Dataset.Size(
                        row.getLong("rows"),
                        row.getLong("rows"),
                        row.getDouble("weight"),
                        weighted ? Dataset.Weighting.BY_ROW : Dataset.Weighting.NONE),
                instant(row, "ts_min"),
                instant(row, "ts_max"),
                new Provenance(row.getString("format"), metrics(row.getString("metrics"))));
    }

    /// `{"lcp":{"views":100,"definition":"same","unit":"ms (from the header)"}}`
    private static String metrics(Provenance provenance) {
        ObjectNode metrics = JSON.createObjectNode();
        provenance
                .metrics()
                .forEach((metric, origin) ->
                        metrics.putObject(metric.key())
                                .put("views", origin.views())
                                .put("definition", origin.definition().key())
                                .put("unit", origin.unit()));
        return JSON.writeValueAsString(metrics);
    }

    private static Map<Metric, MetricOrigin> metrics(String json) {
        var metrics = new EnumMap<Metric, MetricOrigin>(Metric.class);
        for (Map.Entry<String, JsonNode> entry : JSON.readTree(json).properties()) {
            JsonNode origin = entry.getValue();
            Metric.byKey(entry.getKey())
                    .ifPresent(metric ->
                            metrics.put(
                                    metric,
                                    new MetricOrigin(
                                            origin.path("views").asLong(),
                                            definition(origin.path("definition").asString()),
                                            origin.path("unit").asString())));
        }
        return metrics;
    }

    private static Definition definition(String key) {
        return Definition.valueOf(key.toUpperCase(Locale.ROOT));
    }
}
