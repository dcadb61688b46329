package dev.parallax.ui.realusers;

import java.util.AbstractList;
import javafx.collections.ObservableListBase;

/// The rows of a sorted selection as a list that a table scrolls through: millions of them without
/// an object each.
final class RowList extends ObservableListBase<Integer> {
    private int[] rows = {};

    /// Shows other rows.
    ///
    /// @param newRows not copied
    void show(int[] newRows) {
        var before = new Before(rows);
        beginChange();
        rows = newRows;
        nextReplace(0, newRows.length, before);
        endChange();
    }

    private static final class Before extends AbstractList<Integer> {
        private final int[] rows;

        Before(int[] rows) {
            this.rows = rows;
        }

        @Override
        public Integer get(int index) {
            return rows[index];
        }

        @Override
        public int size() {
            return rows.length;
        }
    }

    @Override
    public Integer get(int index) {
        return rows[index];
    }

    @Override
    public int size() {
        return rows.length;
    }

    @Override
    public int indexOf(Object row) {
        if (row instanceof Integer wanted) {
            for (int i = 0; i < rows.length; i++) {
                if (rows[i] == wanted) {
                    return i;
                }
            }
        }
        return -1;
    }

    @Override
    public boolean contains(Object row) {
        return indexOf(row) >= 0;
    }
}
