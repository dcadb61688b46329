package dev.parallax.rum;

import java.util.Arrays;
import java.util.stream.IntStream;

/// For each group of rows, and each bundle of sessions in it, how much there is and what it scores.
/// Whole numbers, so that threads may share the rows in any way; only the squares of weights are
/// not, of which nobody reads the last digit.
final class GroupSums {
    /// With more groups in a large data set, fewer bundles are told apart: their sums would not fit
    /// into the processor's cache, and looking them up takes three times as long (measured).
    private static final int MANY_GROUPS = 32;

    private static final int MANY_ROWS = 1_000_000;

    /// The standard error is then itself right to 4 %.
    private static final int FEW_BITS = 8;

    private final boolean weighted;
    private final int bits;
    private final int dropped;

    /// Of every bundle of every group its mass, then its score.
    private final long[] cells;

    private final long[] views;
    private final double[] squares;

    /// Groups of the rows of a data set.
    GroupSums(int groups, Columns columns) {
        weighted = columns.isWeighted();
        bits = groups > MANY_GROUPS && columns.rows() > MANY_ROWS ? FEW_BITS : SessionBundles.BITS;
        dropped = SessionBundles.BITS - bits;
        cells = new long[groups << (bits + 1)];
        views = new long[groups];
        squares = new double[groups];
    }

    /// Adds the rows of a block.
    ///
    /// @param groupOf the group of each code
    /// @param codes of all rows of the block
    void add(int[] groupOf, int[] codes, NotedRows noted) {
        if (weighted) {
            addWeighted(groupOf, codes, noted);
        } else {
            addPlain(groupOf, codes, noted);
        }
    }

    private void addPlain(int[] groupOf, int[] codes, NotedRows noted) {
        int[] places = noted.places;
        int[] bundles = noted.bundles;
        long[] scores = noted.scores;
        int bits = this.bits;
        int dropped = this.dropped;
        for (int i = 0; i < noted.count; i++) {
            int group = groupOf[codes[places[i]]];
            int at = ((group << bits) + (bundles[i] >>> dropped)) << 1;
            cells[at]++;
            cells[at + 1] += scores[i];
        }
    }

    private void addWeighted(int[] groupOf, int[] codes, NotedRows noted) {
        for (int i = 0; i < noted.count; i++) {
            int group = groupOf[codes[noted.places[i]]];
            long mass = noted.masses[i];
            int at = ((group << bits) + (noted.bundles[i] >>> dropped)) << 1;
            cells[at] += mass;
            cells[at + 1] += noted.scores[i];
            views[group]++;
            squares[group] += (double) mass * mass;
        }
    }

    void addAll(GroupSums other) {
        for (int i = 0; i < cells.length; i++) {
            cells[i] += other.cells[i];
        }
        for (int group = 0; group < views.length; group++) {
            views[group] += other.views[group];
            squares[group] += other.squares[group];
        }
    }

    /// The groups that have any row.
    int[] occurring() {
        return IntStream.range(0, views.length).filter(group -> mass(group) > 0).toArray();
    }

    /// Of every bundle of a group its mass, then its score.
    long[] cells(int group) {
        int from = group << (bits + 1);
        return Arrays.copyOfRange(cells, from, from + (2 << bits));
    }

    private long mass(int group) {
        long mass = 0;
        int from = group << (bits + 1);
        for (int i = 0; i < 2 << bits; i += 2) {
            mass += cells[from + i];
        }
        return mass;
    }

    /// Rows of a group.
    long views(int group) {
        return weighted ? views[group] : mass(group);
    }

    /// Kish's effective number of rows of a group that has any.
    double effective(int group) {
        if (!weighted) {
            return mass(group);
        }
        double mass = mass(group);
        double effective = mass * mass / squares[group];
        // Rounding must not turn 13 equal weights into 12.999 and a refusal
        return views[group] - effective < 1e-9 * views[group] ? views[group] : effective;
    }
}
