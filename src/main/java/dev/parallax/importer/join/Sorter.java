package dev.parallax.importer.join;

import java.util.ArrayList;
import java.util.List;

/// Sorts any number of rows: in memory while there is room, then in sorted runs in a spill file.
/// For one thread.
final class Sorter {
    private final Spill spill;
    private final Rows rows;
    private final List<Spill.Run> runs = new ArrayList<>();
    private boolean sorted;

    Sorter(Order order, long memoryBytes, Spill spill) {
        this.spill = spill;
        this.rows = new Rows(order, memoryBytes);
    }

    void add(Part part, long content) {
        if (rows.isFull()) {
            rows.sort();
            runs.add(spill.write(rows));
            rows.clear();
        }
        rows.add(part, content);
    }

    /// Sorts what is still in memory; nothing may be added any more. Doing this on the thread that
    /// added shares the work out.
    void sort() {
        if (!sorted) {
            rows.sort();
            sorted = true;
        }
    }

    int runs() {
        return runs.size();
    }

    /// One cursor for each run, and one for what is in memory.
    ///
    /// @param bufferBytes read at a time for each run
    List<Cursor> cursors(int bufferBytes) {
        sort();
        var cursors = new ArrayList<Cursor>();
        for (Spill.Run run : runs) {
            cursors.add(new SpillCursor(spill, run, bufferBytes));
        }
        if (!rows.isEmpty()) {
            cursors.add(new RowsCursor(rows));
        }
        return cursors;
    }
}
