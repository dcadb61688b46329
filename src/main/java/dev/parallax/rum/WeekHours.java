package dev.parallax.rum;

import java.time.DayOfWeek;

/// A block of the week: some days in a row, some hours of each, both ends included.
///
/// @param lastDay not before `firstDay` in a week that begins on Monday
/// @param firstHour 0 to 23
/// @param lastHour `firstHour` to 23
public record WeekHours(DayOfWeek firstDay, DayOfWeek lastDay, int firstHour, int lastHour) {
    public WeekHours {
        if (firstDay.compareTo(lastDay) > 0
                || firstHour < 0
                || firstHour > lastHour
                || lastHour > 23) {
            throw new IllegalArgumentException(
                    "no hours of the week: %s to %s, %d to %d"
                            .formatted(firstDay, lastDay, firstHour, lastHour));
        }
    }

    public boolean contains(DayOfWeek day, int hour) {
        return day.compareTo(firstDay) >= 0
                && day.compareTo(lastDay) <= 0
                && hour >= firstHour
                && hour <= lastHour;
    }
}
