package dev.parallax.rum;

import java.util.Arrays;

/// The page views of one data set that belong to a segment: one bit a row, so that it is built once
/// and then asked for any number of metrics.
public final class Selection {
    private final long[] words;
    private final int rows;

    private Selection(long[] words, int rows) {
        this.words = words;
        this.rows = rows;
    }

    /// Every one of so many rows.
    static Selection all(int rows) {
        var words = new long[wordsFor(rows)];
        Arrays.fill(words, -1L);
        if ((rows & 63) != 0) {
            words[words.length - 1] = -1L >>> -rows;
        }
        return new Selection(words, rows);
    }

    /// None of so many rows.
    static Selection none(int rows) {
        return new Selection(new long[wordsFor(rows)], rows);
    }

    Selection copy() {
        return new Selection(words.clone(), rows);
    }

    void add(int row) {
        words[row >>> 6] |= 1L << row;
    }

    static int wordsFor(int rows) {
        return (rows + 63) >>> 6;
    }

    /// Bit `i & 63` of word `i >> 6` stands for row i; bits behind the last row are 0.
    long[] words() {
        return words;
    }

    /// Rows of the data set, selected or not.
    public int rows() {
        return rows;
    }

    /// Selected rows.
    public int count() {
        int count = 0;
        for (long word : words) {
            count += Long.bitCount(word);
        }
        return count;
    }

    /// Rows selected both here and in another selection of the same data set.
    public int countIn(Selection other) {
        int count = 0;
        for (int i = 0; i < words.length; i++) {
            count += Long.bitCount(words[i] & other.words[i]);
        }
        return count;
    }

    public boolean isSelected(int row) {
        if (row < 0 || row >= rows) {
            throw new IndexOutOfBoundsException("row " + row + " of " + rows);
        }
        return ((words[row >>> 6] >>> row) & 1) != 0;
    }
}
