package dev.parallax.rum;

import java.time.ZoneId;

/// Tells times in wanted hours of the week from others. Of stretches of about a quarter of an hour
/// it is known beforehand what all of their times are, but for the few in which that changes: no
/// division for each row.
final class WantedHours {
    private static final byte NONE = 0;
    private static final byte ALL = 1;
    private static final byte SOME = 2;

    /// 2²⁰ ms, 17.5 minutes.
    private static final int SHORTEST_BITS = 20;

    /// 36 years of the shortest ones: 1 MB.
    private static final int MOST_STRETCHES = 1 << 20;

    private final LocalHours hours;
    private final byte[] wanted;
    private final long begin;
    private final int bits;
    private final byte[] stretches;

    /// @param range all known times are in it
    /// @param wanted one entry an hour of the week: 1 if wanted, otherwise 0
    WantedHours(TimeWindow range, ZoneId zone, byte[] wanted) {
        this.hours = new LocalHours(range, zone);
        this.wanted = wanted.clone();
        begin = range.from().toEpochMilli();
        long last = range.to().toEpochMilli() - 1;
        int longer = SHORTEST_BITS;
        while ((last - begin) >>> longer >= MOST_STRETCHES) {
            longer++;
        }
        bits = longer;
        stretches = new byte[(int) ((last - begin) >>> bits) + 1];
        int period = 0;
        for (int i = 0; i < stretches.length; i++) {
            long from = begin + ((long) i << bits);
            long to = Math.min(from + (1L << bits) - 1, last);
            period = Math.max(hours.period(from, period), 0);
            stretches[i] = alike(from, to, period);
        }
    }

    private byte alike(long from, long to, int period) {
        if (!areAlike(from, to, period)) {
            return SOME;
        }
        return wanted[hours.hour(from, period)] == 1 ? ALL : NONE;
    }

    /// A stretch of an hour at most is in two hours of the week at most: those of its ends.
    private boolean areAlike(long from, long to, int period) {
        return to - from <= LocalHours.MILLIS_PER_HOUR
                && hours.period(from, period) == period
                && hours.period(to, period) == period
                && wanted[hours.hour(from, period)] == wanted[hours.hour(to, period)];
    }

    /// Whether all times from one to another, both included, are wanted, or none is.
    boolean areAlike(long from, long to) {
        int period = hours.period(from, 0);
        return period != TimeSteps.OUTSIDE && areAlike(from, to, period);
    }

    /// 1 if a time is wanted, otherwise 0; an unknown one is not.
    long of(long time) {
        long stretch = (time - begin) >>> bits;
        if (stretch >= stretches.length) {
            return 0;
        }
        byte known = stretches[(int) stretch];
        return known == SOME ? look(time) : known;
    }

    private long look(long time) {
        int period = hours.period(time, 0);
        return period == TimeSteps.OUTSIDE ? 0 : wanted[hours.hour(time, period)];
    }
}
