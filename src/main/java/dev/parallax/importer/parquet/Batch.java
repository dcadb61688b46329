package dev.parallax.importer.parquet;

import dev.hardwood.reader.Validity;
import java.util.Arrays;

/// Rows that are decoded together. Columns of numbers, times and few different texts are taken a
/// batch at a time, ahead of the rows; a row that some column cannot be taken of so is put back and
/// told value by value.
public final class Batch {
    private final boolean[] isPutBack;
    private int count;
    private Validity validity = Validity.NO_NULLS;
    private boolean hasNulls;

    Batch(int mostRows) {
        this.isPutBack = new boolean[mostRows];
    }

    void begin(int rows) {
        count = rows;
        Arrays.fill(isPutBack, 0, rows, false);
    }

    /// The values that are taken now are of a column with these nulls.
    void of(Validity ofColumn) {
        validity = ofColumn;
        hasNulls = ofColumn.hasNulls();
    }

    /// Rows.
    public int count() {
        return count;
    }

    /// Whether the column that is taken now has no value in a row; what its array holds there means
    /// nothing.
    public boolean isNull(int row) {
        return hasNulls && validity.isNull(row);
    }

    /// Lets a row be told value by value.
    public void putBack(int row) {
        isPutBack[row] = true;
    }

    /// Lets each row be told value by value.
    public void putBackAll() {
        Arrays.fill(isPutBack, 0, count, true);
    }

    boolean isPutBack(int row) {
        return isPutBack[row];
    }
}
