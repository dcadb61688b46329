package dev.parallax.importer.layout;

import dev.parallax.importer.layout.Node.Target;
import java.util.Arrays;

/// The texts found in one unit, with the record each belongs to: kept until the unit is complete,
/// since what chooses an element, or belongs to all records of a unit, may come after them.
final class RecordTexts {
    /// Characters kept of one unit at most: 128 MB.
    private static final int MOST_LETTERS = 1 << 26;

    private static final int FIRST_ENTRIES = 64;

    private char[] letters = new char[4096];
    private int used;
    private Target[] targets = new Target[FIRST_ENTRIES];
    private int[] starts = new int[FIRST_ENTRIES];
    private int[] lengths = new int[FIRST_ENTRIES];
    private int count;
    private int[] rowStarts = new int[16];
    private int[] rowEnds = new int[16];
    private long[] rowLines = new long[16];
    private int rows;
    private boolean overflown;

    void clear() {
        used = 0;
        count = 0;
        rows = 0;
        overflown = false;
    }

    /// Whether the unit was too large to keep.
    boolean isOverflown() {
        return overflown;
    }

    /// Texts so far: a mark for [#retain] and [#addRow].
    int mark() {
        return count;
    }

    void add(Target target, char[] text, int from, int length) {
        if (used + length > MOST_LETTERS) {
            overflown = true;
            return;
        }
        if (used + length > letters.length) {
            letters = Arrays.copyOf(letters, Math.max(used + length, letters.length * 2));
        }
        if (count == targets.length) {
            targets = Arrays.copyOf(targets, count * 2);
            starts = Arrays.copyOf(starts, count * 2);
            lengths = Arrays.copyOf(lengths, count * 2);
        }
        System.arraycopy(text, from, letters, used, length);
        targets[count] = target;
        starts[count] = used;
        lengths[count] = length;
        used += length;
        count++;
    }

    /// Drops the texts since the mark whose choice at this depth is none of those that hold.
    void retain(int mark, int depth, long chosen) {
        int kept = mark;
        for (int i = mark; i < count; i++) {
            int need = targets[i].need(depth);
            if (need < 0 || (chosen & (1L << need)) != 0) {
                targets[kept] = targets[i];
                starts[kept] = starts[i];
                lengths[kept] = lengths[i];
                kept++;
            }
        }
        count = kept;
    }

    /// Drops the texts since the mark.
    void cut(int mark) {
        count = mark;
    }

    /// Makes the texts since the mark a record of their own.
    void addRow(int mark, long line) {
        if (rows == rowStarts.length) {
            rowStarts = Arrays.copyOf(rowStarts, rows * 2);
            rowEnds = Arrays.copyOf(rowEnds, rows * 2);
            rowLines = Arrays.copyOf(rowLines, rows * 2);
        }
        rowStarts[rows] = mark;
        rowEnds[rows] = count;
        rowLines[rows] = line;
        rows++;
    }

    /// Tells all texts as one record.
    void tell(long line, Fields fields) {
        fields.begin(line);
        tell(0, count, fields);
        fields.end();
    }

    void tellAll(Fields fields) {
        tell(0, count, fields);
    }

    /// Tells the records that were added, each with the texts that belong to none: those of the
    /// unit.
    void tellRows(Fields fields) {
        int[] shared = shared();
        for (int row = 0; row < rows; row++) {
            fields.begin(rowLines[row]);
            for (int i : shared) {
                tell(i, i + 1, fields);
            }
            tell(rowStarts[row], rowEnds[row], fields);
            fields.end();
        }
    }

    /// The texts that are in no record.
    private int[] shared() {
        int[] found = new int[count];
        int size = 0;
        int next = 0;
        for (int i = 0; i < count; i++) {
            while (next < rows && i >= rowEnds[next]) {
                next++;
            }
            if (next == rows || i < rowStarts[next]) {
                found[size++] = i;
            }
        }
        return Arrays.copyOf(found, size);
    }

    private void tell(int from, int to, Fields fields) {
        for (int i = from; i < to; i++) {
            fields.field(targets[i].slot, letters, starts[i], lengths[i]);
        }
    }
}
