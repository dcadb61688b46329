package dev.parallax.rum;

import dev.parallax.metric.Metric;
import dev.parallax.progress.Progress;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToLongFunction;

/// Sorts the rows of a selection by a column: first dealt into up to two million piles by the
/// highest bits of their keys, which already sorts most metrics, then each pile by itself. Stable.
final class RowSort {
    /// Two million piles: a counter for each is 8 MB.
    private static final int PILE_BITS = 21;

    /// Up to this size inserting is faster than anything else.
    private static final int SMALL_PILE = 32;

    /// In a packed pile a row has the low half of a long, so what is left of a key may have one bit
    /// less: times may lie 142,000 years apart.
    private static final int MOST_LOW_BITS = 31;

    private final Selection selection;
    private final Progress progress;

    private RowSort(Selection selection, Progress progress) {
        this.selection = selection;
        this.progress = progress;
    }

    /// The selected rows of a data set in an order.
    static int[] sort(Columns columns, Selection selection, RowOrder order, Progress progress) {
        var sort = new RowSort(selection, progress);
        Metric metric = order.metric();
        return metric == null
                ? sort.byTime(columns.moments(), order.direction())
                : sort.byValue(columns.metric(metric), order.direction());
    }

    /// The smallest and the largest value that rows have.
    private record Range(long smallest, long largest) {
        boolean isEmpty() {
            return largest < smallest;
        }

        long span() {
            return Math.subtractExact(largest, smallest);
        }
    }

    /// The selected rows in the order of times, those without one at the end.
    private int[] byTime(Moments times, RowOrder.Direction direction) {
        Range range = range(row -> times.at(row) == Chunk.NO_TIME ? Long.MIN_VALUE : times.at(row));
        if (range.isEmpty()) {
            return rows(0, piles(0, (_, _, _) -> {}), _ -> 0, 0);
        }
        int shift = shift(range.span());
        long smallest = range.smallest();
        long largest = range.largest();
        int last = (int) (range.span() >>> shift) + 1;
        return switch (direction) {
            case ASCENDING ->
                    rows(
                            last,
                            piles(
                                    last,
                                    (piles, from, to) -> {
                                        for (int row = from; row < to; row++) {
                                            if (times.at(row) != Chunk.NO_TIME) {
                                                piles[row] =
                                                        (int)
                                                                ((times.at(row) - smallest)
                                                                        >>> shift);
                                            }
                                        }
                                    }),
                            row -> times.at(row) - smallest,
                            shift);
            case DESCENDING ->
                    rows(
                            last,
                            piles(
                                    last,
                                    (piles, from, to) -> {
                                        for (int row = from; row < to; row++) {
                                            if (times.at(row) != Chunk.NO_TIME) {
                                                piles[row] =
                                                        (int) ((largest - times.at(row)) >>> shift);
                                            }
                                        }
                                    }),
                            row -> largest - times.at(row),
                            shift);
        };
    }

    /// The selected rows in the order of a metric's values, those without one at the end.
    private int[] byValue(int[] values, RowOrder.Direction direction) {
        Range range = range(row -> values[row] == Chunk.MISSING ? Long.MIN_VALUE : values[row]);
        int largest = range.isEmpty() ? 0 : (int) range.largest();
        int shift = shift(largest);
        int last = (largest >>> shift) + 1;
        return switch (direction) {
            case ASCENDING ->
                    rows(
                            last,
                            piles(
                                    last,
                                    (piles, from, to) -> {
                                        for (int row = from; row < to; row++) {
                                            if (values[row] != Chunk.MISSING) {
                                                piles[row] = values[row] >>> shift;
                                            }
                                        }
                                    }),
                            row -> values[row],
                            shift);
            case DESCENDING ->
                    rows(
                            last,
                            piles(
                                    last,
                                    (piles, from, to) -> {
                                        for (int row = from; row < to; row++) {
                                            if (values[row] != Chunk.MISSING) {
                                                piles[row] = (largest - values[row]) >>> shift;
                                            }
                                        }
                                    }),
                            row -> largest - values[row],
                            shift);
        };
    }

    private static int shift(long largest) {
        int shift = Math.max(0, Long.SIZE - Long.numberOfLeadingZeros(largest) - PILE_BITS);
        if (shift > MOST_LOW_BITS) {
            throw new IllegalArgumentException("times are too far from each other: " + largest);
        }
        return shift;
    }

    /// @param keys of rows that have none, the smallest long
    private Range range(IntToLongFunction keys) {
        List<long[]> parts =
                Scan.rows(
                        selection.rows(),
                        progress,
                        () -> new long[] {Long.MAX_VALUE, Long.MIN_VALUE},
                        (part, from, to) -> {
                            for (int row = from; row < to; row++) {
                                long key = keys.applyAsLong(row);
                                if (key != Long.MIN_VALUE) {
                                    part[0] = Math.min(part[0], key);
                                    part[1] = Math.max(part[1], key);
                                }
                            }
                        });
        return new Range(
                parts.stream().mapToLong(part -> part[0]).min().orElseThrow(),
                parts.stream().mapToLong(part -> part[1]).max().orElseThrow());
    }

    /// Says of some rows which pile they go to.
    @FunctionalInterface
    private interface Dealer {
        void deal(int[] piles, int from, int to);
    }

    /// The pile of each row, the last one unless the dealer says otherwise.
    private int[] piles(int last, Dealer dealer) {
        var piles = new int[selection.rows()];
        Scan.rows(
                selection.rows(),
                progress,
                () -> piles,
                (into, from, to) -> {
                    Arrays.fill(into, from, to, last);
                    dealer.deal(into, from, to);
                });
        return piles;
    }

    /// @param last the pile of the rows that have no key, which stays as it is
    /// @param shift how many of a key's low bits a pile does not tell apart
    private int[] rows(int last, int[] piles, IntToLongFunction keys, int shift) {
        var ends = new int[last + 1];
        count(piles, ends);
        int count = 0;
        for (int pile = 0; pile <= last; pile++) {
            int size = ends[pile];
            ends[pile] = count;
            count += size;
        }
        var sorted = new int[count];
        deal(piles, ends, sorted);
        if (shift > 0) {
            int begin = 0;
            for (int pile = 0; pile < last; pile++) {
                if ((pile & 0xffff) == 0) {
                    progress.throwIfCancelled();
                }
                sort(sorted, begin, ends[pile], keys, shift);
                begin = ends[pile];
            }
        }
        return sorted;
    }

    private void count(int[] piles, int[] counts) {
        long[] words = selection.words();
        for (int w = 0; w < words.length; w++) {
            if ((w & 0x3ff) == 0) {
                progress.throwIfCancelled();
            }
            for (long left = words[w]; left != 0; left &= left - 1) {
                counts[piles[(w << 6) + Long.numberOfTrailingZeros(left)]]++;
            }
        }
    }

    private void deal(int[] piles, int[] next, int[] sorted) {
        long[] words = selection.words();
        for (int w = 0; w < words.length; w++) {
            if ((w & 0x3ff) == 0) {
                progress.throwIfCancelled();
            }
            for (long left = words[w]; left != 0; left &= left - 1) {
                int row = (w << 6) + Long.numberOfTrailingZeros(left);
                sorted[next[piles[row]]++] = row;
            }
        }
    }

    private static void sort(int[] rows, int from, int to, IntToLongFunction keys, int shift) {
        if (to - from <= SMALL_PILE) {
            insert(rows, from, to, keys);
        } else {
            long low = (1L << shift) - 1;
            var packed = new long[to - from];
            for (int i = from; i < to; i++) {
                packed[i - from] = (keys.applyAsLong(rows[i]) & low) << Integer.SIZE | rows[i];
            }
            Arrays.sort(packed);
            for (int i = from; i < to; i++) {
                rows[i] = (int) packed[i - from];
            }
        }
    }

    private static void insert(int[] rows, int from, int to, IntToLongFunction keys) {
        for (int i = from + 1; i < to; i++) {
            int row = rows[i];
            long key = keys.applyAsLong(row);
            int at = i;
            while (at > from && keys.applyAsLong(rows[at - 1]) > key) {
                rows[at] = rows[at - 1];
                at--;
            }
            rows[at] = row;
        }
    }
}
