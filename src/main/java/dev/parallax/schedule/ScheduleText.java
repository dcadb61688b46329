package dev.parallax.schedule;

import dev.parallax.problem.Problem;
import dev.parallax.problem.ProblemException;
import dev.parallax.schedule.Schedule.Cron;
import dev.parallax.schedule.Schedule.Every;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Schedules as texts, for people, the command line and the workspace.
final class ScheduleText {
    private static final Pattern INTERVAL =
            Pattern.compile(
                    "(?:(?<d>\\d{1,8})d)?(?:(?<h>\\d{1,8})h)?(?:(?<m>\\d{1,8})m)?(?:(?<s>\\d{1,8})s)?",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern TEXT =
            Pattern.compile("every (?<interval>.+)|cron (?<expression>.+) in (?<zone>\\S+)");

    private ScheduleText() {}

    static String write(Every schedule) {
        long seconds = schedule.interval().toSeconds();
        if (seconds % 86_400 == 0) {
            return "every " + seconds / 86_400 + "d";
        }
        if (seconds % 3600 == 0) {
            return "every " + seconds / 3600 + "h";
        }
        return seconds % 60 == 0 ? "every " + seconds / 60 + "m" : "every " + seconds + "s";
    }

    static String write(Cron schedule) {
        return "cron " + schedule.expression() + " in " + schedule.zone();
    }

    static Schedule read(String text) {
        Matcher matcher = TEXT.matcher(text.strip());
        if (!matcher.matches()) {
            throw new ProblemException(
                    Problem.usage(
                            "schedule-unknown",
                            "cannot read the schedule \"" + text + "\"",
                            "it is neither \"every INTERVAL\" nor \"cron EXPRESSION in ZONE\"",
                            "write it like: every 5m, or: cron 0 9 * * 1-5 in Europe/Berlin"));
        }
        return matcher.group("interval") == null
                ? cron(matcher.group("expression"), matcher.group("zone"))
                : every(matcher.group("interval"));
    }

    static Every every(String interval) {
        Matcher matcher = INTERVAL.matcher(interval.strip());
        if (interval.isBlank() || !matcher.matches()) {
            throw invalidInterval(interval, "it is not a number with a unit");
        }
        Duration length =
                Duration.ofDays(part(matcher, "d"))
                        .plusHours(part(matcher, "h"))
                        .plusMinutes(part(matcher, "m"))
                        .plusSeconds(part(matcher, "s"));
        try {
            return new Every(length);
        } catch (IllegalArgumentException _) {
            throw invalidInterval(interval, "it is not between 1 s and 31 days");
        }
    }

    private static long part(Matcher matcher, String unit) {
        String digits = matcher.group(unit);
        return digits == null ? 0 : Long.parseLong(digits);
    }

    private static ProblemException invalidInterval(String interval, String why) {
        return new ProblemException(
                Problem.usage(
                        "schedule-interval-invalid",
                        "cannot schedule every \"" + interval + "\"",
                        why,
                        "write it like 90s, 5m, 1h30m or 1d"));
    }

    static Cron cron(String expression, String zone) {
        try {
            return new Cron(expression, zone(zone));
        } catch (IllegalArgumentException invalid) {
            throw new ProblemException(
                    Problem.usage(
                            "schedule-cron-invalid",
                            "cannot schedule by \"" + expression + "\"",
                            String.valueOf(invalid.getMessage()),
                            "give minute, hour, day of the month, month and day of the week, such as"
                                    + " 0 9 * * 1-5"),
                    invalid);
        }
    }

    private static ZoneId zone(String name) {
        try {
            return ZoneId.of(name.strip());
        } catch (DateTimeException unknown) {
            throw new ProblemException(
                    Problem.usage(
                            "schedule-zone-unknown",
                            "the time zone \"" + name + "\" is not known",
                            "this Java knows no zone of that name",
                            "give a name such as Europe/Berlin, America/New_York or UTC"),
                    unknown);
        }
    }
}
