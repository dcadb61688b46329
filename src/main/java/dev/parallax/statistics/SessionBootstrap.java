package dev.parallax.statistics;

import dev.parallax.statistics.ClusteredSample.SessionVisitor;
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
        var sums = new Sums(sample.sessions());
        sample.visitSessions(x, 1, sums);
        double[] shares = new double[DRAWS];
        var random = new SplittableRandom(SEED);
        Arrays.setAll(shares, _ -> sums.drawShare(random));
        return new Interval(
                Quantiles.type7(shares, SmallestSample.TAIL),
                Quantiles.type7(shares, 1 - SmallestSample.TAIL));
    }

    private static final class Sums implements SessionVisitor {

        private final double[] scored;
        private final double[] weight;
        private int visited;

        Sums(int sessions) {
            scored = new double[sessions];
            weight = new double[sessions];
        }

        @Override
        public void visit(double scored, double weight) {
            this.scored[visited] = scored;
            this.weight[visited] = weight;
            visited++;
        }

        double drawShare(SplittableRandom random) {
            double scoredSum = 0;
            double weightSum = 0;
            for (int i = 0; i < visited; i++) {
                int session = random.nextInt(visited);
                scoredSum += scored[session];
                weightSum += weight[session];
            }
            return scoredSum / weightSum;
        }
    }
}
