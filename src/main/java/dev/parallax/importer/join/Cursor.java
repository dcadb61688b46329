package dev.parallax.importer.join;

/// Goes over sorted rows.
sealed interface Cursor permits RowsCursor, SpillCursor, Merge {
    /// Goes to the next row.
    ///
    /// @return false after the last one
    boolean next();

    /// The array in which the row is, until the next call of [#next()].
    byte[] bytes();

    /// Where in [#bytes()] the row begins.
    int at();
}
