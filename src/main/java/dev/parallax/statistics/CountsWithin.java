package dev.parallax.statistics;

import java.util.List;

/// What sessions have between two values, where each row stands for itself: in whole numbers, so
/// that parts of the sample may be added up in any order.
final class CountsWithin {
    private static final long UNSIGNED = 0xffff_ffffL;

    private long inside;
    private long views;
    private long insideSquared;
    private long insideTimesViews;
    private long viewsSquared;

    private CountsWithin() {}

    /// The sums for what lies above `from` and at or below `to`.
    static SessionSums of(ClusteredSample sample, double from, double to) {
        int above = (int) Math.clamp(Math.floor(from), -1, Integer.MAX_VALUE);
        int upTo = (int) Math.clamp(Math.floor(to), -1, Integer.MAX_VALUE);
        List<CountsWithin> parts =
                Parts.map(
                        sample.sessions(),
                        sample.size(),
                        (first, end) -> new CountsWithin().add(sample, first, end, above, upTo));
        var all = new CountsWithin();
        parts.forEach(all::add);
        return new SessionSums(
                sample.sessions(),
                all.inside,
                all.views,
                all.insideSquared,
                all.insideTimesViews,
                all.viewsSquared);
    }

    private CountsWithin add(
            ClusteredSample sample, int firstSession, int sessionsEnd, int above, int upTo) {
        int[] values = sample.values();
        int[] starts = sample.sessionStarts();
        long[] beginnings = sample.beginnings(firstSession, sessionsEnd);
        int first = starts[firstSession];
        int rows = starts[sessionsEnd] - first;
        int session = firstSession;
        // Sums in variables, and no loop for each session, as most of them are shorter than what a
        // wrong guess of its end costs
        long inside = 0;
        long squared = 0;
        long timesViews = 0;
        long before = 0;
        long limit = (long) upTo - above;
        for (int i = 0; i < rows; i++) {
            int begins = (int) (beginnings[i >>> 6] >>> i) & 1;
            session += begins;
            before &= begins - 1;
            // a difference that is negative, taken as a number without sign, is beyond any limit
            long found = (((values[first + i] - above - 1) & UNSIGNED) - limit) >>> 63;
            inside += found;
            // the n-th one of a session, from 0, adds 2 · n + 1 to the square of what it has
            squared += found * (2 * before + 1);
            timesViews += found * (starts[session + 1] - starts[session]);
            before += found;
        }
        this.inside += inside;
        insideSquared += squared;
        insideTimesViews += timesViews;
        count(starts, firstSession, sessionsEnd);
        return this;
    }

    private void count(int[] starts, int firstSession, int sessionsEnd) {
        long squared = 0;
        for (int session = firstSession; session < sessionsEnd; session++) {
            int all = starts[session + 1] - starts[session];
            squared += (long) all * all;
        }
        views += starts[sessionsEnd] - starts[firstSession];
        viewsSquared += squared;
    }

    private void add(CountsWithin other) {
        inside += other.inside;
        views += other.views;
        insideSquared += other.insideSquared;
        insideTimesViews += other.insideTimesViews;
        viewsSquared += other.viewsSquared;
    }
}
