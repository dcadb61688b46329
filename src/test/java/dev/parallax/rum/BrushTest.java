package dev.parallax.rum;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parallax.metric.Metric;
import dev.parallax.progress.Progress;
import dev.parallax.rum.SmallPageViews.View;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

final class BrushTest {
    private static final int CASES = 3_000;

    /// Clocks that move by an hour, by half an hour, not at all, and an offset of 45 minutes.
    private static final List<ZoneId> ZONES =
            List.of(
                    ZoneId.of("Europe/Berlin"),
                    ZoneId.of("Australia/Lord_Howe"),
                    ZoneId.of("Asia/Kathmandu"),
                    ZoneId.of("America/New_York"),
                    ZoneOffset.UTC);

    @Test
    void picksWhatAPlainLoopPicks() {
        var random = new Random(1);
        int several = 0;
        for (int i = 0; i < CASES; i++) {
            var small = SmallPageViews.draw(random, random.nextInt(50) == 0 ? 9_000 : 200);
            Metric metric = Metric.all().get(random.nextInt(Metric.all().size()));
            Selection selection = small.opened().select(SmallPageViews.segment(random));
            List<View> before = small.in(selection);
            Brush brush = brush(small.views(), metric, random);
            ZoneId zone = ZONES.get(random.nextInt(ZONES.size()));
            Selection picked = small.opened().pick(selection, metric, brush, zone, Progress.NONE);
            List<View> expected =
                    before.stream().filter(view -> isIn(brush, metric, zone, view)).toList();
            assertThat(small.in(picked)).as("%s in %s", brush, zone).isEqualTo(expected);
            assertThat(picked.count()).isEqualTo(expected.size());
            assertThat(small.in(selection)).isEqualTo(before);
            several += expected.size() > 1 ? 1 : 0;
        }
        assertThat(several).isGreaterThan(CASES / 4);
    }

    @Test
    void countsBothHoursOfTheNightInWhichClocksAreSetBack() {
        Instant twoOClock = Instant.parse("2026-10-25T00:00:00Z");
        PageViews views = at(twoOClock, twoOClock.plusSeconds(3_600), twoOClock.plusSeconds(7_200));
        assertThat(sundayAtTwo(views, "Europe/Berlin")).isEqualTo(2);
        assertThat(sundayAtTwo(views, "Z")).isEqualTo(1);
    }

    private static int sundayAtTwo(PageViews views, String zone) {
        var hours = new WeekHours(DayOfWeek.SUNDAY, DayOfWeek.SUNDAY, 2, 2);
        return views.pick(
                        views.select(Segment.ALL),
                        Metric.LCP,
                        Brush.NONE.withHours(Optional.of(hours)),
                        ZoneId.of(zone),
                        Progress.NONE)
                .count();
    }

    private static PageViews at(Instant... times) {
        var recorded = new RecordedPageViews();
        RandomPageViews.write(
                List.of(times).stream()
                        .map(time ->
                                new RandomPageViews.Row(
                                        time.toEpochMilli(),
                                        Map.of(),
                                        Map.of(),
                                        "",
                                        Chunk.NO_SESSION,
                                        1))
                        .toList(),
                recorded);
        return recorded.open();
    }

    private static boolean isIn(Brush brush, Metric metric, ZoneId zone, View view) {
        Instant time = Instant.ofEpochMilli(view.hasTime() ? view.time() : 0);
        ZonedDateTime local = time.atZone(zone);
        return brush.values()
                        .map(values ->
                                view.has(metric)
                                        && values.contains(
                                                metric.fromFixed(view.metrics().get(metric))))
                        .orElse(true)
                && brush.window()
                        .map(window ->
                                view.hasTime()
                                        && !time.isBefore(window.from())
                                        && time.isBefore(window.to()))
                        .orElse(true)
                && brush.hours()
                        .map(hours ->
                                view.hasTime()
                                        && hours.contains(local.getDayOfWeek(), local.getHour()))
                        .orElse(true);
    }

    private static Brush brush(List<View> views, Metric metric, RandomGenerator random) {
        Brush brush = Brush.NONE;
        if (random.nextBoolean()) {
            brush = brush.withValues(Optional.of(values(views, metric, random)));
        }
        if (random.nextInt(3) == 0) {
            brush = brush.withWindow(window(views, random));
        }
        return random.nextBoolean() ? brush.withHours(Optional.of(hours(random))) : brush;
    }

    /// Ends are often values that occur, now and then none or beyond all.
    private static ValueRange values(List<View> views, Metric metric, RandomGenerator random) {
        double one = end(views, metric, random);
        double other =
                random.nextInt(6) == 0 ? Double.POSITIVE_INFINITY : end(views, metric, random);
        return new ValueRange(Math.min(one, other), Math.max(one, other));
    }

    private static double end(List<View> views, Metric metric, RandomGenerator random) {
        if (views.isEmpty() || random.nextInt(4) == 0) {
            return random.nextInt(8) == 0 ? 1e12 : random.nextDouble() * 3_000;
        }
        View view = views.get(random.nextInt(views.size()));
        double value = metric.fromFixed(view.metrics().getOrDefault(metric, 0));
        return random.nextBoolean() ? value : Math.nextUp(value);
    }

    private static Optional<TimeWindow> window(List<View> views, RandomGenerator random) {
        List<View> timed = views.stream().filter(View::hasTime).toList();
        if (timed.isEmpty()) {
            return Optional.of(new TimeWindow(Instant.EPOCH, Instant.EPOCH.plusSeconds(1)));
        }
        long one = timed.get(random.nextInt(timed.size())).time();
        long other = timed.get(random.nextInt(timed.size())).time();
        return Optional.of(
                new TimeWindow(
                        Instant.ofEpochMilli(Math.min(one, other)),
                        Instant.ofEpochMilli(Math.max(one, other) + random.nextInt(1, 3))));
    }

    private static WeekHours hours(RandomGenerator random) {
        int firstDay = random.nextInt(1, 8);
        int firstHour = random.nextInt(24);
        return new WeekHours(
                DayOfWeek.of(firstDay),
                DayOfWeek.of(random.nextInt(firstDay, 8)),
                firstHour,
                random.nextInt(firstHour, 24));
    }
}
