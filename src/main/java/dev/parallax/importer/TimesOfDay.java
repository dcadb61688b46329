package dev.parallax.importer;

/// Reads points in time of one column, as [Times] does. Exports are in order of time, so the date
/// of a text is nearly always that of the one before: of `2026-11-23T12:00:00.123Z` only what
/// stands behind the date is worked out then. For one thread.
final class TimesOfDay {
    private static final int DATE = "2026-11-23".length();
    private static final int TO_SECONDS = "2026-11-23T12:00:00Z".length();
    private static final int TO_MILLIS = "2026-11-23T12:00:00.123Z".length();
    private static final long ANOTHER_FORM = -1;

    private final char[] date = new char[DATE];
    private long midnight;

    /// The time in a part of an array, as [Times#parse] gives it.
    long parse(char[] source, int from, int length) {
        long ofDay = ofDay(source, from, length);
        if (ofDay == ANOTHER_FORM) {
            return Times.parse(source, from, length);
        }
        if (isSameDate(source, from)) {
            return midnight + ofDay;
        }
        long time = Times.parse(source, from, length);
        if (time != Times.UNREADABLE) {
            System.arraycopy(source, from, date, 0, DATE);
            midnight = time - ofDay;
        }
        return time;
    }

    private boolean isSameDate(char[] source, int from) {
        int different = 0;
        for (int i = 0; i < DATE; i++) {
            different |= source[from + i] ^ date[i];
        }
        return different == 0;
    }

    /// Milliseconds since midnight UTC of a text in the usual form, whatever its date.
    private static long ofDay(char[] source, int from, int length) {
        if (length != TO_MILLIS && length != TO_SECONDS) {
            return ANOTHER_FORM;
        }
        int at = from + DATE;
        if (source[at] != 'T'
                || source[at + 3] != ':'
                || source[at + 6] != ':'
                || source[from + length - 1] != 'Z') {
            return ANOTHER_FORM;
        }
        int hour = two(source, at + 1);
        int minute = two(source, at + 4);
        int second = two(source, at + 7);
        int milli = 0;
        if (length == TO_MILLIS) {
            int hundredths = two(source, at + 10);
            int thousandth = source[at + 12] - '0';
            if (source[at + 9] != '.' || thousandth < 0 || thousandth > 9) {
                return ANOTHER_FORM;
            }
            milli = hundredths < 0 ? hundredths : hundredths * 10 + thousandth;
        }
        if ((hour | minute | second | milli) < 0 || hour > 23 || minute > 59 || second > 59) {
            return ANOTHER_FORM;
        }
        return ((hour * 60L + minute) * 60 + second) * 1_000 + milli;
    }

    /// @return below 0 if one of the two is no digit
    private static int two(char[] source, int at) {
        int tens = source[at] - '0';
        int ones = source[at + 1] - '0';
        // negative if one of them is below 0 or above 9
        int outside = tens | ones | 9 - tens | 9 - ones;
        return outside < 0 ? -1 : tens * 10 + ones;
    }
}
