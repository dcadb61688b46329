package dev.parallax.ui.common;

import dev.parallax.metric.Metric;
import dev.parallax.metric.Unit;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/// Numbers as people read them: in the user's locale, with their unit, as precise as they deserve.
public final class Numbers {
    /// Stands where a value is not known.
    public static final String NONE = "–";

    /// Below two days people count hours.
    private static final int DAYS_FROM_HOURS = 48;

    private static final char NARROW_SPACE = '\u202f';
    private static final DateTimeFormatter DAY_OF_YEAR =
            DateTimeFormatter.ofLocalizedPattern("MMMd");
    private static final DateTimeFormatter TIME_OF_DAY =
            DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT);

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM);

    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

    private Numbers() {}

    /// A value of a metric with its unit: `2,480 ms`, `0.104`. Not a number gives [#NONE].
    public static String of(Metric metric, double value) {
        if (Double.isNaN(value)) {
            return NONE;
        }
        return switch (metric.unit()) {
            case MILLISECONDS -> millis(value);
            case NONE -> decimal(value, 3);
        };
    }

    /// A value of a metric without its unit, for columns and axes that name it once.
    public static String plain(Metric metric, double value) {
        if (Double.isNaN(value)) {
            return NONE;
        }
        return metric.unit() == Unit.NONE ? decimal(value, 3) : decimal(value, value < 10 ? 1 : 0);
    }

    /// Milliseconds: whole ones from 10 on, a tenth below.
    public static String millis(double millis) {
        return decimal(millis, millis < 10 ? 1 : 0) + NARROW_SPACE + "ms";
    }

    /// A count: `1,204,331`.
    public static String count(long count) {
        return NumberFormat.getIntegerInstance(locale()).format(count);
    }

    /// A share of 1 in per cent: `41.3 %`.
    ///
    /// @param share 0 to 1; not a number gives [#NONE]
    public static String percent(double share) {
        return Double.isNaN(share) ? NONE : decimal(share * 100, 1) + NARROW_SPACE + "%";
    }

    /// A ratio: `0.84 ×`.
    public static String ratio(double ratio) {
        return Double.isNaN(ratio) ? NONE : decimal(ratio, 2) + NARROW_SPACE + "×";
    }

    /// A number with so many digits behind the point.
    public static String decimal(double value, int digits) {
        NumberFormat format = NumberFormat.getNumberInstance(locale());
        format.setMinimumFractionDigits(digits);
        format.setMaximumFractionDigits(digits);
        return format.format(value);
    }

    /// An amount of bytes in decimal units: `412 kB`. A negative amount is unknown.
    public static String bytes(long bytes) {
        if (bytes < 0) {
            return NONE;
        }
        if (bytes < 1_000) {
            return count(bytes) + NARROW_SPACE + "B";
        }
        return bytes < 1_000_000
                ? decimal(bytes / 1e3, bytes < 10_000 ? 1 : 0) + NARROW_SPACE + "kB"
                : decimal(bytes / 1e6, 1) + NARROW_SPACE + "MB";
    }

    /// A length of time in its two largest useful units: `840 ms`, `12.4 s`, `3 min 05 s`, `2 h 10
    /// min`, `97 d 4 h`.
    public static String duration(Duration length) {
        long millis = length.toMillis();
        if (millis < 1_000) {
            return count(millis) + NARROW_SPACE + "ms";
        }
        if (millis < 60_000) {
            return decimal(millis / 1e3, 1) + NARROW_SPACE + "s";
        }
        if (length.toHours() < 1) {
            return length.toMinutes() + " min " + "%02d s".formatted(length.toSecondsPart());
        }
        if (length.toHours() < DAYS_FROM_HOURS) {
            return length.toHours() + " h " + "%02d min".formatted(length.toMinutesPart());
        }
        return length.toDays() + " d " + length.toHoursPart() + " h";
    }

    /// A moment of this year in the machine's time zone: `22 Nov, 14:03`.
    public static String moment(Instant moment) {
        var local = moment.atZone(ZoneId.systemDefault());
        return DAY_OF_YEAR.withLocale(locale()).format(local)
                + ", "
                + TIME_OF_DAY.withLocale(locale()).format(local);
    }

    /// A moment to the second in the machine's time zone, in a form whose columns are even:
    /// `2026-11-22 14:03:07`.
    public static String second(Instant moment) {
        return SECOND.format(moment.atZone(ZoneId.systemDefault()));
    }

    /// Two days and what lies between: `Nov 2 – Nov 22, 2026`.
    public static String period(Instant first, Instant last) {
        var from = first.atZone(ZoneId.systemDefault());
        var to = last.atZone(ZoneId.systemDefault());
        if (from.toLocalDate().equals(to.toLocalDate())) {
            return day(first);
        }
        String begin =
                from.getYear() == to.getYear()
                        ? DAY_OF_YEAR.withLocale(locale()).format(from)
                        : day(first);
        return begin + " – " + day(last);
    }

    /// A day in the machine's time zone: `22 Nov 2026`.
    public static String day(Instant moment) {
        return DAY.withLocale(locale()).format(moment.atZone(ZoneId.systemDefault()));
    }

    /// How many days lie between two moments, begun ones counted: `30 days`.
    public static String days(Instant first, Instant last) {
        long days = Duration.between(first, last).toDays() + 1;
        return Texts.of("common.days", days);
    }

    private static Locale locale() {
        return Locale.getDefault(Locale.Category.FORMAT);
    }
}
