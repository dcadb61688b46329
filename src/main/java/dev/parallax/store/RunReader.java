package dev.parallax.store;

import dev.parallax.measure.Cache;
import dev.parallax.measure.Conditions;
import dev.parallax.measure.Exchange;
import dev.parallax.measure.Iteration;
import dev.parallax.measure.PageResult;
import dev.parallax.measure.PageTiming;
import dev.parallax.measure.PageTiming.LargestPaint;
import dev.parallax.measure.Phases;
import dev.parallax.measure.Run;
import dev.parallax.measure.StepResult;
import dev.parallax.metric.Metric;
import dev.parallax.metric.PageTemplate;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/// Reads a run back from its tables.
final class RunReader {
    private static final String RUN =
            """
            SELECT r.*, j.name AS journey_name
              FROM run r
              JOIN journey j ON j.id = r.journey
             WHERE r.uuid = :uuid
            """;

    private static final String ITERATIONS =
            "SELECT number, cache FROM iteration WHERE run = :run ORDER BY number";

    private static final String STEPS =
            """
            SELECT *
              FROM step_result
             WHERE run = :run
               AND iteration = :iteration
             ORDER BY position
            """;

    private static final String PAGES =
            """
            SELECT *
              FROM page_result
             WHERE run = :run
               AND iteration = :iteration
             ORDER BY position
            """;

    private static final String METRICS =
            """
            SELECT metric, value
              FROM page_metric
             WHERE run = :run
               AND iteration = :iteration
               AND position = :position
            """;

    private static final String EXCHANGES =
            """
            SELECT *
              FROM exchange
             WHERE run = :run
               AND iteration = :iteration
             ORDER BY position
            """;

    private static final String DETAIL =
            "SELECT data FROM iteration_detail WHERE run = :run AND iteration = :iteration";

    private final Handle handle;
    private final long run;

    private RunReader(Handle handle, long run) {
        this.handle = handle;
        this.run = run;
    }

    static Optional<Run> read(Handle handle, UUID id) {
        return handle.createQuery(RUN)
                .bind("uuid", id.toString())
                .map((row, _) -> new RunReader(handle, row.getLong("id")).run(row))
                .findOne();
    }

    private Run run(ResultSet row) throws SQLException {
        return new Run(
                UUID.fromString(row.getString("uuid")),
                row.getString("journey_name"),
                row.getInt("revision"),
                Keys.status(row.getString("status")),
                row.getBoolean("tainted"),
                Instant.ofEpochMilli(row.getLong("started_at")),
                Keys.duration(row.getDouble("took_ms")),
                new Conditions(
                        ProfileRows.read(handle, row.getLong("requested")),
                        ProfileRows.read(handle, row.getLong("applied")),
                        row.getString("engine"),
                        row.getDouble("load_average"),
                        TextList.read(row.getString("notes")),
                        MachineJson.read(row.getString("machine"))),
                iterations(),
                Optional.ofNullable(ProblemColumns.read(row)));
    }

    private record Place(int number, Cache cache) {}

    private List<Iteration> iterations() {
        return handle
                .createQuery(ITERATIONS)
                .bind("run", run)
                .map((row, _) ->
                        new Place(
                                row.getInt("number"),
                                Keys.find(Cache.values(), Cache::key, row.getString("cache"))))
                .list()
                .stream()
                .map(this::iteration)
                .toList();
    }

    private Iteration iteration(Place place) {
        int number = place.number();
        DetailJson detail =
                query(DETAIL, number)
                        .mapTo(byte[].class)
                        .findOne()
                        .map(DetailJson::unpack)
                        .orElse(DetailJson.NONE);
        return new Iteration(
                number,
                place.cache(),
                query(STEPS, number).map((row, _) -> step(row)).list(),
                query(PAGES, number).map((row, _) -> page(number, row)).list(),
                detail.withDetails(query(EXCHANGES, number).map((row, _) -> exchange(row)).list()),
                EvidenceRows.read(handle, run, number, detail.messages()));
    }

    private Query query(String sql, int iteration) {
        return handle.createQuery(sql).bind("run", run).bind("iteration", iteration);
    }

    private static StepResult step(ResultSet row) throws SQLException {
        String label = row.getString("label");
        var took = Keys.duration(row.getDouble("took_ms"));
        String outcome = row.getString("outcome");
        return switch (outcome) {
            case "done" ->
                    new StepResult.Done(
                            label, took, row.getString("selector"), row.getString("expected"));
            case "failed" ->
                    new StepResult.Failed(
                            label,
                            took,
                            Objects.requireNonNull(ProblemColumns.read(row)),
                            row.getString("detail"));
            case "skipped" -> new StepResult.Skipped(label);
            default -> throw new IllegalStateException("the workspace has the word " + outcome);
        };
    }

    private PageResult page(int iteration, ResultSet row) throws SQLException {
        Map<Metric, Double> metrics = new EnumMap<>(Metric.class);
        query(METRICS, iteration)
                .bind("position", row.getInt("position"))
                .map((values, _) -> Map.entry(values.getString(1), values.getDouble(2)))
                .forEach(value -> metrics.put(Keys.metric(value.getKey()), value.getValue()));
        return new PageResult(
                row.getString("page"),
                row.getString("url"),
                new PageTemplate(row.getString("template")),
                metrics,
                timing(row));
    }

    private static Optional<PageTiming> timing(ResultSet row) throws SQLException {
        @Nullable Double start = number(row, "start_ms");
        @Nullable String kind = row.getString("navigation");
        if (start == null || kind == null) {
            return Optional.empty();
        }
        @Nullable String element = row.getString("lcp_element");
        @Nullable String url = row.getString("lcp_url");
        return Optional.of(
                new PageTiming(
                        start,
                        Keys.find(PageTiming.Kind.values(), PageTiming.Kind::key, kind),
                        element == null || url == null
                                ? Optional.empty()
                                : Optional.of(new LargestPaint(element, url))));
    }

    private static Exchange exchange(ResultSet row) throws SQLException {
        return new Exchange(
                row.getString("method"),
                row.getString("url"),
                row.getInt("status"),
                row.getString("type"),
                row.getString("protocol"),
                row.getDouble("start_ms"),
                new Phases(
                        number(row, "dns_ms"),
                        number(row, "connect_ms"),
                        number(row, "tls_ms"),
                        number(row, "send_ms"),
                        number(row, "wait_ms"),
                        number(row, "receive_ms")),
                row.getLong("transfer_bytes"),
                row.getString("failure"));
    }

    private static @Nullable Double number(ResultSet row, String column) throws SQLException {
        double value = row.getDouble(column);
        return row.wasNull() ? null : value;
    }
}
