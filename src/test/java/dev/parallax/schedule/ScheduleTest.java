package dev.parallax.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parallax.problem.ProblemException;
import dev.parallax.schedule.Schedule.Cron;
import dev.parallax.schedule.Schedule.Every;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class ScheduleTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Test
    void intervalsLieOnAFixedGrid() {
        Schedule every = Schedule.every("5m");
        assertThat(every.next(at("2026-03-29T00:59:59.999999999Z")))
                .isEqualTo(slot("2026-03-29T01:00:00Z"));
        assertThat(every.next(at("2026-03-29T01:00:00Z"))).isEqualTo(slot("2026-03-29T01:05:00Z"));
        assertThat(Schedule.every("1d").next(at("2026-10-25T12:00:00Z")))
                .isEqualTo(slot("2026-10-26T00:00:00Z"));
        assertThat(every.next(at("1969-12-31T23:58:00Z"))).isEqualTo(slot("1970-01-01T00:00:00Z"));
    }

    @Test
    void countsIntervalsAsSteppingDoes() {
        var random = new Random(1);
        for (int i = 0; i < 300; i++) {
            Schedule every = new Every(Duration.ofSeconds(1 + random.nextInt(10_000)));
            Instant after = Instant.ofEpochMilli(random.nextLong(-5_000_000_000L, 5_000_000_000L));
            Instant until = after.plusMillis(random.nextInt(50_000_000));
            int steps = 0;
            for (Slot slot = every.next(after);
                    !slot.due().isAfter(until);
                    slot = every.next(slot.due())) {
                steps++;
            }
            assertThat(every.count(after, until)).isEqualTo(steps);
        }
        assertThat(
                        Schedule.every("1m")
                                .count(at("2026-01-02T00:00:00Z"), at("2026-01-01T00:00:00Z")))
                .isZero();
    }

    @Test
    void aNightlyTimeIsDueOnceEvenWhereClocksChange() {
        Schedule nightly = Schedule.cron("30 2 * * *", "Europe/Berlin");
        assertThat(slots(nightly, "2026-03-27T12:00:00Z", 3))
                .containsExactly(
                        at("2026-03-28T01:30:00Z"),
                        at("2026-03-29T01:00:00Z"),
                        at("2026-03-30T00:30:00Z"));
        assertThat(slots(nightly, "2026-10-24T12:00:00Z", 2))
                .containsExactly(at("2026-10-25T00:30:00Z"), at("2026-10-26T01:30:00Z"));
    }

    @Test
    void anHourlyTimeFollowsRealTimeWhereClocksChange() {
        Schedule hourly = Schedule.cron("30 * * * *", "America/New_York");
        assertThat(slots(hourly, "2026-03-08T06:00:00Z", 3))
                .containsExactly(
                        at("2026-03-08T06:30:00Z"),
                        at("2026-03-08T07:30:00Z"),
                        at("2026-03-08T08:30:00Z"));
        assertThat(slots(hourly, "2026-11-01T05:00:00Z", 3))
                .containsExactly(
                        at("2026-11-01T05:30:00Z"),
                        at("2026-11-01T06:30:00Z"),
                        at("2026-11-01T07:30:00Z"));
    }

    @Test
    void aLeapDayComesEveryFourYearsAndNotIn2100() {
        Schedule leap = Schedule.cron("0 12 29 2 *", "UTC");
        assertThat(slots(leap, "2091-01-01T00:00:00Z", 3))
                .containsExactly(
                        at("2092-02-29T12:00:00Z"),
                        at("2096-02-29T12:00:00Z"),
                        at("2104-02-29T12:00:00Z"));
    }

    @Test
    void eitherKindOfDaySufficesAsInUnix() {
        Schedule fridaysAndThirteenths = Schedule.cron("0 0 13 * 5", "UTC");
        assertThat(slots(fridaysAndThirteenths, "2026-01-08T00:00:00Z", 3))
                .containsExactly(
                        at("2026-01-09T00:00:00Z"),
                        at("2026-01-13T00:00:00Z"),
                        at("2026-01-16T00:00:00Z"));
        assertThat(Schedule.cron("0 0 * * 0", "UTC").next(at("2026-01-01T00:00:00Z")))
                .isEqualTo(Schedule.cron("0 0 * * 7", "UTC").next(at("2026-01-01T00:00:00Z")))
                .isEqualTo(Schedule.cron("0 0 * * SUN", "UTC").next(at("2026-01-01T00:00:00Z")));
    }

    @Test
    void textsAreReadBack() {
        for (String text :
                List.of(
                        "every 90s",
                        "every 5m",
                        "every 1h",
                        "every 36h",
                        "every 31d",
                        "cron 0 9 * * 1-5 in Europe/Berlin")) {
            assertThat(Schedule.parse(text).text()).isEqualTo(text);
        }
        assertThat(Schedule.every(" 1H30m ")).isEqualTo(new Every(Duration.ofMinutes(90)));
        assertThat(Schedule.every("120s").text()).isEqualTo("every 2m");
        assertThat(Schedule.cron("  0   9 * *  mon-fri", "Europe/Berlin"))
                .isEqualTo(new Cron("0 9 * * mon-fri", BERLIN));
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        for (String interval :
                List.of(
                        "",
                        "5",
                        "m",
                        "5x",
                        "m5",
                        "0s",
                        "-5m",
                        "32d",
                        "99999999d",
                        "999999999s",
                        "1.5h")) {
            assertThat(codeOf(() -> Schedule.every(interval)))
                    .isEqualTo("schedule-interval-invalid");
        }
        for (String cron :
                List.of(
                        "",
                        "* * * *",
                        "0 0 * * * *",
                        "61 * * * *",
                        "0 24 * * *",
                        "0 0 30 2 *",
                        "0 0 31 4 *",
                        "a b c d e",
                        "5-1 * * * *",
                        "*/0 * * * *",
                        "@daily",
                        "*")) {
            assertThat(codeOf(() -> Schedule.cron(cron, "UTC"))).isEqualTo("schedule-cron-invalid");
        }
        assertThat(codeOf(() -> Schedule.cron("* * * * *", "Mars/Base")))
                .isEqualTo("schedule-zone-unknown");
        assertThat(codeOf(() -> Schedule.cron("* * * * *", ""))).isEqualTo("schedule-zone-unknown");
        assertThat(codeOf(() -> Schedule.parse("now and then"))).isEqualTo("schedule-unknown");
        assertThat(codeOf(() -> Schedule.parse("every 5x"))).isEqualTo("schedule-interval-invalid");
        assertThatThrownBy(() -> new Every(Duration.ofMillis(1500)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static String codeOf(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        ProblemException refused =
                org.assertj.core.api.Assertions.catchThrowableOfType(ProblemException.class, call);
        assertThat(refused.problem().kind().exitCode()).isEqualTo(2);
        return refused.problem().code();
    }

    private static List<Instant> slots(Schedule schedule, String after, int count) {
        var slots = new ArrayList<Instant>();
        Instant instant = at(after);
        while (slots.size() < count) {
            instant = schedule.next(instant).due();
            slots.add(instant);
        }
        return slots;
    }

    private static Slot slot(String due) {
        return new Slot(at(due));
    }

    private static Instant at(String text) {
        return Instant.parse(text);
    }
}
