package dev.parallax.importer.parquet;

/// Takes the values of one column, row by row. A missing value is not told.
public interface ColumnTaker {
    /// Takes a text, valid only during the call.
    ///
    /// @return what [#again] may be told when the same text comes again, above 0; 0 if it is to be
    ///   told as a text each time
    int text(char[] text, int from, int length);

    /// Takes a text that came before.
    ///
    /// @param code what [#text] gave for it
    default void again(int code) {
        throw new UnsupportedOperationException();
    }

    void number(double number);

    /// Takes a whole number.
    void number(long number);

    /// Takes a point in time.
    ///
    /// @param millis since 1970, UTC
    /// @param zone whether the column says that it is UTC, or leaves that open
    void time(long millis, Zone zone);

    /// What a column says of its times.
    enum Zone {
        UTC,
        NOT_SAID
    }
}
