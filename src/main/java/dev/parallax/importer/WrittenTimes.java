package dev.parallax.importer;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads points in time that are written for people, as tools show them in lists that they export:
///
/// | written | by |
/// |---|---|
/// | `Aug 22, 2022 @ 10:15:30.123` | Kibana |
/// | `8/22/2022, 10:15:30.123 AM` | browsers in American English: Azure's portal |
/// | `22.08.2022, 10:15:30` | browsers in German and its kin |
/// | `22/Nov/2026:20:45:31 +0000` | access logs |
/// | `Sun, 22 Nov 2026 20:45:31 GMT`, `Sun Nov 22 2026 20:45:31 GMT+0100 (CET)` | HTTP, JavaScript |
///
/// A date of slashes is read only if it can be read in one way: with `AM` or `PM` the month comes
/// first, otherwise one of the two numbers has to be over 12.
final class WrittenTimes {
    /// Longer texts are no times.
    private static final int LONGEST = 80;

    private static final List<String> MONTHS =
            List.of(
                    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov",
                    "dec");

    private static final String CLOCK =
            "[,\\s]*(?:@|at\\b)?\\s*(?<h>\\d{1,2}):(?<min>\\d{2})(?::(?<s>\\d{2})(?:[.,](?<f>\\d{1,9}))?)?"
                    + "(?:\\s*(?<half>[AaPp])\\.?[Mm]\\.?)?";
    private static final String ZONE =
            "(?:\\s*(?<zone>Z|UTC|GMT)?\\s*(?<offset>[+-]\\d{2}:?\\d{2})?)(?:\\s*\\([^)]*\\))?";
    private static final String WEEKDAY = "(?:\\p{L}{3,9},?\\s+)?";

    private static final Pattern MONTH_FIRST =
            Pattern.compile(
                    WEEKDAY
                            + "(?<m>\\p{L}{3})\\p{L}{0,6}\\.?\\s+(?<d>\\d{1,2}),?\\s+(?<y>\\d{4})"
                            + CLOCK
                            + ZONE);
    private static final Pattern DAY_FIRST =
            Pattern.compile(
                    WEEKDAY
                            + "(?<d>\\d{1,2})[-/\\s.]+(?<m>\\p{L}{3})\\p{L}{0,6}[-/\\s.]+(?<y>\\d{4}):?"
                            + CLOCK
                            + ZONE);
    private static final Pattern SLASHES =
            Pattern.compile("(?<a>\\d{1,2})/(?<b>\\d{1,2})/(?<y>\\d{4})" + CLOCK + ZONE);
    private static final Pattern DOTS =
            Pattern.compile(
                    "(?<d>\\d{1,2})\\.\\s*(?<n>\\d{1,2})\\.\\s*(?<y>\\d{4})" + CLOCK + ZONE);

    /// A time that was read.
    ///
    /// @param millis since 1970; if it has no zone, as if it were in UTC
    /// @param hasZone whether the text said its zone
    record Read(long millis, boolean hasZone) {}

    private WrittenTimes() {}

    /// The time in a text; null if there is none that can be read in one way only.
    static @Nullable Read parse(String text) {
        if (text.length() > LONGEST) {
            return null;
        }
        Matcher named = MONTH_FIRST.matcher(text);
        if (named.matches()) {
            return read(named, month(named), number(named, "d"));
        }
        Matcher day = DAY_FIRST.matcher(text);
        if (day.matches()) {
            return read(day, month(day), number(day, "d"));
        }
        Matcher dots = DOTS.matcher(text);
        if (dots.matches()) {
            return read(dots, number(dots, "n"), number(dots, "d"));
        }
        Matcher slashes = SLASHES.matcher(text);
        return slashes.matches() ? readSlashes(slashes) : null;
    }

    private static @Nullable Read readSlashes(Matcher slashes) {
        int first = number(slashes, "a");
        int second = number(slashes, "b");
        if (slashes.group("half") != null || second > 12) {
            return read(slashes, first, second);
        }
        return first > 12 || first == second ? read(slashes, second, first) : null;
    }

    private static int month(Matcher matcher) {
        return MONTHS.indexOf(matcher.group("m").toLowerCase(Locale.ROOT)) + 1;
    }

    private static int number(Matcher matcher, String group) {
        String text = matcher.group(group);
        return text == null ? 0 : Integer.parseInt(text);
    }

    private static @Nullable Read read(Matcher matcher, int month, int day) {
        try {
            var time =
                    LocalDateTime.of(
                            number(matcher, "y"),
                            month,
                            day,
                            hour(matcher),
                            number(matcher, "min"),
                            number(matcher, "s"),
                            nanos(matcher.group("f")));
            String offset = matcher.group("offset");
            ZoneOffset zone = offset == null ? ZoneOffset.UTC : ZoneOffset.of(offset);
            return new Read(
                    time.toInstant(zone).toEpochMilli(),
                    offset != null || matcher.group("zone") != null);
        } catch (DateTimeException impossible) {
            // the 31st of April, or 27 o'clock
            return null;
        }
    }

    private static int hour(Matcher matcher) {
        int hour = number(matcher, "h");
        String half = matcher.group("half");
        if (half == null) {
            return hour;
        }
        if (hour < 1 || hour > 12) {
            throw new DateTimeException("hour " + hour + " with " + half + "m");
        }
        boolean isAfternoon = half.equalsIgnoreCase("p");
        return hour % 12 + (isAfternoon ? 12 : 0);
    }

    private static int nanos(@Nullable String fraction) {
        return fraction == null ? 0 : Integer.parseInt((fraction + "00000000").substring(0, 9));
    }
}
