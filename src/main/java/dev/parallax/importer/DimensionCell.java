package dev.parallax.importer;

import dev.parallax.metric.Dimension;
import dev.parallax.rum.Dictionary;

/// Reads the values of one dimension into drafts.
final class DimensionCell implements Cell {
    /// What is longer is not even looked at.
    private static final int LONGEST_VALUE = 4_096;

    private final int index;
    private final CanonicalValues values;

    DimensionCell(Dimension dimension, CanonicalValues values) {
        this.index = Dimension.all().indexOf(dimension);
        this.values = values;
    }

    /// Which of all dimensions it is.
    int index() {
        return index;
    }

    @Override
    public void read(char[] source, int from, int length, Draft draft) {
        int start = Cells.skipBlanks(source, from, from + length);
        int end = Cells.skipBlanksBack(source, start, from + length);
        int code = values.code(source, start, Math.min(end - start, LONGEST_VALUE));
        if (code != Dictionary.UNKNOWN) {
            draft.dimensions[index] = code;
            draft.hasValue = true;
        }
    }
}
