package dev.parallax.rum;

import dev.parallax.progress.Progress;
import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Turns the times of rows into codes by which their values can be grouped: 0 where the time is
/// unknown or does not count, and for rows that are not selected; otherwise the number of the group
/// plus 1.
final class TimeCodes {
    /// Hours in a week.
    static final int HOURS = 7 * 24;

    private static final long MILLIS_PER_HOUR = 3_600_000;

    /// 1970 began on a Thursday.
    private static final int FIRST_HOUR = 3 * 24;

    private TimeCodes() {}

    /// The codes of stretches of time.
    static Codes ofSteps(long[] times, TimeSteps steps, Selection selection, Progress progress) {
        return codes(
                steps.count() + 1,
                selection,
                progress,
                (words, from, to, piece) -> {
                    int step = 0;
                    for (int w = from >>> 6; w < Selection.wordsFor(to); w++) {
                        for (long left = words[w]; left != 0; left &= left - 1) {
                            int row = (w << 6) + Long.numberOfTrailingZeros(left);
                            int found = steps.of(times[row], step);
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
            long[] times, TimeWindow window, ZoneId zone, Selection selection, Progress progress) {
        TimeSteps steps = steps(transitions(window, zone), window);
        long[] offsets = new long[steps.count()];
        for (int i = 0; i < offsets.length; i++) {
            Instant begin = Instant.ofEpochMilli(steps.start(i));
            offsets[i] = zone.getRules().getOffset(begin).getTotalSeconds() * 1000L;
        }
        return codes(
                HOURS + 1,
                selection,
                progress,
                (words, from, to, piece) -> {
                    int step = 0;
                    for (int w = from >>> 6; w < Selection.wordsFor(to); w++) {
                        for (long left = words[w]; left != 0; left &= left - 1) {
                            int row = (w << 6) + Long.numberOfTrailingZeros(left);
                            int found = steps.of(times[row], step);
                            if (found != TimeSteps.OUTSIDE) {
                                step = found;
                                long hour =
                                        Math.floorDiv(times[row] + offsets[step], MILLIS_PER_HOUR)
                                                + FIRST_HOUR;
                                piece[row - from] = (int) Math.floorMod(hour, (long) HOURS) + 1;
                            }
                        }
                    }
                });
    }

    private static List<Long> transitions(TimeWindow window, ZoneId zone) {
        var transitions = new ArrayList<Long>();
        ZoneRules rules = zone.getRules();
        ZoneOffsetTransition next = rules.nextTransition(window.from());
        while (next != null && next.getInstant().isBefore(window.to())) {
            transitions.add(next.getInstant().toEpochMilli());
            next = rules.nextTransition(next.getInstant());
        }
        return transitions;
    }

    private static TimeSteps steps(List<Long> transitions, TimeWindow window) {
        var starts = new long[transitions.size() + 2];
        starts[0] = window.from().toEpochMilli();
        for (int i = 0; i < transitions.size(); i++) {
            starts[i + 1] = transitions.get(i);
        }
        starts[starts.length - 1] = window.to().toEpochMilli();
        return new TimeSteps(starts);
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
