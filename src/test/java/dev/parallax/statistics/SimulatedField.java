package dev.parallax.statistics;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/// A seeded field of which the truth is known: sessions of 1 to 8 views, log-normal values around
/// 2,500 ms in tenths of a millisecond, and a given correlation within sessions.
final class SimulatedField {

    private static final double MEDIAN = 25_000;
    private static final double SPREAD = 0.5;
    private static final int MOST_VIEWS = 8;

    private final RandomGenerator random;
    private final int sessions;
    private final double correlation;
    private final double factor;

    SimulatedField(RandomGenerator random, int sessions, double correlation) {
        this(random, sessions, correlation, 1);
    }

    /// @param factor by how many times all values are larger
    SimulatedField(RandomGenerator random, int sessions, double correlation, double factor) {
        this.random = random;
        this.sessions = sessions;
        this.correlation = correlation;
        this.factor = factor;
    }

    /// Draws all sessions anew.
    ClusteredSample draw() {
        int[] codes = new int[MOST_VIEWS * sessions];
        int[] values = drawInto(codes);
        return ClusteredSample.of(values, Arrays.copyOf(codes, values.length), null);
    }

    /// Draws all sessions anew and forgets which view belongs to which.
    ClusteredSample drawWithoutSessions() {
        return ClusteredSample.of(drawInto(new int[MOST_VIEWS * sessions]), null, null);
    }

    /// The true share of views below `x`.
    static double shareBelow(double x) {
        return Normal.cumulative(Math.log(x / MEDIAN) / SPREAD);
    }

    /// The value that is `deviations` standard deviations above the median, on the log scale.
    static double valueAt(double deviations) {
        return MEDIAN * Math.exp(SPREAD * deviations);
    }

    private int[] drawInto(int[] codes) {
        int[] values = new int[codes.length];
        int size = 0;
        for (int session = 0; session < sessions; session++) {
            double shared = Math.sqrt(correlation) * random.nextGaussian();
            int views = random.nextInt(1, MOST_VIEWS + 1);
            for (int view = 0; view < views; view++) {
                double own = Math.sqrt(1 - correlation) * random.nextGaussian();
                values[size] = (int) Math.round(factor * valueAt(shared + own));
                codes[size] = session;
                size++;
            }
        }
        return Arrays.copyOf(values, size);
    }
}
