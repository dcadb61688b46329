package dev.parallax.schedule;

import com.cronutils.model.Cron;
import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.util.Set;

/// The due times of a cron expression in a zone.
///
/// The library finds the matching times of a wall clock that never changes; which instants those
/// are is decided here, since the library loses and doubles times where clocks change.
final class CronTimes {
    private static final CronParser PARSER =
            new CronParser(CronDefinitionBuilder.instanceDefinitionFor(CronType.UNIX));
    private static final Set<String> ALL_HOURS = Set.of("*", "*/1", "0-23");
    private static final LocalDateTime SOME_TIME = LocalDateTime.of(2000, 1, 1, 0, 0);
    private static final Duration TICK = Duration.ofNanos(1);

    private final ExecutionTime wallClock;
    private final ZoneId zone;
    private final boolean everyHour;

    private CronTimes(ExecutionTime wallClock, ZoneId zone, boolean everyHour) {
        this.wallClock = wallClock;
        this.zone = zone;
        this.everyHour = everyHour;
    }

    /// @throws IllegalArgumentException if the expression is not valid or never due, with the
    ///   reason
    static CronTimes of(String expression, ZoneId zone) {
        Cron cron = PARSER.parse(expression);
        boolean everyHour = ALL_HOURS.contains(expression.split(" ", 3)[1]);
        var times = new CronTimes(ExecutionTime.forCron(cron), zone, everyHour);
        var _ = times.nextOnWall(SOME_TIME);
        return times;
    }

    /// The first due time behind an instant.
    Instant next(Instant after) {
        return everyHour ? nextInRealTime(after) : nextOnceADay(after);
    }

    /// Goes on with the same offset from UTC until the clocks change, then on from there.
    private Instant nextInRealTime(Instant after) {
        Instant from = after;
        while (true) {
            ZoneOffset offset = zone.getRules().getOffset(from);
            Instant candidate = nextOnWall(LocalDateTime.ofInstant(from, offset)).toInstant(offset);
            ZoneOffsetTransition change = zone.getRules().nextTransition(from);
            if (change == null || candidate.isBefore(change.getInstant())) {
                return candidate;
            }
            from = change.getInstant();
            if (isDueAt(LocalDateTime.ofInstant(from, change.getOffsetAfter()))) {
                return from;
            }
        }
    }

    private boolean isDueAt(LocalDateTime wall) {
        return nextOnWall(wall.minus(TICK)).equals(wall);
    }

    /// Goes by the wall clock; [#firstInstant] never runs backwards, so the first match that lies
    /// behind is the next.
    private Instant nextOnceADay(Instant after) {
        LocalDateTime wall = LocalDateTime.ofInstant(after, zone);
        while (true) {
            wall = nextOnWall(wall);
            Instant candidate = firstInstant(wall);
            if (candidate.isAfter(after)) {
                return candidate;
            }
        }
    }

    /// When a wall clock shows a time first; a time it skips counts as the moment at which it
    /// jumps.
    private Instant firstInstant(LocalDateTime wall) {
        ZoneOffsetTransition change = zone.getRules().getTransition(wall);
        return change != null && change.isGap()
                ? change.getInstant()
                : wall.atZone(zone).withEarlierOffsetAtOverlap().toInstant();
    }

    private LocalDateTime nextOnWall(LocalDateTime after) {
        return wallClock
                .nextExecution(after.atZone(ZoneOffset.UTC))
                .map(ZonedDateTime::toLocalDateTime)
                .orElseThrow(() -> new IllegalArgumentException("it is never due"));
    }

    /// How many due times there are behind `after`, up to and including `until`. Of a long absence
    /// only the days are gone through, not each time.
    long count(Instant after, Instant until) {
        LocalDate firstDay = LocalDate.ofInstant(after, zone);
        LocalDate lastDay = LocalDate.ofInstant(until, zone);
        if (ChronoUnit.DAYS.between(firstDay, lastDay) < 3) {
            return step(after, until);
        }
        long aDay = timesOnADay();
        Instant wholeDays = startOf(firstDay.plusDays(1));
        long count = step(after, wholeDays.minus(TICK));
        for (LocalDate day = firstDay.plusDays(1); day.isBefore(lastDay); day = day.plusDays(1)) {
            count += clocksChangeOn(day) ? step(day) : isDueOn(day) ? aDay : 0;
        }
        return count + step(startOf(lastDay).minus(TICK), until);
    }

    private long timesOnADay() {
        LocalDate day = nextOnWall(SOME_TIME).toLocalDate();
        long times = 0;
        LocalDateTime time = nextOnWall(day.atStartOfDay().minus(TICK));
        while (time.toLocalDate().equals(day)) {
            times++;
            time = nextOnWall(time);
        }
        return times;
    }

    private boolean isDueOn(LocalDate day) {
        return nextOnWall(day.atStartOfDay().minus(TICK)).toLocalDate().equals(day);
    }

    private boolean clocksChangeOn(LocalDate day) {
        ZoneOffsetTransition change = zone.getRules().nextTransition(startOf(day).minus(TICK));
        // also counts the day before, whose end may belong to the change
        return change != null && !change.getInstant().isAfter(startOf(day.plusDays(1)));
    }

    private long step(LocalDate day) {
        return step(startOf(day).minus(TICK), startOf(day.plusDays(1)).minus(TICK));
    }

    private long step(Instant after, Instant until) {
        long count = 0;
        for (Instant due = next(after); !due.isAfter(until); due = next(due)) {
            count++;
        }
        return count;
    }

    private Instant startOf(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }
}
