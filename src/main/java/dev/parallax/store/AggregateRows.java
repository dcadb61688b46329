package dev.parallax.store;

import dev.parallax.metric.Metric;
import dev.parallax.rum.Aggregate;
import dev.parallax.rum.Aggregate.Bin;
import dev.parallax.rum.Aggregate.Binned;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/// The rows of the tables `aggregate` and `aggregate_metric`.
final class AggregateRows {
    private static final int REMOVED_AT_ONCE = 1_000;

    private static final String INSERT =
            """
            INSERT INTO aggregate (import, position, scope, site, form_factor, connection, country,
                                   first_day, last_day, fractions)
            VALUES (:import, :position, :scope, :site, :formFactor, :connection, :country,
                    :firstDay, :lastDay, :fractions)
            """;

    private static final String INSERT_METRIC =
            """
            INSERT INTO aggregate_metric (import, position, metric, p75, bins)
            VALUES (:import, :position, :metric, :p75, :bins)
            """;

    private static final String LIST =
            """
            SELECT a.import, a.position, a.scope, a.site, a.form_factor, a.connection, a.country,
                   a.first_day, a.last_day, a.fractions
              FROM aggregate a
              JOIN import i ON i.id = a.import AND i.state = 1
             WHERE i.dataset = :dataset
             ORDER BY a.import, a.position
            """;

    private static final String METRICS =
            """
            SELECT metric, p75, bins
              FROM aggregate_metric
             WHERE import = :import
               AND position = :position
            """;

    private static final String DELETE =
            """
            DELETE FROM aggregate
             WHERE (import, position) IN (
                     SELECT import, position
                       FROM aggregate
                      WHERE import = :import
                      LIMIT :most)
            """;

    private static final JsonMapper JSON = JsonMapper.shared();

    private AggregateRows() {}

    static void insert(Handle handle, long importId, long position, Aggregate aggregate) {
        Aggregate.Key key = aggregate.key();
        handle.createUpdate(INSERT)
                .bind("import", importId)
                .bind("position", position)
                .bind("scope", key.scope().name().toLowerCase(Locale.ROOT))
                .bind("site", key.site())
                .bind("formFactor", key.formFactor())
                .bind("connection", key.connection())
                .bind("country", key.country())
                .bind("firstDay", key.firstDay().toString())
                .bind("lastDay", key.lastDay().toString())
                .bind("fractions", JSON.writeValueAsString(aggregate.fractions()))
                .execute();
        aggregate
                .metrics()
                .forEach((metric, binned) ->
                        handle.createUpdate(INSERT_METRIC)
                                .bind("import", importId)
                                .bind("position", position)
                                .bind("metric", metric.key())
                                .bind(
                                        "p75",
                                        binned.p75().isPresent()
                                                ? binned.p75().getAsDouble()
                                                : null)
                                .bind("bins", bins(binned.bins()))
                                .execute());
    }

    private static String bins(List<Bin> bins) {
        ArrayNode array = JSON.createArrayNode();
        for (Bin bin : bins) {
            ArrayNode one = array.addArray().add(bin.start());
            if (bin.end().isPresent()) {
                one.add(bin.end().getAsDouble());
            } else {
                one.addNull();
            }
            one.add(bin.share());
        }
        return JSON.writeValueAsString(array);
    }

    /// The aggregates of a data set in the order they were imported.
    static List<Aggregate> list(Handle handle, long dataset) {
        return handle.createQuery(LIST)
                .bind("dataset", dataset)
                .map((row, _) -> aggregate(handle, row))
                .list();
    }

    private static Aggregate aggregate(Handle handle, ResultSet row) throws SQLException {
        return new Aggregate(
                new Aggregate.Key(
                        Aggregate.Scope.valueOf(row.getString("scope").toUpperCase(Locale.ROOT)),
                        row.getString("site"),
                        row.getString("form_factor"),
                        row.getString("connection"),
                        row.getString("country"),
                        LocalDate.parse(row.getString("first_day")),
                        LocalDate.parse(row.getString("last_day"))),
                metrics(handle, row.getLong("import"), row.getLong("position")),
                fractions(row.getString("fractions")));
    }

    private static Map<Metric, Binned> metrics(Handle handle, long importId, long position) {
        var metrics = new EnumMap<Metric, Binned>(Metric.class);
        handle.createQuery(METRICS)
                .bind("import", importId)
                .bind("position", position)
                .map((row, _) -> Map.entry(Keys.metric(row.getString("metric")), binned(row)))
                .forEach(entry -> metrics.put(entry.getKey(), entry.getValue()));
        return metrics;
    }

    private static Binned binned(ResultSet row) throws SQLException {
        var bins = new ArrayList<Bin>();
        for (JsonNode bin : JSON.readTree(row.getString("bins"))) {
            JsonNode end = bin.path(1);
            bins.add(
                    new Bin(
                            bin.path(0).asDouble(),
                            end.isNull()
                                    ? OptionalDouble.empty()
                                    : OptionalDouble.of(end.asDouble()),
                            bin.path(2).asDouble()));
        }
        double p75 = row.getDouble("p75");
        return new Binned(bins, row.wasNull() ? OptionalDouble.empty() : OptionalDouble.of(p75));
    }

    private static Map<String, Map<String, Double>> fractions(String json) {
        var fractions = new TreeMap<String, Map<String, Double>>();
        for (Map.Entry<String, JsonNode> kind : JSON.readTree(json).properties()) {
            var shares = new TreeMap<String, Double>();
            kind.getValue()
                    .properties()
                    .forEach(share -> shares.put(share.getKey(), share.getValue().asDouble()));
            fractions.put(kind.getKey(), shares);
        }
        return fractions;
    }

    /// Removes some of an import's aggregates; false if there was none.
    static boolean deleteSome(Handle handle, long importId) {
        return handle.createUpdate(DELETE)
                        .bind("import", importId)
                        .bind("most", REMOVED_AT_ONCE)
                        .execute()
                > 0;
    }
}
