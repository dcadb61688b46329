package dev.parallax.importer;

/// Why a record, or one value of a record, was not taken.
enum Reason {
    FEWER_COLUMNS(Kind.REJECTED, "fewer columns than the header"),
    MORE_COLUMNS(Kind.REJECTED, "more columns than the header"),
    EMPTY_RECORD(Kind.REJECTED, "no value at all"),
    TIME_UNREADABLE(Kind.REJECTED, "time cannot be read"),
    TIME_IMPLAUSIBLE(Kind.REJECTED, "time before 1990 or after 2089"),
    WEIGHT_NOT_POSITIVE(Kind.REJECTED, "weight is not a number above 0"),
    NOT_JSON(Kind.REJECTED, "not a JSON object"),
    TOO_LONG(Kind.REJECTED, "line is longer than 4 million characters"),

    BEFORE_HEADER(Kind.FILTERED, "before the header"),
    REPEATED_HEADER(Kind.FILTERED, "the header again"),
    OTHER_RECORD(Kind.FILTERED, "no page view, or a metric that is not kept"),

    NOT_A_NUMBER(Kind.IGNORED, "not a number"),
    NEGATIVE(Kind.IGNORED, "negative"),
    TOO_LARGE(Kind.IGNORED, "over the largest plausible value");

    /// What a reason does.
    enum Kind {
        /// The record is of no use.
        REJECTED,
        /// The record is sound, but no page view.
        FILTERED,
        /// One value is taken for missing; the record is used.
        IGNORED
    }

    private final Kind kind;
    private final String text;

    Reason(Kind kind, String text) {
        this.kind = kind;
        this.text = text;
    }

    Kind kind() {
        return kind;
    }

    String text() {
        return text;
    }
}
