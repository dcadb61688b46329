package dev.parallax.importer.privacy;

/// What sort of text is looked at; what is private in one is harmless in another.
enum Kind {
    /// A part of a path: `/order/4711471147`.
    PATH,

    /// One value of a dimension.
    VALUE,

    /// A version: hashes, build numbers and `1.2.3.4` are no secrets here.
    RELEASE,

    /// A line of an export with everything in it, also times and measured values.
    LINE;

    private static final int LONGEST_BUILD = 14;

    /// 2010 and 2038 in seconds.
    private static final long EARLIEST = 1_262_304_000L;

    private static final long LATEST = 2_145_916_800L;

    boolean mayHoldAddresses() {
        return this != RELEASE;
    }

    boolean mayHoldTokens() {
        return this != RELEASE;
    }

    boolean separatesDigits(char c) {
        return c == '-' || c == '.' || c == '(' || c == ')' || (c == ' ' && this != LINE);
    }

    /// Whether a number of nine digits or more is no id: a build, a fraction, a time.
    boolean keepsNumber(char[] source, int from, int start, int end) {
        return switch (this) {
            case PATH -> false;
            case VALUE -> isFraction(source, from, start);
            case RELEASE -> end - start <= LONGEST_BUILD;
            case LINE ->
                    isFraction(source, from, start)
                            || isTime(source, start, end)
                            || Numbers.isProduct(source, from, start)
                            || isNamedNumber(source, from, start);
        };
    }

    /// The digits after the point of `0.123456789`.
    private static boolean isFraction(char[] source, int from, int start) {
        return start - 2 >= from && source[start - 1] == '.' && Letters.isDigit(source[start - 2]);
    }

    /// Whether a name of something measured stands before the number: `"lcp":2400000000`.
    private static boolean isNamedNumber(char[] source, int from, int start) {
        int at = start;
        boolean hasSign = false;
        while (at > from && " \t\"'\\:=-".indexOf(source[at - 1]) >= 0) {
            at--;
            hasSign |= source[at] == ':' || source[at] == '=';
        }
        int nameEnd = at;
        while (at > from && (Letters.isToken(source[at - 1]) || source[at - 1] == '.')) {
            at--;
        }
        return hasSign && at < nameEnd && FieldNames.isNumber(new String(source, at, nameEnd - at));
    }

    /// Milliseconds, microseconds or nanoseconds since 1970. Seconds could as well be ids.
    private static boolean isTime(char[] source, int start, int end) {
        int length = end - start;
        if (length != 13 && length != 16 && length != 19) {
            return false;
        }
        long seconds = 0;
        for (int i = start; i < start + 10; i++) {
            seconds = seconds * 10 + source[i] - '0';
        }
        return seconds >= EARLIEST && seconds < LATEST;
    }
}
