package dev.parallax.importer.parquet;

/// Takes the values of one column, row by row, or ahead of the rows a batch at a time. A missing
/// value is not told.
public interface ColumnTaker {
    /// Takes a text, valid only during the call.
    ///
    /// @return what [#again] may be told when the same text comes again, above 0; 0 if it is to be
    ///   told as a text each time
    int text(char[] text, int from, int length);

    /// Whether [#text] ever gives something else than 0.
    default boolean remembers() {
        return false;
    }

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

    /// Takes the numbers of a batch ahead of its rows.
    ///
    /// @param numbers one for each row, valid only during the call
    /// @return false to be told each with its row, of this batch and all others
    default boolean numbers(double[] numbers, Batch batch) {
        return false;
    }

    /// Takes the points in time of a batch ahead of its rows.
    ///
    /// @param millis one for each row, valid only during the call
    /// @return false to be told each with its row, of this batch and all others
    default boolean times(long[] millis, Zone zone, Batch batch) {
        return false;
    }

    /// Takes what [#text] gave for the texts of a batch ahead of its rows. Rows with a text that is
    /// new are put back.
    ///
    /// @param codes one for each row, 0 where it has no text or is put back; valid only during the
    ///   call
    /// @return false to be told each with its row, of this batch and all others
    default boolean texts(int[] codes, Batch batch) {
        return false;
    }

    /// What a column says of its times.
    enum Zone {
        UTC,
        NOT_SAID
    }
}
