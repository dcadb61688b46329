package dev.parallax.importer;

/// Reads points in time from parts of character arrays, as milliseconds since 1970.
///
/// Understood are `2026-11-23T12:00:00.123Z` and its kin (a blank or `T`, up to nine decimals, an
/// offset as `Z`, `+01:00`, `+0100`, `+01`, with or without a blank before it and ` UTC` after it;
/// no offset means UTC), `2026-11-23`, and seconds, milliseconds, microseconds or nanoseconds since
/// 1970, told apart by their size.
final class Times {
    /// What [#parse] gives for a text that is no time.
    static final long UNREADABLE = Long.MIN_VALUE;

    /// 1990-01-01, before there was a web.
    static final long EARLIEST = 631_152_000_000L;

    /// 2090-01-01; the sentinel 4070880000000 that some sources write lies after it.
    static final long LATEST = 3_786_912_000_000L;

    private static final int MILLIS_PER_MINUTE = 60_000;
    private static final long MILLIS_PER_DAY = 86_400_000L;

    private Times() {}

    /// The time in a part of an array, whether plausible or not; [#UNREADABLE] if it is none.
    static long parse(char[] source, int from, int length) {
        if (length >= 10 && source[from + 4] == '-' && source[from + 7] == '-') {
            return parseDate(source, from, from + length);
        }
        return fromEpoch(source, from, length);
    }

    /// Whether a text that [#parse] reads says for itself when it was: it has an offset, or counts
    /// from 1970.
    static boolean hasZone(char[] source, int from, int length) {
        if (length < 10 || source[from + 4] != '-') {
            return true;
        }
        for (int at = from + 10; at < from + length; at++) {
            char c = source[at];
            if (c == 'Z' || c == 'z' || c == '+' || c == '-' || c == 'U') {
                return true;
            }
        }
        return false;
    }

    private static long fromEpoch(char[] source, int from, int length) {
        double number = Numbers.parse(source, from, length);
        if (!(number >= 1e8 && number < 1e20)) {
            return UNREADABLE;
        }
        if (number < 1e11) {
            return Math.round(number * 1e3);
        }
        if (number < 1e14) {
            return (long) number;
        }
        return (long) (number < 1e17 ? number / 1e3 : number / 1e6);
    }

    private static long parseDate(char[] source, int from, int end) {
        int year = digits(source, from, 4);
        int month = digits(source, from + 5, 2);
        int day = digits(source, from + 8, 2);
        if (year < 0 || month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) {
            return UNREADABLE;
        }
        long date = daysSince1970(year, month, day) * MILLIS_PER_DAY;
        int at = from + 10;
        if (at == end) {
            return date;
        }
        if (end - at < 6 || (source[at] != 'T' && source[at] != 't' && source[at] != ' ')) {
            return UNREADABLE;
        }
        int hour = digits(source, at + 1, 2);
        int minute = digits(source, at + 4, 2);
        if (hour < 0 || hour > 23 || source[at + 3] != ':' || minute < 0 || minute > 59) {
            return UNREADABLE;
        }
        return parseRest(source, at + 6, end, date + (hour * 60L + minute) * MILLIS_PER_MINUTE);
    }

    private static long parseRest(char[] source, int from, int end, long minute) {
        int at = from;
        long time = minute;
        if (at < end && source[at] == ':') {
            int second = end - at < 3 ? -1 : digits(source, at + 1, 2);
            if (second < 0 || second > 60) {
                return UNREADABLE;
            }
            time += second * 1000L;
            at += 3;
            if (at < end && (source[at] == '.' || source[at] == ',')) {
                at++;
                int first = at;
                for (long worth = 100; at < end && isDigit(source[at]); at++, worth /= 10) {
                    time += (source[at] - '0') * worth;
                }
                if (at == first) {
                    return UNREADABLE;
                }
            }
        }
        return parseOffset(source, at, end, time);
    }

    private static long parseOffset(char[] source, int from, int end, long local) {
        int at = skipBlank(source, from, end);
        int minutes = 0;
        if (at < end && (source[at] == '+' || source[at] == '-')) {
            int sign = source[at] == '-' ? -1 : 1;
            int hour = end - at < 3 ? -1 : digits(source, at + 1, 2);
            if (hour < 0 || hour > 18) {
                return UNREADABLE;
            }
            at += 3;
            if (at < end && source[at] == ':') {
                at++;
            }
            int minute = 0;
            if (at < end && isDigit(source[at])) {
                minute = end - at < 2 ? -1 : digits(source, at, 2);
                at += 2;
            }
            if (minute < 0 || minute > 59) {
                return UNREADABLE;
            }
            minutes = sign * (hour * 60 + minute);
        } else if (at < end && (source[at] == 'Z' || source[at] == 'z')) {
            at++;
        }
        at = skipBlank(source, at, end);
        boolean named =
                end - at == 3
                        && source[at] == 'U'
                        && source[at + 1] == 'T'
                        && source[at + 2] == 'C';
        return at == end || named ? local - (long) minutes * MILLIS_PER_MINUTE : UNREADABLE;
    }

    private static int skipBlank(char[] source, int at, int end) {
        return at < end && source[at] == ' ' ? at + 1 : at;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /// @return -1 if one of them is no digit
    private static int digits(char[] source, int from, int count) {
        int value = 0;
        for (int i = from; i < from + count; i++) {
            if (!isDigit(source[i])) {
                return -1;
            }
            value = value * 10 + (source[i] - '0');
        }
        return value;
    }

    private static int daysIn(int year, int month) {
        return switch (month) {
            case 2 -> year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28;
            case 4, 6, 9, 11 -> 30;
            default -> 31;
        };
    }

    /// Days of the Gregorian calendar, counted in years that begin in March, so that the leap day
    /// comes last.
    private static long daysSince1970(int year, int month, int day) {
        long y = month > 2 ? year : year - 1;
        long dayOfYear = (153L * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
        return y * 365 + y / 4 - y / 100 + y / 400 + dayOfYear - 719_468;
    }
}
