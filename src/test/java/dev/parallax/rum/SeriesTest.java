package dev.parallax.rum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.parallax.metric.Metric;
import dev.parallax.progress.Progress;
import dev.parallax.rum.SmallPageViews.View;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SeriesTest {
    private static final int CASES = 1_000;
    private static final double ROUNDING = 1e-6;

    /// Half hours, no summer time, clocks set by half an hour, and a day that never was.
    private static final List<ZoneId> ZONES =
            List.of(
                    ZoneId.of("UTC"),
                    ZoneId.of("Europe/Berlin"),
                    ZoneId.of("Asia/Kolkata"),
                    ZoneId.of("Australia/Lord_Howe"),
                    ZoneId.of("Pacific/Apia"),
                    ZoneId.of("America/Havana"));

    @Test
    void seriesIsThatOfAPlainLoop() {
        var random = new Random(1);
        for (int i = 0; i < CASES; i++) {
            var small = SmallPageViews.draw(random, 300);
            Selection selection = small.opened().select(SmallPageViews.segment(random));
            ZoneId zone = ZONES.get(random.nextInt(ZONES.size()));
            TimeWindow window = window(random, small);
            List<TimeBand> series =
                    small.opened().series(Metric.LCP, selection, window, zone, Progress.NONE);
            for (int band = 1; band < series.size(); band++) {
                assertThat(series.get(band).from()).isEqualTo(series.get(band - 1).to());
            }
            assertThat(series.size()).isLessThanOrEqualTo(Calendar.MOST_STEPS);
            List<TimeBand> expected = new ArrayList<>();
            for (TimeBand band : series) {
                expected.add(expected(band, small.in(selection), small.opened().dataset()));
            }
            assertThat(series)
                    .usingRecursiveComparison()
                    .withComparatorForType(
                            (Double a, Double b) -> Math.abs(a - b) < ROUNDING ? 0 : 1,
                            Double.class)
                    .isEqualTo(expected);
            long inside =
                    small.in(selection).stream()
                            .filter(view ->
                                    view.hasTime() && isIn(view, window.from(), window.to()))
                            .count();
            assertThat(series.stream().mapToLong(TimeBand::views).sum())
                    .isGreaterThanOrEqualTo(inside);
        }
    }

    private static TimeWindow window(Random random, SmallPageViews small) {
        TimeWindow all =
                small.opened()
                        .range()
                        .orElse(new TimeWindow(Instant.EPOCH, Instant.EPOCH.plusSeconds(9)));
        if (random.nextBoolean()) {
            return all;
        }
        long span = Math.max(1, Duration.between(all.from(), all.to()).toSeconds());
        Instant from = all.from().plusSeconds(random.nextLong(span));
        return new TimeWindow(from, from.plusSeconds(1 + random.nextLong(span)));
    }

    private static TimeBand expected(TimeBand band, List<View> views, Dataset dataset) {
        List<View> inside =
                views.stream()
                        .filter(view -> view.hasTime() && isIn(view, band.from(), band.to()))
                        .toList();
        return new TimeBand(
                band.from(),
                band.to(),
                inside.size(),
                BruteForce.weight(inside),
                inside.stream().filter(view -> view.has(Metric.LCP)).count(),
                BruteForce.quantile(inside, Metric.LCP, 0.25, 13, dataset),
                BruteForce.quantile(inside, Metric.LCP, 0.50, 6, dataset),
                BruteForce.quantile(inside, Metric.LCP, 0.75, 13, dataset),
                BruteForce.quantile(inside, Metric.LCP, 0.95, 72, dataset));
    }

    private static boolean isIn(View view, Instant from, Instant to) {
        Instant time = Instant.ofEpochMilli(view.time());
        return !time.isBefore(from) && time.isBefore(to);
    }

    @Test
    void hoursOfTheWeekAreThoseOfAPlainLoop() {
        var random = new Random(2);
        for (int i = 0; i < CASES; i++) {
            var small = SmallPageViews.draw(random, 300);
            Selection selection = small.opened().select(SmallPageViews.segment(random));
            ZoneId zone = ZONES.get(random.nextInt(ZONES.size()));
            List<View> views = small.in(selection).stream().filter(View::hasTime).toList();
            List<WeekHour> week = small.opened().week(Metric.INP, selection, zone, Progress.NONE);
            if (small.views().stream().noneMatch(View::hasTime)) {
                assertThat(week).isEmpty();
                continue;
            }
            assertThat(week).hasSize(7 * 24);
            int at = 0;
            for (DayOfWeek day : DayOfWeek.values()) {
                for (int hour = 0; hour < 24; hour++) {
                    WeekHour found = week.get(at++);
                    assertThat(found.day()).isEqualTo(day);
                    assertThat(found.hour()).isEqualTo(hour);
                    int wanted = hour;
                    List<View> inside =
                            views.stream()
                                    .filter(view ->
                                            local(view, zone).getDayOfWeek() == day
                                                    && local(view, zone).getHour() == wanted)
                                    .toList();
                    assertThat(found.views()).isEqualTo(inside.size());
                    assertThat(found.weight())
                            .isCloseTo(BruteForce.weight(inside), within(ROUNDING));
                    assertThat(found.measured())
                            .isEqualTo(
                                    inside.stream().filter(view -> view.has(Metric.INP)).count());
                    assertThat(found.p75())
                            .isEqualTo(
                                    BruteForce.quantile(
                                            inside,
                                            Metric.INP,
                                            0.75,
                                            13,
                                            small.opened().dataset()));
                }
            }
        }
    }

    private static ZonedDateTime local(View view, ZoneId zone) {
        return Instant.ofEpochMilli(view.time()).atZone(zone);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-10-25T00:00:00Z, 2026-10-25T00:40:00Z, UTC,           PT1M, 40",
        "2026-10-24T22:00:00Z, 2026-10-25T23:00:00Z, Europe/Berlin, PT5M, 300",
        "2026-10-20T22:00:00Z, 2026-10-30T23:00:00Z, Europe/Berlin, PT1H, 241",
        "2026-09-30T22:00:00Z, 2026-11-29T23:00:00Z, Europe/Berlin, PT3H, 480",
        "2026-01-01T00:00:00Z, 2027-01-01T00:00:00Z, UTC,           PT24H, 365",
        "2016-01-01T00:00:00Z, 2026-01-01T00:00:00Z, UTC,           PT168H, 523",
        "2026-10-05T09:17:00Z, 2026-10-05T19:17:00Z, UTC,           PT5M, 121"
    })
    void stretchesHaveRoundLengths(
            Instant from, Instant to, ZoneId zone, Duration usual, int stretches) {
        TimeSteps steps = Calendar.divide(new TimeWindow(from, to), zone);
        assertThat(steps.start(0)).isLessThanOrEqualTo(from.toEpochMilli());
        assertThat(steps.start(steps.count())).isGreaterThanOrEqualTo(to.toEpochMilli());
        assertThat(steps.count()).isEqualTo(stretches);
        assertThat(steps.start(2) - steps.start(1)).isEqualTo(usual.toMillis());
    }

    @Test
    void daysBeginWhereTheyBeginInTheZone() {
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        TimeSteps steps =
                Calendar.divide(
                        new TimeWindow(
                                Instant.parse("2026-01-01T11:00:00Z"),
                                Instant.parse("2027-03-01T11:00:00Z")),
                        berlin);
        for (int step = 0; step <= steps.count(); step++) {
            ZonedDateTime begin = Instant.ofEpochMilli(steps.start(step)).atZone(berlin);
            assertThat(begin.getHour()).isZero();
            assertThat(begin.getMinute()).isZero();
        }
    }
}
