package dev.parallax.rum;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.Set;
import java.util.TreeSet;

/// Cuts time into the stretches of a time series, as a calendar on the wall has them.
///
/// Up to an hour they are equally long and begin anew with each day, so that the day on which
/// clocks are set back has 25 hours. Longer ones begin at the same times on the clock, and those
/// around such a change are an hour shorter or longer.
enum Calendar {
    MINUTE(60_000),
    FIVE_MINUTES(300_000),
    QUARTER_HOUR(900_000),
    HOUR(3_600_000),
    THREE_HOURS(3 * 3_600_000),
    SIX_HOURS(6 * 3_600_000),
    DAY(86_400_000),
    WEEK(7 * 86_400_000),
    MONTH(30 * 86_400_000L),
    YEAR(365 * 86_400_000L);

    /// More would be narrower than a pixel or two.
    static final int MOST_STEPS = 600;

    private final long millis;

    Calendar(long millis) {
        this.millis = millis;
    }

    /// The finest division of a window that has at most [#MOST_STEPS] stretches.
    static TimeSteps divide(TimeWindow window, ZoneId zone) {
        // One more at either end, and a few where clocks change
        return divide(window, zone, MOST_STEPS - 10);
    }

    /// The finest division of a window that has about as many stretches as are wished, or fewer.
    ///
    /// @param wished at most [#MOST_STEPS]
    static TimeSteps divide(TimeWindow window, ZoneId zone, int wished) {
        for (Calendar unit : values()) {
            if (window.to().toEpochMilli() - window.from().toEpochMilli() <= unit.millis * wished) {
                return unit.steps(window, zone);
            }
        }
        return TimeSteps.even(window, MOST_STEPS);
    }

    private TimeSteps steps(TimeWindow window, ZoneId zone) {
        long from = window.from().toEpochMilli();
        long to = window.to().toEpochMilli();
        var starts = new TreeSet<Long>();
        LocalDate date = begin(window.from().atZone(zone).toLocalDate());
        while (instant(date, zone) < to) {
            addStarts(date, zone, starts);
            date = next(date);
        }
        starts.add(instant(date, zone));
        Long first = starts.floor(from);
        Long end = starts.ceiling(to);
        if (first == null || end == null) {
            throw new IllegalStateException(this + " does not cover " + window);
        }
        return new TimeSteps(
                starts.subSet(first, true, end, true).stream()
                        .mapToLong(Long::longValue)
                        .toArray());
    }

    private void addStarts(LocalDate date, ZoneId zone, Set<Long> starts) {
        long begin = instant(date, zone);
        if (this.compareTo(HOUR) <= 0) {
            for (long at = begin; at < instant(date.plusDays(1), zone); at += millis) {
                starts.add(at);
            }
        } else if (this.compareTo(DAY) < 0) {
            int hours = (int) (millis / HOUR.millis);
            for (int hour = 0; hour < 24; hour += hours) {
                starts.add(date.atTime(hour, 0).atZone(zone).toInstant().toEpochMilli());
            }
        } else {
            starts.add(begin);
        }
    }

    private LocalDate begin(LocalDate date) {
        return switch (this) {
            case WEEK -> date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> date.withDayOfMonth(1);
            case YEAR -> date.withDayOfYear(1);
            default -> date;
        };
    }

    private LocalDate next(LocalDate date) {
        return switch (this) {
            case WEEK -> date.plusWeeks(1);
            case MONTH -> date.plusMonths(1);
            case YEAR -> date.plusYears(1);
            default -> date.plusDays(1);
        };
    }

    private static long instant(LocalDate date, ZoneId zone) {
        return date.atStartOfDay(zone).toInstant().toEpochMilli();
    }
}
