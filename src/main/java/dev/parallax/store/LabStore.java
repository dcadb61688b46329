package dev.parallax.store;

import dev.parallax.measure.Profile;
import dev.parallax.metric.Metric;
import dev.parallax.metric.PageTemplate;
import dev.parallax.rum.TimeWindow;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What the lab measured, one metric of one page at a time: the lab's side of a comparison.
///
/// Values of tainted runs and of failed iterations are left out. Runs count whose profile was asked
/// for by the same id with the same numbers; its name and the browser's own identification may
/// differ.
public final class LabStore {
    private static final String VALUES =
            """
            SELECT m.value, g.url, r.tainted
              FROM run r
              JOIN profile p ON p.id = r.requested
              JOIN iteration i ON i.run = r.id
              JOIN page_result g ON g.run = r.id AND g.iteration = i.number
              JOIN page_metric m
                ON m.run = r.id AND m.iteration = i.number AND m.position = g.position
             WHERE r.journey = (SELECT id FROM journey WHERE name = :journey)
               AND r.started_at >= :from
               AND r.started_at < :to
               AND i.failed = 0
               AND g.page = :page
               AND m.metric = :metric
               AND p.key = :key
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
             ORDER BY r.started_at DESC, r.id DESC, i.number DESC, g.position DESC
             LIMIT :most
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
    public record Values(Optional<PageTemplate> template, List<Double> values, int tainted) {
        public Values {
            values = List.copyOf(values);
        }
    }

    private record Row(double value, String url, boolean tainted) {}

    /// The newest values.
    ///
    /// @param page the name of a page mark
    /// @param most as many values at most, tainted ones included
    public Values values(String journey, String page, Metric metric, Profile profile, int most) {
        return values(
                new Place(journey, page, metric), profile, Long.MIN_VALUE, Long.MAX_VALUE, most);
    }

    /// The values of the runs that started in a stretch of time.
    ///
    /// @param page the name of a page mark
    public Values values(
            String journey, String page, Metric metric, Profile profile, TimeWindow window) {
        return values(
                new Place(journey, page, metric),
                profile,
                window.from().toEpochMilli(),
                ceilMillis(window.to()),
                -1);
    }

    private record Place(String journey, String page, Metric metric) {}

    private Values values(Place place, Profile profile, long from, long to, int most) {
        List<Row> newestFirst =
                database.read(handle ->
                        ProfileRows.bindNumbers(handle.createQuery(VALUES), profile)
                                .bind("journey", place.journey())
                                .bind("page", place.page())
                                .bind("metric", place.metric().key())
                                .bind("from", from)
                                .bind("to", to)
                                .bind("most", most)
                                .map((row, _) ->
                                        new Row(
                                                row.getDouble(1),
                                                row.getString(2),
                                                row.getBoolean(3)))
                                .list());
        return new Values(
                newestFirst.stream().findFirst().map(row -> rules.list().of(row.url())),
                newestFirst.reversed().stream()
                        .filter(row -> !row.tainted())
                        .map(Row::value)
                        .toList(),
                (int) newestFirst.stream().filter(Row::tainted).count());
    }

    /// Starts are kept to the millisecond, so a window's end inside one includes it.
    private static long ceilMillis(Instant instant) {
        long millis = instant.toEpochMilli();
        return Instant.ofEpochMilli(millis).equals(instant) ? millis : millis + 1;
    }
}
