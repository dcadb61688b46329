package dev.parallax.schedule;

import dev.parallax.problem.ProblemException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/// When a check is due. A schedule is a fixed grid in time that depends on nothing but itself:
/// whoever asks, whenever, gets the same slots.
public sealed interface Schedule {

    /// The first slot behind an instant; one that is due at this very instant is not behind it.
    Slot next(Instant after);

    /// How many slots there are behind `after`, up to and including `until`; 0 if that is earlier.
    long count(Instant after, Instant until);

    /// The text that [#parse] reads: `every 5m`, `cron 0 9 * * 1-5 in Europe/Berlin`.
    String text();

    /// Every so often. The slots are the whole multiples of the interval since 1970-01-01T00:00Z,
    /// so those of `1h` are at full hours and those of `1d` at midnight in UTC; summer time moves
    /// nothing.
    ///
    /// @param interval whole seconds, one second to 31 days
    record Every(Duration interval) implements Schedule {
        private static final Duration SHORTEST = Duration.ofSeconds(1);
        private static final Duration LONGEST = Duration.ofDays(31);

        public Every {
            if (interval.compareTo(SHORTEST) < 0
                    || interval.compareTo(LONGEST) > 0
                    || !interval.equals(interval.truncatedTo(ChronoUnit.SECONDS))) {
                throw new IllegalArgumentException(
                        "interval is not 1 s to 31 days in whole seconds: " + interval);
            }
        }

        @Override
        public Slot next(Instant after) {
            return new Slot(Instant.ofEpochSecond((steps(after) + 1) * interval.toSeconds()));
        }

        @Override
        public long count(Instant after, Instant until) {
            return Math.max(steps(until) - steps(after), 0);
        }

        private long steps(Instant instant) {
            return Math.floorDiv(instant.getEpochSecond(), interval.toSeconds());
        }

        @Override
        public String text() {
            return ScheduleText.write(this);
        }
    }

    /// By the clock on a wall, in the five fields of Unix cron: minute, hour, day of the month,
    /// month, day of the week (0 and 7 are Sunday). If both kinds of day are given, either
    /// suffices.
    ///
    /// When the clocks change, as in Vixie cron:
    /// - Where every hour counts (`*`), slots follow real time: the hour that is passed twice has
    ///   its slots twice, the hour that is skipped has none.
    /// - With hours of its own, a time that is passed twice is due only the first time, and times
    ///   that are skipped are due, together, when the clock jumps. So `30 2 * * *` is due once on
    ///   every day.
    ///
    /// @param expression five fields; letters in any case, spaces are folded
    /// @param zone whose wall clock it is
    record Cron(String expression, ZoneId zone) implements Schedule {

        /// @throws IllegalArgumentException if the expression is not valid or never due, with the
        ///   reason
        public Cron {
            expression = expression.strip().replaceAll("\\s+", " ");
            CronTimes.of(expression, zone);
        }

        @Override
        public Slot next(Instant after) {
            return new Slot(CronTimes.of(expression, zone).next(after));
        }

        @Override
        public long count(Instant after, Instant until) {
            return CronTimes.of(expression, zone).count(after, until);
        }

        @Override
        public String text() {
            return ScheduleText.write(this);
        }
    }

    /// A schedule with a fixed interval.
    ///
    /// @param interval a number with its unit, or several: `90s`, `5m`, `1h30m`, `1d`
    /// @throws ProblemException (usage) if it is no interval, or not of 1 s to 31 days
    static Schedule every(String interval) {
        return ScheduleText.every(interval);
    }

    /// A schedule by a cron expression.
    ///
    /// @param zone such as `Europe/Berlin`
    /// @throws ProblemException (usage) if the expression is not valid or never due, or the zone
    ///   unknown
    static Schedule cron(String expression, String zone) {
        return ScheduleText.cron(expression, zone);
    }

    /// Reads what [#text] wrote.
    ///
    /// @throws ProblemException (usage) as [#every] and [#cron]
    static Schedule parse(String text) {
        return ScheduleText.read(text);
    }
}
