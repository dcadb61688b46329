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

    /// The percentile interval of the share of the field at or below `x`: the 2.5 % and 97.5 %
    /// quantiles of the drawn shares.
    static Interval ofShareAtMost(ClusteredSample sample, double x) {
        var sums = new Sums(sample, x);
        double[] shares = new double[DRAWS];
        var random = new SplittableRandom(SEED);
        Arrays.setAll(shares, _ -> sums.drawShare(random));
        return new Interval(
                Quantiles.type7(shares, SmallestSample.TAIL),
                Quantiles.type7(shares, 1 - SmallestSample.TAIL));
    }

    /// What each session has at or below a value, and all it has.
    private static final class Sums {

        private final double[] atMost;
        private final double[] whole;

        Sums(ClusteredSample sample, double x) {
            int sessions = sample.sessions();
            atMost = new double[sessions];
            whole = new double[sessions];
            for (int session = 0; session < sessions; session++) {
                int end = sample.sessionStart(session + 1);
                for (int row = sample.sessionStart(session); row < end; row++) {
                    double weight = sample.weight(row);
                    atMost[session] += sample.value(row) <= x ? weight : 0;
                    whole[session] += weight;
                }
            }
        }

        double drawShare(SplittableRandom random) {
            double atMostSum = 0;
            double wholeSum = 0;
            for (int i = 0; i < whole.length; i++) {
                int session = random.nextInt(whole.length);
                atMostSum += atMost[session];
                wholeSum += whole[session];
            }
            return atMostSum / wholeSum;
        }
    }
}
