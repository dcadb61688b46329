package dev.parallax.rum;

import dev.parallax.progress.Progress;
import java.time.ZoneId;
import java.util.Arrays;

/// Turns the times of rows into codes by which their values can be grouped: 0 where the time is
/// unknown or does not count, and for rows that are not selected; otherwise the number of the group
/// plus 1.
final class TimeCodes {
    private TimeCodes() {}

    /// The codes of stretches of time.
    static Codes ofSteps(Moments times, TimeSteps steps, Selection selection, Progress progress) {
        return codes(
                steps.count() + 1,
                selection,
                progress,
                (words, from, to, piece) -> {
                    int step = 0;
                    for (int w = from >>> 6; w < Selection.wordsFor(to); w++) {
                        for (long left = words[w]; left != 0; left &= left - 1) {
                            int row = (w << 6) + Long.numberOfTrailingZeros(left);
                            int found = steps.of(times.at(row), step);
                            piece[row - from] = found + 1;
                            step = Math.max(found, 0);
                        }
                    }
                });
    }

    /// The codes of the hours of the week in a time zone, from Monday's first one on.
    ///
    /// @param window all known times are in it
    static Codes ofHours(
            Moments times, TimeWindow window, ZoneId zone, Selection selection, Progress progress) {
        var hours = new LocalHours(window, zone);
        return codes(
                LocalHours.COUNT + 1,
                selection,
                progress,
                (words, from, to, piece) -> {
                    int period = 0;
                    for (int w = from >>> 6; w < Selection.wordsFor(to); w++) {
                        for (long left = words[w]; left != 0; left &= left - 1) {
                            int row = (w << 6) + Long.numberOfTrailingZeros(left);
                            int found = hours.period(times.at(row), period);
                            if (found != TimeSteps.OUTSIDE) {
                                period = found;
                                piece[row - from] = hours.hour(times.at(row), period) + 1;
                            }
                        }
                    }
                });
    }

    /// Codes some rows.
    @FunctionalInterface
    private interface Coder {
        /// @param piece one entry for each row, 0 so far
        void code(long[] words, int from, int to, int[] piece);
    }

    private static Codes codes(
            int cardinality, Selection selection, Progress progress, Coder coder) {
        Codes codes = Codes.allocate(selection.rows(), cardinality);
        Scan.rows(
                selection.rows(),
                progress,
                () -> new int[Chunk.CAPACITY],
                (piece, from, to) -> {
                    Arrays.fill(piece, 0);
                    coder.code(selection.words(), from, to, piece);
                    codes.set(from, piece, to - from);
                });
        return codes;
    }
}
