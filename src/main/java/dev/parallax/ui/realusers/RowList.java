package dev.parallax.ui.realusers;

import java.util.AbstractList;
import java.util.List;
import javafx.collections.ListChangeListener;
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
        rows = newRows;
        fireChange(new Replacement(this, before));
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

    /// All rows are others now. JavaFX's own way to say so copies those that were there, one object
    /// each: a second for ten millions, in which the window stands still.
    private static final class Replacement extends ListChangeListener.Change<Integer> {
        private final List<Integer> before;
        private final int size;
        private boolean isTold;

        Replacement(RowList list, List<Integer> before) {
            super(list);
            this.before = before;
            size = list.size();
        }

        @Override
        public boolean next() {
            boolean isFirst = !isTold;
            isTold = true;
            return isFirst && (size > 0 || !before.isEmpty());
        }

        @Override
        public void reset() {
            isTold = false;
        }

        @Override
        public int getFrom() {
            return 0;
        }

        @Override
        public int getTo() {
            return size;
        }

        @Override
        public List<Integer> getRemoved() {
            return before;
        }

        @Override
        protected int[] getPermutation() {
            return new int[0];
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
