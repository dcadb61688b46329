package dev.parallax.importer;

/// Why a record was not taken.
///
/// @param text in a few words, for people
record Reason(Kind kind, String text) {
    static final Reason FEWER_COLUMNS = rejected("fewer columns than the header");
    static final Reason MORE_COLUMNS = rejected("more columns than the header");
    static final Reason EMPTY_RECORD = rejected("no value at all");
    static final Reason TIME_UNREADABLE = rejected("time cannot be read");
    static final Reason TIME_IMPLAUSIBLE = rejected("time before 1990 or after 2089");
    static final Reason WEIGHT_NOT_POSITIVE = rejected("weight is not a number above 0");
    static final Reason NOT_JSON = rejected("not a JSON object");
    static final Reason NOT_OF_THE_FORMAT = rejected("not of the file's syntax");
    static final Reason TOO_LONG = rejected("longer than is kept in memory");

    static final Reason BEFORE_HEADER = filtered("before the header");
    static final Reason REPEATED_HEADER = filtered("the header again");
    static final Reason OTHER_RECORD = filtered("no page view, or a metric that is not kept");

    /// What a reason does.
    enum Kind {
        /// The record is of no use.
        REJECTED,
        /// The record is sound, but no page view.
        FILTERED
    }

    private static Reason rejected(String text) {
        return new Reason(Kind.REJECTED, text);
    }

    /// A record that is sound, but no page view.
    static Reason filtered(String text) {
        return new Reason(Kind.FILTERED, text);
    }
}
