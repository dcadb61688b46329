package dev.parallax.importer.parquet;

/// Takes the values of one column, row by row. A missing value is not told.
public interface ColumnTaker {
    /// Takes a text, valid only during the call.
    void text(char[] text, int from, int length);

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
