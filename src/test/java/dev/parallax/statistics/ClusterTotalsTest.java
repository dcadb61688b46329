package dev.parallax.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

final class ClusterTotalsTest {
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
    private static final double HAVING = 0.2;
    private static final double MU = Math.log(1_800);
    private static final double SPREAD = 0.6;
    private static final double REFERENCE = 1_500;

    /// What those who have it wait beyond the reference, for all: HAVING · E max(0, X − reference)
    /// of a log-normal X, as Black and Scholes have it.
    private static final double TRUTH =
            HAVING
                    * (Math.exp(MU + SPREAD * SPREAD / 2) * tail(MU + SPREAD * SPREAD)
                            - REFERENCE * tail(MU));

    private static double tail(double mean) {
        return NORMAL.cumulativeProbability((mean - Math.log(REFERENCE)) / SPREAD);
    }

    @Test
    void workedExample() {
        var part = new double[16];
        Arrays.fill(part, 0, 4, 1);
        var whole = new double[16];
        Arrays.fill(whole, 1);
        var totals = new ClusterTotals(part, whole);
        assertThat(totals.ratio()).isEqualTo(0.25);
        assertThat(totals.logInterval().low()).isCloseTo(0.0602, within(0.0005));
        assertThat(totals.logInterval().high()).isCloseTo(1.038, within(0.005));
        assertThat(totals.contributing()).isEqualTo(4);
    }

    @Test
    void joinsNeighbours() {
        var totals = new ClusterTotals(new double[] {1, 2, 3, 4}, new double[] {5, 6, 7, 8});
        ClusterTotals joined = totals.joined(2);
        assertThat(joined.partOf(0)).isEqualTo(3);
        assertThat(joined.wholeOf(1)).isEqualTo(15);
        assertThat(joined.ratio()).isEqualTo(totals.ratio());
        assertThat(joined.partOverWhole(totals).ratio()).isEqualTo(totals.ratio());
        assertThatThrownBy(() -> totals.joined(3)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesWhatIsNoWhole() {
        assertThatThrownBy(() -> new ClusterTotals(new double[2], new double[3]))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ClusterTotals(new double[2], new double[2]))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void oneClusterAloneTellsNothing() {
        var totals = new ClusterTotals(new double[] {3, 0, 0}, new double[] {5, 5, 5});
        assertThat(totals.logInterval()).isEqualTo(new Interval(0, Double.POSITIVE_INFINITY));
        var none = new ClusterTotals(new double[3], new double[] {5, 5, 5});
        assertThat(none.logInterval()).isEqualTo(new Interval(0, 0));
    }

    @Test
    void holdsTheTruth() {
        assertThat(coverage(300, 400, 0.3, 400)).isBetween(0.89, 0.995);
    }

    @Test
    @Tag("faults")
    void holdsTheTruthInTwoThousandFields() {
        for (int sessions : new int[] {200, 1_000, 4_000}) {
            for (double correlation : new double[] {0, 0.25, 0.5}) {
                assertThat(coverage(2_000, sessions, correlation, Math.min(sessions, 1_000)))
                        .as("%s sessions, correlation %s", sessions, correlation)
                        .isBetween(0.92, 0.98);
            }
        }
    }

    private static double coverage(int fields, int sessions, double correlation, int bundles) {
        var random = new SplittableRandom(5);
        int held = 0;
        for (int field = 0; field < fields; field++) {
            Interval interval = draw(random, sessions, correlation).joined(bundles).logInterval();
            held += interval.low() <= TRUTH && TRUTH <= interval.high() ? 1 : 0;
        }
        return held / (double) fields;
    }

    private static ClusterTotals draw(SplittableRandom random, int sessions, double correlation) {
        var part = new double[sessions];
        var whole = new double[sessions];
        for (int session = 0; session < sessions; session++) {
            boolean has = random.nextDouble() < HAVING;
            double shared = Math.sqrt(correlation) * random.nextGaussian();
            int views = random.nextInt(1, 9);
            for (int view = 0; view < views; view++) {
                double own = Math.sqrt(1 - correlation) * random.nextGaussian();
                double value = Math.exp(MU + SPREAD * (shared + own));
                part[session] += has ? Math.max(0, value - REFERENCE) : 0;
                whole[session]++;
            }
        }
        return new ClusterTotals(part, whole);
    }
}
