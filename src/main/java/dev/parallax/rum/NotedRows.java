package dev.parallax.rum;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// What is noted of those rows of a block that have a metric, so that each column need not look it
/// up again. One loop for each thing: that is what processors are good at.
final class NotedRows {
    /// Rows at a time, so that all of it stays in the processor's cache.
    static final int BLOCK = 8_192;

    /// Of each row its place in the block.
    final int[] places = new int[BLOCK];

    final int[] values = new int[BLOCK];
    final int[] bundles = new int[BLOCK];

    /// Units of weight.
    final long[] masses = new long[BLOCK];

    /// Units of what is summed up beside.
    final long[] scores = new long[BLOCK];

    int count;

    private final int[] stored;
    private final SessionBundles sessions;
    private final double @Nullable [] weights;
    private final Masses units;

    /// Says what the noted rows score.
    @FunctionalInterface
    interface Score {
        /// Writes the score of each noted row.
        ///
        /// @param begin the row of place 0
        void note(NotedRows noted, int begin);
    }

    NotedRows(Columns columns, int[] stored) {
        this.stored = stored;
        sessions = new SessionBundles(columns.sessions());
        weights = columns.isWeighted() ? columns.weights() : null;
        units = Masses.of(columns);
        Arrays.fill(masses, 1);
    }

    /// Notes the selected rows of a block.
    ///
    /// @param begin the first row, a multiple of 64
    void note(long[] words, int begin, int end, Score score) {
        count = find(words, begin, end);
        sessions.of(begin, places, bundles, count);
        if (weights != null) {
            for (int i = 0; i < count; i++) {
                masses[i] = units.of(weights[begin + places[i]]);
            }
        }
        score.note(this, begin);
    }

    private int find(long[] words, int begin, int end) {
        int at = 0;
        for (int w = begin >>> 6; w < Selection.wordsFor(end); w++) {
            int first = w << 6;
            for (long left = words[w]; left != 0; left &= left - 1) {
                int row = first + Long.numberOfTrailingZeros(left);
                int value = stored[row];
                places[at] = row - begin;
                values[at] = value;
                // Without a branch, which would be guessed wrong where values are missing
                at += LogBins.oneUnlessMissing(value);
            }
        }
        return at;
    }
}
