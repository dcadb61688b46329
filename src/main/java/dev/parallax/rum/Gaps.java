package dev.parallax.rum;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// Finds stretches of time without a page view, whatever the order in which views come: of each of
/// many short slots it keeps the first and the last view, and a gap reaches from the last view of
/// one slot to the first one of the next that has any.
final class Gaps {
    private static final long SHORTEST_MILLIS = 600_000;

    /// How much less traffic there may be at night, and how rare a gap must be: see
    /// [QualityFacts.Gap].
    private static final int LULL = 10;

    /// Five minutes each for forty years: 64 MB.
    private static final long MOST_SLOTS = 1 << 22;

    private static final double RARE = Math.log(1000);

    private final long begin;
    private final long slotMillis;
    private final long longEnoughMillis;
    private final long[] first;
    private final long[] last;

    /// @param views that have a time, one or more
    Gaps(TimeWindow range, long views) {
        begin = range.from().toEpochMilli();
        long span = range.to().toEpochMilli() - begin;
        double usual = (double) span / views * (Math.log((double) views) + RARE);
        double wanted = Math.max(SHORTEST_MILLIS, LULL * usual);
        // A gap is at least two slots long, so that one between is empty
        slotMillis = Math.max((long) Math.ceil(wanted / 2), span / MOST_SLOTS + 1);
        longEnoughMillis = 2 * slotMillis;
        first = new long[(int) (span / slotMillis) + 1];
        last = new long[first.length];
        Arrays.fill(first, Long.MAX_VALUE);
        Arrays.fill(last, Long.MIN_VALUE);
    }

    void add(long time) {
        int slot = (int) ((time - begin) / slotMillis);
        first[slot] = Math.min(first[slot], time);
        last[slot] = Math.max(last[slot], time);
    }

    /// From the longest to the shortest.
    List<QualityFacts.Gap> longestFirst() {
        var gaps = new ArrayList<QualityFacts.Gap>();
        long before = Long.MAX_VALUE;
        for (int slot = 0; slot < first.length; slot++) {
            if (last[slot] == Long.MIN_VALUE) {
                continue;
            }
            if (before != Long.MAX_VALUE && first[slot] - before >= longEnoughMillis) {
                gaps.add(
                        new QualityFacts.Gap(
                                Instant.ofEpochMilli(before), Instant.ofEpochMilli(first[slot])));
            }
            before = last[slot];
        }
        gaps.sort(
                Comparator.comparing(QualityFacts.Gap::length)
                        .reversed()
                        .thenComparing(QualityFacts.Gap::from));
        return gaps;
    }

    static Duration together(List<QualityFacts.Gap> gaps) {
        return gaps.stream().map(QualityFacts.Gap::length).reduce(Duration.ZERO, Duration::plus);
    }
}
