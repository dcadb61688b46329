package dev.parallax.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class DistanceTest {
    private static final double[] RUNS = {
        1812, 1790, 2043, 1875, 1934, 2210, 1799, 1851, 1920, 1887, 2005, 1841
    };
    private static final int[] FIELD = {
        1200, 1500, 1700, 1800, 1875, 1900, 2000, 2400, 2600, 3100, 3100, 4800, 9000
    };

    /// `scipy.stats.wasserstein_distance` and `scipy.stats.ks_2samp` of SciPy 1.17.1.
    @Test
    void agreesWithSciPy() {
        Distance distance = Distance.of(RUNS, distribution(FIELD, null));

        assertThat(distance.wasserstein()).isCloseTo(1089.0576923076922, within(1e-9));
        assertThat(distance.kolmogorovSmirnov()).isCloseTo(0.46153846153846156, within(1e-15));
        assertThat(distance.at()).isEqualTo(2210);
    }

    /// `scipy.stats.wasserstein_distance` with `v_weights`, SciPy 1.17.1.
    @Test
    void agreesWithSciPyOnWeights() {
        double[] weights = {1, 2, 1, 1, 3, 1, 1, 2, 1, 1, 1, 1, 2};
        assertThat(Distance.of(RUNS, distribution(FIELD, weights)).wasserstein())
                .isCloseTo(1212.1388888888891, within(1e-6));
    }

    @Test
    void isMeasuredInTheSpreadOfTheField() {
        int[] field = {100, 200, 300, 400, 500};
        Distance distance =
                Distance.of(new double[] {1_100, 1_200, 1_300, 1_400, 1_500}, of(field));

        assertThat(distance.wasserstein()).isCloseTo(1_000, within(1e-9));
        assertThat(distance.overSpread()).isCloseTo(5, within(1e-12));
        assertThat(distance.kolmogorovSmirnov()).isEqualTo(1);
        assertThat(distance.at()).isEqualTo(500);
    }

    @Test
    void nothingLiesBetweenEquals() {
        Distance distance = Distance.of(new double[] {5, 5, 9}, of(new int[] {9, 5, 5}));
        assertThat(distance).isEqualTo(new Distance(0, 0, 0, 0));
        assertThat(Distance.of(new double[] {7}, of(new int[] {5, 5})).overSpread()).isInfinite();
    }

    /// Both are checked against the definition at every value, tails beyond the slots included.
    @Test
    void isThatOfTheDefinition() {
        var random = new SplittableRandom(3);
        for (int round = 0; round < 2_000; round++) {
            int range = random.nextInt(4) == 0 ? 3_000_000 : 40;
            double[] runs =
                    random.doubles(1 + random.nextInt(20)).map(d -> (int) (d * range)).toArray();
            int[] field = random.ints(1 + random.nextInt(30), 0, range).toArray();
            double[] weights =
                    random.nextBoolean()
                            ? null
                            : random.ints(field.length, 1, 5).asDoubleStream().toArray();
            check(runs, field, weights);
        }
    }

    private static void check(double[] runs, int[] field, double @Nullable [] weights) {
        double[] places =
                DoubleStream.concat(Arrays.stream(runs), Arrays.stream(field).asDoubleStream())
                        .sorted()
                        .toArray();
        double area = 0;
        double largest = 0;
        for (int i = 0; i < places.length; i++) {
            double gap = Math.abs(share(runs, places[i]) - share(field, weights, places[i]));
            area += i + 1 < places.length ? gap * (places[i + 1] - places[i]) : 0;
            largest = Math.max(largest, gap);
        }
        Distance distance = Distance.of(runs, distribution(field, weights));
        assertThat(distance.wasserstein()).isCloseTo(area, within(1e-6 * (1 + area)));
        assertThat(distance.kolmogorovSmirnov()).isCloseTo(largest, within(1e-12));
        if (largest > 0) {
            assertThat(Math.abs(share(runs, distance.at()) - share(field, weights, distance.at())))
                    .isCloseTo(largest, within(1e-12));
        }
    }

    private static double share(double[] values, double x) {
        return Arrays.stream(values).filter(value -> value <= x).count() / (double) values.length;
    }

    private static double share(int[] values, double @Nullable [] weights, double x) {
        double below = 0;
        double whole = 0;
        for (int i = 0; i < values.length; i++) {
            double weight = weights == null ? 1 : weights[i];
            whole += weight;
            below += values[i] <= x ? weight : 0;
        }
        return below / whole;
    }

    @Test
    void refusesNothing() {
        assertThatThrownBy(() -> Distance.of(new double[0], of(FIELD)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Distance.of(RUNS, of(new int[0])))
                .isInstanceOf(IllegalStateException.class);
    }

    private static Distribution of(int... values) {
        return distribution(values, null);
    }

    private static Distribution distribution(int[] values, double @Nullable [] weights) {
        return ClusteredSample.of(values, null, weights).distribution();
    }
}
