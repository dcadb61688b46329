package dev.parallax.rum;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/// When each page view began. Of each block of 4,096 rows the earliest and the latest time are
/// known, so that in a file ordered by time nearly all rows need no look.
final class Moments {
    private static final int BLOCK_BITS = 12;
    private static final int WORDS_IN_BLOCK = 1 << (BLOCK_BITS - 6);

    private final long[] times;
    private final long[] earliest;
    private final long[] latest;
    private long first = Long.MAX_VALUE;
    private long last = Long.MIN_VALUE;

    /// @param rows rows of the data set, all of unknown time so far
    Moments(int rows) {
        times = new long[rows];
        int blocks = (rows >>> BLOCK_BITS) + 1;
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

    /// When each row began, or [Chunk#NO_TIME].
    long[] times() {
        return times;
    }

    /// Writes the times of some rows. One that is unknown counts as earlier than any other.
    void set(int firstRow, long[] from, int count) {
        System.arraycopy(from, 0, times, firstRow, count);
        for (int i = 0; i < count; i++) {
            int block = (firstRow + i) >>> BLOCK_BITS;
            earliest[block] = Math.min(earliest[block], from[i]);
            latest[block] = Math.max(latest[block], from[i]);
            if (from[i] != Chunk.NO_TIME) {
                first = Math.min(first, from[i]);
                last = Math.max(last, from[i]);
            }
        }
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
            int count = Math.min(64, times.length - first);
            for (int i = 0; i < count; i++) {
                // Without a branch: where times are in no order it would be guessed wrong
                long since = times[first + i] - from;
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
                kept |= hours.of(times[(w << 6) + bit]) << bit;
            }
            words[w] = kept;
        }
    }
}
