package dev.parallax.statistics;

import java.util.Arrays;
import java.util.SplittableRandom;

/// The session bootstrap of a share: sessions are drawn with replacement, as many as there are,
/// 2,000 times, and each draw gives a share (Davison & Hinkley 1997, *Bootstrap Methods and their
/// Application*, §3.8: whole clusters). Only the two sums of each session are drawn, not its views.
///
/// The random numbers start from a fixed seed: the same question has the same answer.
final class SessionBootstrap {

    private static final int DRAWS = 2_000;
    private static final long SEED = 0x9A7A11A8L;

    private SessionBootstrap() {}

    /// The percentile interval of the share of the field at or below each of `x`: the 2.5 % and
    /// 97.5 % quantiles of the drawn shares. All of them come from the same draws.
    static Interval[] ofSharesAtMost(ClusteredSample sample, double... x) {
        double[] from = new double[x.length];
        Arrays.fill(from, Double.NEGATIVE_INFINITY);
        return intervals(new Sums(sample, from, x));
    }

    /// The percentile interval of the share of the field above `from` and at or below `to`.
    static Interval ofShareWithin(ClusteredSample sample, double from, double to) {
        return intervals(new Sums(sample, new double[] {from}, new double[] {to}))[0];
    }

    private static Interval[] intervals(Sums sums) {
        double[][] shares = new double[sums.points][DRAWS];
        var random = new SplittableRandom(SEED);
        double[] drawn = new double[sums.points];
        for (int draw = 0; draw < DRAWS; draw++) {
            sums.drawShares(random, drawn);
            for (int point = 0; point < drawn.length; point++) {
                shares[point][draw] = drawn[point];
            }
        }
        return Arrays.stream(shares)
                .map(ofPoint ->
                        new Interval(
                                Quantiles.type7(ofPoint, SmallestSample.TAIL),
                                Quantiles.type7(ofPoint, 1 - SmallestSample.TAIL)))
                .toArray(Interval[]::new);
    }

    /// What each session has between some values, and all it has.
    private static final class Sums {

        private final int points;

        /// That of point p in session s is at s · points + p.
        private final double[] scored;

        private final double[] whole;

        Sums(ClusteredSample sample, double[] from, double[] to) {
            int sessions = sample.sessions();
            points = to.length;
            scored = new double[sessions * points];
            whole = new double[sessions];
            for (int session = 0; session < sessions; session++) {
                int end = sample.sessionStart(session + 1);
                for (int row = sample.sessionStart(session); row < end; row++) {
                    double weight = sample.weight(row);
                    int value = sample.value(row);
                    for (int point = 0; point < points; point++) {
                        scored[session * points + point] +=
                                value > from[point] && value <= to[point] ? weight : 0;
                    }
                    whole[session] += weight;
                }
            }
        }

        void drawShares(SplittableRandom random, double[] shares) {
            Arrays.fill(shares, 0);
            double wholeSum = 0;
            for (int i = 0; i < whole.length; i++) {
                int session = random.nextInt(whole.length);
                int first = session * points;
                for (int point = 0; point < points; point++) {
                    shares[point] += scored[first + point];
                }
                wholeSum += whole[session];
            }
            for (int point = 0; point < points; point++) {
                shares[point] /= wholeSum;
            }
        }
    }
}
