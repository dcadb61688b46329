package dev.parallax.statistics;

/// Rows picked by one bit each: row `i` is bit `i & 63` of word `i >>> 6`.
final class Selection {

    private Selection() {}

    /// The picked rows of the word that holds `row`, without those before `row` and from `end` on.
    static long word(long[] selection, int row, int end) {
        long bits = selection[row >>> 6] & -1L << row;
        int rowsLeft = end - (row & ~63);
        return rowsLeft < 64 ? bits & ~(-1L << rowsLeft) : bits;
    }
}
