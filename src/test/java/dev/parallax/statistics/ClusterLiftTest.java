package dev.parallax.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ClusterLiftTest {
    private static final int MOST_VIEWS = 8;
    private static final double HAVING = 0.2;
    private static final double PICKED_IF_HAVING = 0.3;
    private static final double PICKED_IF_NOT = 0.15;
    private static final double TRUTH =
            PICKED_IF_HAVING / (HAVING * PICKED_IF_HAVING + (1 - HAVING) * PICKED_IF_NOT);

    /// SciPy 1.17.1, scipy.stats.contingency.relative_risk(y, p, x, n) and its
    /// confidence_interval(0.95).
    @ParameterizedTest
    @CsvSource({
        "30, 100, 20, 200, 3.0, 1.797263187985246, 5.007613832056008",
        "12, 250, 40, 900, 1.08, 0.5753708964679072, 2.0272141103422308",
        "500, 2000, 300, 9000, 7.5, 6.554929607208681, 8.581327851048156",
        "7, 10, 5, 60, 8.4, 3.3071371243911463, 21.33567413325515"
    })
    void ofIndependentViewsIsTheRelativeRisk(
            int y, int p, int x, int n, double ratio, double low, double high) {
        var picked = new ClusterTotals(independent(y, p, 0, n), independent(p, p, 0, n));
        var compared = new ClusterTotals(independent(x, n, p, 0), independent(n, n, p, 0));
        ClusterLift.Lift lift = ClusterLift.of(picked, p, compared, n);
        assertThat(lift.value()).isCloseTo(ratio, within(1e-9));
        // SciPy takes the normal in the place of t, and does not correct for k / (k - 1)
        double scale =
                Normal.Z_975 / Normal.student975(y - 1L) * Math.sqrt((p + n - 1.0) / (p + n));
        assertThat(ratio * Math.pow(lift.interval().low() / ratio, scale))
                .isCloseTo(low, within(1e-9));
        assertThat(ratio * Math.pow(lift.interval().high() / ratio, scale))
                .isCloseTo(high, within(1e-9));
    }

    /// Ones for the first so many of a block of views, with empty places before and after.
    private static double[] independent(int ones, int block, int before, int after) {
        var clusters = new double[before + block + after];
        Arrays.fill(clusters, before, before + ones, 1);
        return clusters;
    }

    @Test
    void fewOfThePickedGiveTheIntervalOfWilson() {
        var none = new ClusterTotals(new double[400], ones(400));
        var half = new ClusterTotals(independent(200, 400, 0, 0), ones(400));
        ClusterLift.Lift lift = ClusterLift.of(none, 50, half, 400);
        assertThat(lift.value()).isZero();
        assertThat(lift.interval().low()).isZero();
        // 0 of 50 has 7.1 %, twice that of a half
        assertThat(lift.interval().high()).isCloseTo(0.142, within(0.002));
        assertThatThrownBy(() -> ClusterLift.of(half, 400, none, 400))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static double[] ones(int count) {
        return independent(count, count, 0, 0);
    }

    @Test
    void holdsTheTruth() {
        assertThat(coverage(300, 200, 0.5)).isBetween(0.89, 0.995);
    }

    @Test
    @Tag("faults")
    void holdsTheTruthInTwoThousandFields() {
        for (int sessions : new int[] {200, 1_000}) {
            for (double together : new double[] {0, 0.25, 0.5, 1}) {
                assertThat(coverage(2_000, sessions, together))
                        .as("%s sessions, %s", sessions, together)
                        .isBetween(0.92, 0.98);
            }
        }
    }

    /// @param together the chance that a view is picked if and only if its session is, instead of
    ///   by itself
    private static double coverage(int fields, int sessions, double together) {
        var random = new SplittableRandom(3);
        int held = 0;
        for (int field = 0; field < fields; field++) {
            ClusterLift.Lift lift = draw(random, sessions, together);
            held += lift.interval().low() <= TRUTH && TRUTH <= lift.interval().high() ? 1 : 0;
        }
        return held / (double) fields;
    }

    private static ClusterLift.Lift draw(SplittableRandom random, int sessions, double together) {
        var having = new double[sessions];
        var all = new double[sessions];
        var pickedHaving = new double[sessions];
        var picked = new double[sessions];
        for (int session = 0; session < sessions; session++) {
            boolean has = random.nextDouble() < HAVING;
            double chance = has ? PICKED_IF_HAVING : PICKED_IF_NOT;
            boolean sessionPicked = random.nextDouble() < chance;
            int views = random.nextInt(1, MOST_VIEWS + 1);
            for (int view = 0; view < views; view++) {
                boolean isPicked =
                        random.nextDouble() < together
                                ? sessionPicked
                                : random.nextDouble() < chance;
                all[session]++;
                having[session] += has ? 1 : 0;
                picked[session] += isPicked ? 1 : 0;
                pickedHaving[session] += has && isPicked ? 1 : 0;
            }
        }
        var among = new ClusterTotals(pickedHaving, picked);
        var compared = new ClusterTotals(having, all);
        return ClusterLift.of(among, among.whole(), compared, compared.whole());
    }
}
