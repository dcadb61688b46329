package dev.parallax.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parallax.schedule.Agenda.Missed;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

final class AgendaTest {
    private static final Schedule FIVE_MINUTES = Schedule.every("5m");
    private static final Duration GRACE = Duration.ofMinutes(2);

    @Test
    void nothingIsDueBeforeTheNextSlot() {
        assertThat(agenda("12:00:00", "12:04:59"))
                .isEqualTo(new Agenda(Optional.empty(), Optional.empty(), slot("12:05:00")));
    }

    @Test
    void aSlotIsDueFromItsMomentUntilTheGraceIsOver() {
        for (String now : List.of("12:05:00", "12:05:01", "12:07:00")) {
            assertThat(agenda("12:00:00", now))
                    .isEqualTo(
                            new Agenda(
                                    Optional.of(slot("12:05:00")),
                                    Optional.empty(),
                                    slot("12:10:00")));
        }
        assertThat(agenda("12:00:00", "12:07:01"))
                .isEqualTo(
                        new Agenda(
                                Optional.empty(),
                                missed("12:05:00", "12:05:00", 1),
                                slot("12:10:00")));
    }

    @Test
    void afterAnAbsenceTheNewestIsRunAndTheOthersAreMissed() {
        assertThat(agenda("12:00:00", "12:21:00"))
                .isEqualTo(
                        new Agenda(
                                Optional.of(slot("12:20:00")),
                                missed("12:05:00", "12:15:00", 3),
                                slot("12:25:00")));
    }

    // going through each slot would take a minute
    @Test
    @Timeout(30)
    void aLongSleepIsOneEntryWithACount() {
        Agenda agenda =
                Agenda.at(
                        FIVE_MINUTES,
                        at("12:00:00"),
                        at("12:03:00").plus(Duration.ofDays(365)),
                        GRACE);
        assertThat(agenda.due()).isEmpty();
        assertThat(agenda.missed().orElseThrow().count()).isEqualTo(365 * 288);

        Schedule everyMinute = Schedule.cron("* * * * *", "Europe/Berlin");
        Agenda cron =
                Agenda.at(
                        everyMinute,
                        at("12:00:00"),
                        at("12:00:30").plus(Duration.ofDays(365)),
                        GRACE);
        assertThat(cron.missed().orElseThrow().count()).isEqualTo(365 * 1440 - 1);
        assertThat(cron.due()).contains(new Slot(at("12:00:00").plus(Duration.ofDays(365))));
    }

    @Test
    void aClockSetBackRunsNothingTwice() {
        assertThat(agenda("12:00:00", "11:00:00"))
                .isEqualTo(new Agenda(Optional.empty(), Optional.empty(), slot("12:05:00")));
    }

    @Test
    void everySlotEndsAsExactlyOneThing() {
        var random = new Random(3);
        for (Schedule schedule :
                List.of(
                        Schedule.every("90s"),
                        Schedule.every("1h"),
                        Schedule.cron("*/7 * * * *", "Europe/Berlin"),
                        Schedule.cron("30 1-3 * * *", "America/New_York"))) {
            Instant start = Instant.parse("2026-10-24T00:00:00Z");
            Instant now = start;
            Instant lastFinished = start;
            long run = 0;
            long missed = 0;
            var ran = new ArrayList<Instant>();
            for (int i = 0; i < 400; i++) {
                now =
                        now.plusSeconds(
                                random.nextInt(20) == 0
                                        ? random.nextInt(200_000)
                                        : random.nextInt(600));
                Agenda agenda = Agenda.at(schedule, lastFinished, now, GRACE);
                if (agenda.missed().isPresent()) {
                    Missed absence = agenda.missed().get();
                    assertThat(absence.first()).isEqualTo(schedule.next(lastFinished));
                    missed += absence.count();
                    lastFinished = absence.last().due();
                }
                if (agenda.due().isPresent()) {
                    assertThat(agenda.due().get()).isEqualTo(schedule.next(lastFinished));
                    lastFinished = agenda.due().get().due();
                    ran.add(lastFinished);
                    run++;
                }
                assertThat(agenda.next()).isEqualTo(schedule.next(now));
            }
            assertThat(ran).doesNotHaveDuplicates();
            assertThat(run + missed).isEqualTo(schedule.count(start, now));
        }
    }

    private static Agenda agenda(String lastFinished, String now) {
        return Agenda.at(FIVE_MINUTES, at(lastFinished), at(now), GRACE);
    }

    private static Optional<Missed> missed(String first, String last, long count) {
        return Optional.of(new Missed(slot(first), slot(last), count));
    }

    private static Slot slot(String time) {
        return new Slot(at(time));
    }

    private static Instant at(String time) {
        return Instant.parse("2026-01-05T" + time + "Z");
    }
}
