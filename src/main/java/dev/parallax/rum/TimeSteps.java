package dev.parallax.rum;

/// Stretches of time that follow one another: the columns of a chart, or hours and days. Made for
/// rows that come nearly in order of time, of which most are in the stretch of the one before.
final class TimeSteps {
    /// Not in any stretch.
    static final int OUTSIDE = -1;

    private final long[] starts;
    private final double stepsPerMilli;

    /// @param starts of all stretches in milliseconds since 1970, then the end of the last one;
    ///   each later than the one before, at least two
    TimeSteps(long[] starts) {
        this.starts = starts;
        this.stepsPerMilli = count() / (double) (end() - starts[0]);
    }

    /// Stretches of the same length, to a millisecond; fewer than asked for if there are not enough
    /// milliseconds.
    static TimeSteps even(TimeWindow window, int count) {
        long from = window.from().toEpochMilli();
        long span = window.to().toEpochMilli() - from;
        int steps = Math.clamp(span, 1, count);
        var starts = new long[steps + 1];
        for (int i = 0; i <= steps; i++) {
            starts[i] = from + span / steps * i + span % steps * i / steps;
        }
        return new TimeSteps(starts);
    }

    int count() {
        return starts.length - 1;
    }

    /// When a stretch begins; the one behind the last begins when that ends.
    long start(int step) {
        return starts[step];
    }

    private long end() {
        return starts[starts.length - 1];
    }

    /// The stretch a time is in, or [#OUTSIDE].
    ///
    /// @param hint the stretch to look at first
    int of(long time, int hint) {
        return time >= starts[hint] && time < starts[hint + 1] ? hint : find(time);
    }

    private int find(long time) {
        if (time < starts[0] || time >= end()) {
            return OUTSIDE;
        }
        int step = (int) Math.min((time - starts[0]) * stepsPerMilli, count() - 1);
        while (time < starts[step]) {
            step--;
        }
        while (time >= starts[step + 1]) {
            step++;
        }
        return step;
    }
}
