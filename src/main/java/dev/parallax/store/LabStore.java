package dev.parallax.store;

import dev.parallax.compare.Baseline;
import dev.parallax.compare.LabSeries;
import dev.parallax.compare.MeasuredProfile;
import dev.parallax.compare.MeasuredRevision;
import dev.parallax.metric.Metric;
import dev.parallax.metric.PageTemplate;
import dev.parallax.rum.TimeWindow;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import org.jdbi.v3.core.statement.Query;

/// What the lab measured, one metric of one page at a time: the lab's side of a comparison.
///
/// Values of tainted runs and of failed iterations are left out, and so are repeat views where
/// first views are measured. Runs count whose profile was asked for by the same id with the same
/// numbers; its name and the browser's own identification may differ.
public final class LabStore {
    /// Repeat views are values only where these are what is measured.
    private static final String ANY_NUMBERS =
            """
              FROM run r
              JOIN profile p ON p.id = r.requested
              JOIN iteration i ON i.run = r.id
              JOIN page_result g ON g.run = r.id AND g.iteration = i.number
              JOIN page_metric m
                ON m.run = r.id AND m.iteration = i.number AND m.position = g.position
             WHERE r.journey = (SELECT id FROM journey WHERE name = :journey)
               AND r.started_at >= :from
               AND r.started_at < :to
               AND (:revision = 0 OR r.revision = :revision)
               AND i.failed = 0
               AND g.page = :page
               AND m.metric = :metric
               AND p.key = :key
               AND (i.cache = 'cold' OR p.cache = 'warm')
            """;

    /// The numbers of a profile; everything but its name and the browser's own identification.
    private static final String SAME_NUMBERS =
            """
               AND p.width = :width
               AND p.height = :height
               AND p.pixel_ratio = :pixelRatio
               AND p.device = :device
               AND p.rtt_ms = :rtt
               AND p.down_kbps = :down
               AND p.up_kbps = :up
               AND p.method = :method
               AND p.cpu_rate = :cpuRate
               AND p.locale = :locale
               AND p.touch = :touch
               AND p.latency_factor = :latencyFactor
               AND p.bandwidth_factor = :bandwidthFactor
               AND p.time_zone = :timeZone
               AND p.color_scheme = :colorScheme
               AND p.cache = :cache
               AND p.blocked = :blocked
            """;

    private static final String MATCHING = ANY_NUMBERS + SAME_NUMBERS;

    /// With other numbers: as many of all as are not those.
    private static final String OTHERWISE =
            """
            SELECT p.*, count(*) AS n, max(r.started_at) AS newest
            """
                    + ANY_NUMBERS
                    + """
                       AND r.tainted = 0
                       AND NOT (1
                    """
                    + SAME_NUMBERS
                    + """
                       )
                     GROUP BY p.id
                     ORDER BY newest DESC
                     LIMIT 5
                    """;

    private static final String VALUES =
            """
            SELECT m.value, g.url, r.tainted, r.started_at
            """
                    + MATCHING
                    + """
                     ORDER BY r.started_at DESC, r.id DESC, i.number DESC, g.position DESC
                     LIMIT :most
                    """;

    private static final String SERIES =
            """
            SELECT m.value, r.started_at
            """
                    + MATCHING
                    + """
                       AND r.tainted = 0
                     ORDER BY r.started_at, r.id, i.number, g.position
                    """;

    private static final String REVISIONS =
            """
            SELECT v.revision, v.saved_at, count(*) AS runs
              FROM journey j
              JOIN journey_revision v ON v.journey = j.id
              JOIN run r ON r.journey = j.id AND r.revision = v.revision
             WHERE j.name = :journey
             GROUP BY v.revision
             ORDER BY v.revision DESC
            """;

    private final Database database;
    private final PageRuleStore rules;

    LabStore(Database database) {
        this.database = database;
        this.rules = new PageRuleStore(database);
    }

    /// Values of one metric of one page.
    ///
    /// @param template of the page's URL as it was last measured, by the rules of now; empty if it
    ///   never was
    /// @param values in the metric's unit, one an iteration, oldest first
    /// @param tainted how many more there are that cannot be used, of tainted runs
    /// @param ran from the first of the usable values to the last; empty if there are none
    public record Values(
            Optional<PageTemplate> template,
            List<Double> values,
            int tainted,
            Optional<TimeWindow> ran) {
        public Values {
            values = List.copyOf(values);
        }
    }

    private record Row(double value, String url, boolean tainted, Instant started) {}

    /// The newest values of a baseline.
    ///
    /// @param most as many values at most, tainted ones included
    public Values values(Baseline baseline, Metric metric, int most) {
        List<Row> newestFirst =
                database.read(handle ->
                        bind(handle.createQuery(VALUES), baseline, metric)
                                .bind("most", most)
                                .map((row, _) ->
                                        new Row(
                                                row.getDouble(1),
                                                row.getString(2),
                                                row.getBoolean(3),
                                                Instant.ofEpochMilli(row.getLong(4))))
                                .list());
        List<Row> usable = newestFirst.stream().filter(row -> !row.tainted()).toList();
        return new Values(
                newestFirst.stream().findFirst().map(row -> rules.list().of(row.url())),
                usable.reversed().stream().map(Row::value).toList(),
                newestFirst.size() - usable.size(),
                usable.isEmpty()
                        ? Optional.empty()
                        : Optional.of(
                                new TimeWindow(
                                        usable.getLast().started(),
                                        usable.getFirst().started().plusMillis(1))));
    }

    /// What was measured of a baseline's page when its profile had other numbers, the newest first.
    public List<MeasuredProfile> otherwise(Baseline baseline, Metric metric) {
        return database.read(handle ->
                bind(handle.createQuery(OTHERWISE), baseline, metric)
                        .map((row, _) ->
                                new MeasuredProfile(
                                        ProfileRows.read(row),
                                        row.getInt("n"),
                                        Instant.ofEpochMilli(row.getLong("newest"))))
                        .list());
    }

    /// All values of a baseline that can be used, along time.
    public LabSeries series(Baseline baseline, Metric metric) {
        return database.read(handle -> {
            var millis = LongStream.builder();
            var values = DoubleStream.builder();
            bind(handle.createQuery(SERIES), baseline, metric)
                    .map((row, _) -> {
                        values.add(row.getDouble(1));
                        return row.getLong(2);
                    })
                    .forEach(millis::add);
            return new LabSeries(millis.build().toArray(), values.build().toArray());
        });
    }

    private static Query bind(Query query, Baseline baseline, Metric metric) {
        return ProfileRows.bindNumbers(query, baseline.profile())
                .bind("journey", baseline.journey())
                .bind("page", baseline.page())
                .bind("metric", metric.key())
                .bind("revision", baseline.revision().orElse(0))
                .bind(
                        "from",
                        baseline.window()
                                .map(window -> window.from().toEpochMilli())
                                .orElse(Long.MIN_VALUE))
                .bind(
                        "to",
                        baseline.window()
                                .map(window -> ceilMillis(window.to()))
                                .orElse(Long.MAX_VALUE));
    }

    /// The revisions of a journey that were run, the newest first.
    public List<MeasuredRevision> revisions(String journey) {
        return database.read(handle ->
                handle.createQuery(REVISIONS)
                        .bind("journey", journey)
                        .map((row, _) ->
                                new MeasuredRevision(
                                        row.getInt("revision"),
                                        Instant.ofEpochMilli(row.getLong("saved_at")),
                                        row.getInt("runs")))
                        .list());
    }

    /// Starts are kept to the millisecond, so a window's end inside one includes it.
    private static long ceilMillis(Instant instant) {
        long millis = instant.toEpochMilli();
        return Instant.ofEpochMilli(millis).equals(instant) ? millis : millis + 1;
    }
}
