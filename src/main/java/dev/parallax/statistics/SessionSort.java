package dev.parallax.statistics;

import java.util.Arrays;

/// Puts the rows of each session in ascending order of their values; equal ones stay as they are.
final class SessionSort {
    /// Most sessions have a few views, for which inserting each is quicker than to call for help.
    private static final int INSERTED = 12;

    private final int[] values;
    private final int[] rows;
    private final int[] starts;

    SessionSort(int[] values, int[] rows, int[] starts) {
        this.values = values;
        this.rows = rows;
        this.starts = starts;
    }

    /// Sorts within some of the sessions.
    ///
    /// @return this
    SessionSort sort(int firstSession, int sessionsEnd) {
        for (int session = firstSession; session < sessionsEnd; session++) {
            int from = starts[session];
            int to = starts[session + 1];
            if (to - from > INSERTED) {
                sortMany(from, to);
            } else {
                insert(from, to);
            }
        }
        return this;
    }

    private void insert(int from, int to) {
        for (int i = from + 1; i < to; i++) {
            int value = values[i];
            int row = rows[i];
            int at = i;
            while (at > from && values[at - 1] > value) {
                values[at] = values[at - 1];
                rows[at] = rows[at - 1];
                at--;
            }
            values[at] = value;
            rows[at] = row;
        }
    }

    /// An entry has the value in its upper half and the row in its lower.
    private void sortMany(int from, int to) {
        var entries = new long[to - from];
        for (int i = 0; i < entries.length; i++) {
            entries[i] = (long) values[from + i] << Integer.SIZE | rows[from + i];
        }
        Arrays.sort(entries);
        for (int i = 0; i < entries.length; i++) {
            values[from + i] = (int) (entries[i] >>> Integer.SIZE);
            rows[from + i] = (int) entries[i];
        }
    }
}
