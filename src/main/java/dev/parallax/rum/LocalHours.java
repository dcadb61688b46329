package dev.parallax.rum;

import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;

/// Which hour of the week it was in a time zone, from Monday's first one on, whatever its clocks
/// did meanwhile.
final class LocalHours {
    /// Hours in a week.
    static final int COUNT = 7 * 24;

    static final long MILLIS_PER_HOUR = 3_600_000;

    /// 1970 began on a Thursday.
    private static final int FIRST_HOUR = 3 * 24;

    /// Between two of them the clocks were not moved.
    private final TimeSteps periods;

    private final long[] offsets;

    /// @param window all times that will be asked for are in it
    LocalHours(TimeWindow window, ZoneId zone) {
        periods = steps(transitions(window, zone), window);
        offsets = new long[periods.count()];
        for (int i = 0; i < offsets.length; i++) {
            Instant begin = Instant.ofEpochMilli(periods.start(i));
            offsets[i] = zone.getRules().getOffset(begin).getTotalSeconds() * 1000L;
        }
    }

    private static List<Long> transitions(TimeWindow window, ZoneId zone) {
        var transitions = new ArrayList<Long>();
        ZoneRules rules = zone.getRules();
        ZoneOffsetTransition next = rules.nextTransition(window.from());
        while (next != null && next.getInstant().isBefore(window.to())) {
            transitions.add(next.getInstant().toEpochMilli());
            next = rules.nextTransition(next.getInstant());
        }
        return transitions;
    }

    private static TimeSteps steps(List<Long> transitions, TimeWindow window) {
        var starts = new long[transitions.size() + 2];
        starts[0] = window.from().toEpochMilli();
        for (int i = 0; i < transitions.size(); i++) {
            starts[i + 1] = transitions.get(i);
        }
        starts[starts.length - 1] = window.to().toEpochMilli();
        return new TimeSteps(starts);
    }

    /// The period without a change of clocks that a time is in, or [TimeSteps#OUTSIDE].
    ///
    /// @param hint the period to look at first
    int period(long time, int hint) {
        return periods.of(time, hint);
    }

    /// The hour of the week, 0 to 167, of a time in a period.
    int hour(long time, int period) {
        long hour = Math.floorDiv(time + offsets[period], MILLIS_PER_HOUR) + FIRST_HOUR;
        return (int) Math.floorMod(hour, (long) COUNT);
    }
}
