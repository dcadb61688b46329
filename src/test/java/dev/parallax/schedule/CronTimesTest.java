package dev.parallax.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Random expressions against an oracle that looks at every minute.
final class CronTimesTest {
    /// Zones whose clocks change at 1:00 UTC, at 2:00 of the wall clock, at midnight, by half an
    /// hour, and never; each with days shortly before something happens.
    private static final Map<String, List<String>> ZONES =
            Map.of(
                    "Europe/Berlin", List.of("2026-03-28", "2026-10-24"),
                    "America/New_York", List.of("2026-03-07", "2026-10-31"),
                    "Asia/Beirut", List.of("2026-03-28", "2026-10-24"),
                    "Australia/Lord_Howe", List.of("2026-04-04", "2026-10-03"),
                    "UTC", List.of("2024-02-28", "2026-12-31"));

    /// A moment at which a random case starts.
    private record Case(ZoneId zone, Instant start, Expression expression) {}

    private static List<Case> cases(Random random) {
        var cases = new ArrayList<Case>();
        ZONES.forEach((zone, days) ->
                days.forEach(day -> {
                    for (int i = 0; i < 8; i++) {
                        cases.add(
                                new Case(
                                        ZoneId.of(zone),
                                        Instant.parse(day + "T00:00:00Z"),
                                        Expression.random(random)));
                    }
                }));
        return cases;
    }

    /// A random expression that can be matched without a parser.
    private record Expression(TreeSet<Integer> minutes, TreeSet<Integer> hours, boolean allHours) {
        static Expression random(Random random) {
            var minutes = new TreeSet<Integer>();
            for (int i = random.nextInt(3); i >= 0; i--) {
                minutes.add(random.nextInt(60));
            }
            if (random.nextInt(4) == 0) {
                minutes.add(0);
            }
            var hours = new TreeSet<Integer>();
            for (int i = random.nextInt(4); i >= 0; i--) {
                // mostly at night, where clocks change
                hours.add(random.nextBoolean() ? random.nextInt(4) : random.nextInt(24));
            }
            return new Expression(minutes, hours, random.nextInt(3) == 0);
        }

        String text() {
            return list(minutes) + " " + (allHours ? "*" : list(hours)) + " * * *";
        }

        private static String list(TreeSet<Integer> numbers) {
            return numbers.stream().map(String::valueOf).collect(Collectors.joining(","));
        }

        private boolean matches(LocalDateTime wall) {
            return minutes.contains(wall.getMinute())
                    && (allHours || hours.contains(wall.getHour()));
        }

        boolean isDue(Instant minute, ZoneId zone) {
            ZonedDateTime here = minute.atZone(zone);
            if (allHours) {
                return matches(here.toLocalDateTime());
            }
            boolean first = here.withEarlierOffsetAtOverlap().toInstant().equals(minute);
            return (first && matches(here.toLocalDateTime())) || endsAMatchingGap(minute, zone);
        }

        private boolean endsAMatchingGap(Instant minute, ZoneId zone) {
            ZoneOffsetTransition change = zone.getRules().nextTransition(minute.minusNanos(1));
            if (change == null || !change.getInstant().equals(minute) || !change.isGap()) {
                return false;
            }
            for (LocalDateTime skipped = change.getDateTimeBefore();
                    skipped.isBefore(change.getDateTimeAfter());
                    skipped = skipped.plusMinutes(1)) {
                if (matches(skipped)) {
                    return true;
                }
            }
            return false;
        }
    }

    @Test
    void noSlotIsSkippedAndNoneComesTwice() {
        for (Case some : cases(new Random(7))) {
            ZoneId zone = some.zone();
            Instant start = some.start();
            Expression expression = some.expression();
            Instant end = start.plus(Duration.ofDays(3));

            var expected = new ArrayList<Instant>();
            for (Instant minute = start.plusSeconds(60);
                    !minute.isAfter(end);
                    minute = minute.plusSeconds(60)) {
                if (expression.isDue(minute, zone)) {
                    expected.add(minute);
                }
            }
            CronTimes times = CronTimes.of(expression.text(), zone);
            var actual = new ArrayList<Instant>();
            for (Instant due = times.next(start); !due.isAfter(end); due = times.next(due)) {
                actual.add(due);
            }
            assertThat(actual).as("%s in %s", expression.text(), zone).isEqualTo(expected);
            assertThat(times.count(start, end)).isEqualTo(expected.size());
        }
    }

    @Test
    void theNextSlotIsTheSameFromEveryMomentBeforeIt() {
        var random = new Random(8);
        for (Case some : cases(random)) {
            CronTimes times = CronTimes.of(some.expression().text(), some.zone());
            Instant one = times.next(some.start().plusSeconds(random.nextInt(200_000)));
            Instant two = times.next(one);
            long between = Duration.between(one, two).toNanos();
            for (int j = 0; j < 5; j++) {
                assertThat(times.next(one.plusNanos(random.nextLong(between)))).isEqualTo(two);
            }
        }
    }

    @Test
    void countsLongAbsencesAsSteppingDoes() {
        Instant after = Instant.parse("2026-02-27T13:07:00Z");
        for (String expression :
                List.of("*/20 * * * *", "30 1,2,3 * * *", "0 0 * * 1-5", "15 12 1 * *")) {
            for (String zone : ZONES.keySet()) {
                CronTimes times = CronTimes.of(expression, ZoneId.of(zone));
                for (int days : List.of(2, 3, 40)) {
                    Instant until = after.plus(Duration.ofDays(days)).plusSeconds(5000);
                    long steps = 0;
                    for (Instant due = times.next(after);
                            !due.isAfter(until);
                            due = times.next(due)) {
                        steps++;
                    }
                    assertThat(times.count(after, until))
                            .as(expression + zone + days)
                            .isEqualTo(steps);
                }
            }
        }
    }
}
