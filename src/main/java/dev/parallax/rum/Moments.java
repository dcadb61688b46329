package dev.parallax.rum;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// When each page view began. Of each block of 4,096 rows the earliest and the latest time are
/// known, so that in a file ordered by time nearly all rows need no look; and its rows take four
/// bytes each, as they began within 49 days of one another, or else eight.
final class Moments {
    private static final int BLOCK_BITS = 12;
    private static final int WORDS_IN_BLOCK = 1 << (BLOCK_BITS - 6);

    private static final int BLOCK_MASK = (1 << BLOCK_BITS) - 1;
    private static final long UNSIGNED = 0xffff_ffffL;

    /// The place of an unknown time among those of a block.
    private static final int UNKNOWN = -1;

    /// Milliseconds of each row behind the base of its block.
    private final int[] offsets;

    private final long[] bases;

    /// The times of the rows of each block in which they are too far from each other; else null.
    private final List<long @Nullable []> farApart;

    private final long[] earliest;
    private final long[] latest;
    private long first = Long.MAX_VALUE;
    private long last = Long.MIN_VALUE;

    /// @param rows rows of the data set, all of unknown time so far
    Moments(int rows) {
        offsets = new int[rows];
        int blocks = (rows >>> BLOCK_BITS) + 1;
        bases = new long[blocks];
        farApart = new ArrayList<>(Collections.nCopies(blocks, null));
        Arrays.fill(bases, Chunk.NO_TIME);
        earliest = new long[blocks];
        latest = new long[blocks];
        Arrays.fill(earliest, Long.MAX_VALUE);
        Arrays.fill(latest, Long.MIN_VALUE);
    }

    /// From the earliest known time to just after the latest one; empty if none is known.
    Optional<TimeWindow> range() {
        return first > last
                ? Optional.empty()
                : Optional.of(
                        new TimeWindow(
                                Instant.ofEpochMilli(first), Instant.ofEpochMilli(last + 1)));
    }

    /// When a row began, or [Chunk#NO_TIME].
    long at(int row) {
        int block = row >>> BLOCK_BITS;
        long[] times = farApart.get(block);
        if (times != null) {
            return times[row & BLOCK_MASK];
        }
        int offset = offsets[row];
        return offset == UNKNOWN ? Chunk.NO_TIME : bases[block] + (offset & UNSIGNED);
    }

    /// Writes the times of some rows behind those written so far. One that is unknown counts as
    /// earlier than any other.
    void set(int firstRow, long[] from, int count) {
        for (int done = 0; done < count; ) {
            int row = firstRow + done;
            int part = Math.min(count - done, BLOCK_MASK + 1 - (row & BLOCK_MASK));
            setInBlock(row, from, done, part);
            done += part;
        }
    }

    private void setInBlock(int firstRow, long[] from, int begin, int count) {
        int block = firstRow >>> BLOCK_BITS;
        for (int i = begin; i < begin + count; i++) {
            earliest[block] = Math.min(earliest[block], from[i]);
            latest[block] = Math.max(latest[block], from[i]);
            if (from[i] != Chunk.NO_TIME) {
                first = Math.min(first, from[i]);
                last = Math.max(last, from[i]);
            }
        }
        if (bases[block] == Chunk.NO_TIME) {
            bases[block] = base(from, begin, count);
        }
        for (int i = 0; i < count; i++) {
            set(firstRow + i, from[begin + i]);
        }
    }

    private static long base(long[] from, int begin, int count) {
        long base = Long.MAX_VALUE;
        for (int i = begin; i < begin + count; i++) {
            base = from[i] == Chunk.NO_TIME ? base : Math.min(base, from[i]);
        }
        return base == Long.MAX_VALUE ? Chunk.NO_TIME : base;
    }

    private void set(int row, long time) {
        int block = row >>> BLOCK_BITS;
        if (farApart.get(block) == null && !fits(time, bases[block])) {
            spread(block, row);
        }
        long[] times = farApart.get(block);
        if (times != null) {
            times[row & BLOCK_MASK] = time;
        } else {
            offsets[row] = time == Chunk.NO_TIME ? UNKNOWN : (int) (time - bases[block]);
        }
    }

    private static boolean fits(long time, long base) {
        return time == Chunk.NO_TIME
                || (time >= base && time - base >= 0 && time - base < UNSIGNED);
    }

    /// From now on the rows of a block have eight bytes each.
    ///
    /// @param end the first row that is not written yet
    private void spread(int block, int end) {
        var times = new long[BLOCK_MASK + 1];
        for (int row = block << BLOCK_BITS; row < end; row++) {
            times[row & BLOCK_MASK] = at(row);
        }
        farApart.set(block, times);
    }

    /// Takes out of a part of a selection every row that began before `from`, or at `to` or later.
    ///
    /// @param partBegin the first word of the part, at the beginning of a block
    /// @param partEnd the first word behind it
    void retain(long from, long to, long[] words, int partBegin, int partEnd) {
        for (int firstWord = partBegin; firstWord < partEnd; firstWord += WORDS_IN_BLOCK) {
            int block = firstWord / WORDS_IN_BLOCK;
            int endWord = Math.min(firstWord + WORDS_IN_BLOCK, partEnd);
            if (latest[block] < from || earliest[block] >= to) {
                Arrays.fill(words, firstWord, endWord, 0);
            } else if (earliest[block] < from || latest[block] >= to) {
                look(from, to, words, firstWord, endWord);
            }
        }
    }

    private void look(long from, long to, long[] words, int firstWord, int endWord) {
        long span = to - from;
        for (int w = firstWord; w < endWord; w++) {
            if (words[w] == 0) {
                continue;
            }
            long kept = 0;
            int first = w << 6;
            int count = Math.min(64, offsets.length - first);
            for (int i = 0; i < count; i++) {
                // Without a branch: where times are in no order it would be guessed wrong
                long since = at(first + i) - from;
                kept |= ((~since & (since - span)) >>> 63) << i;
            }
            words[w] &= kept;
        }
    }

    /// Takes out of a part of a selection every row that did not begin in wanted hours of the week.
    /// Rows of unknown time began in none.
    ///
    /// @param hours for all times there are
    /// @param partBegin the first word of the part, at the beginning of a block
    /// @param partEnd the first word behind it
    void retain(WantedHours hours, long[] words, int partBegin, int partEnd) {
        for (int firstWord = partBegin; firstWord < partEnd; firstWord += WORDS_IN_BLOCK) {
            int block = firstWord / WORDS_IN_BLOCK;
            int endWord = Math.min(firstWord + WORDS_IN_BLOCK, partEnd);
            if (!hours.areAlike(earliest[block], latest[block])) {
                look(hours, words, firstWord, endWord);
            } else if (hours.of(earliest[block]) == 0) {
                Arrays.fill(words, firstWord, endWord, 0);
            }
        }
    }

    private void look(WantedHours hours, long[] words, int firstWord, int endWord) {
        for (int w = firstWord; w < endWord; w++) {
            long kept = 0;
            for (long left = words[w]; left != 0; left &= left - 1) {
                int bit = Long.numberOfTrailingZeros(left);
                kept |= hours.of(at((w << 6) + bit)) << bit;
            }
            words[w] = kept;
        }
    }
}
