package dev.parallax.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class CountingHistogramTest {

    /// R 4: `quantile(c(1, 2, 3, 10), c(.25, .5, .75, .9))` and `quantile(1:11, .33)`, which
    /// NumPy's default method confirms.
    @Test
    void quantilesAreThoseOfTypeSeven() {
        var four = of(10, 1, 3, 2);
        var eleven = of(IntStream.rangeClosed(1, 11).toArray());

        assertThat(four.quantile(0.25)).isEqualTo(1.75);
        assertThat(four.quantile(0.5)).isEqualTo(2.5);
        assertThat(four.quantile(0.75)).isEqualTo(4.75);
        assertThat(four.quantile(0.9)).isCloseTo(7.9, within(1e-12));
        assertThat(eleven.quantile(0.33)).isCloseTo(4.3, within(1e-12));
    }

    @Test
    void answersAsSortedValuesDo() {
        var random = new Random(1);
        var histogram = new CountingHistogram();
        for (int round = 0; round < 2_000; round++) {
            int[] values = randomValues(random);
            histogram.clear();
            histogram.addAll(values, 0, values.length);
            double[] doubles = Arrays.stream(values).asDoubleStream().toArray();
            double q = random.nextInt(101) / 100.0;
            double x = values[random.nextInt(values.length)] + random.nextInt(-1, 2) / 2.0;

            assertThat(histogram.count()).isEqualTo(values.length);
            assertThat(histogram.quantile(q)).isEqualTo(Quantiles.type7(doubles, q));
            assertThat(histogram.weightBelow(x)).isEqualTo(count(values, v -> v < x));
            assertThat(histogram.weightAt(x)).isEqualTo(count(values, v -> v == x));
            assertThat(histogram.shareOver(x)).isEqualTo(count(values, v -> v > x) / values.length);
        }
    }

    @Test
    void binsAndDistributionFunctionCountWhatLiesThere() {
        var histogram = of(0, 5, 5, 9, 10, 20, 1 << 20, Integer.MAX_VALUE);
        var weights = new double[4];
        histogram.bins(new double[] {0, 5, 9.5, 20, 1 << 21}, weights);
        var shares = new double[5];
        histogram.cumulative(new double[] {-1, 0, 5, 4.9, 3e9}, shares);

        assertThat(weights).containsExactly(1, 3, 1, 2);
        assertThat(shares).containsExactly(0, 0.125, 0.375, 0.125, 1);
    }

    @Test
    void valuesBeyondTheSlotsAreExact() {
        var histogram = of(3_000_000, 7, 2_000_000, 3_000_000, 1 << 20, (1 << 20) - 1);

        assertThat(histogram.quantile(1)).isEqualTo(3_000_000);
        assertThat(histogram.quantile(0.5)).isEqualTo(((1 << 20) + 2_000_000) / 2.0);
        assertThat(histogram.weightAt(3_000_000)).isEqualTo(2);
        assertThat(histogram.weightBelow(2_000_000)).isEqualTo(3);
    }

    @Test
    void leavesOutMissingValues() {
        var histogram = of(4, Distribution.MISSING, 8);

        assertThat(histogram.count()).isEqualTo(2);
    }

    @Test
    void refusesNegativeValuesAndStaysReadable() {
        var histogram = new CountingHistogram();

        assertThatThrownBy(() -> histogram.addAll(new int[] {4, 70_000, -1, 5}, 0, 4))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("value is negative: -1");
        assertThat(histogram.count()).isEqualTo(2);
        histogram.clear();
        assertThat(histogram.isEmpty()).isTrue();
    }

    @Test
    void addsTheSelectedRowsOnly() {
        var random = new Random(2);
        for (int round = 0; round < 500; round++) {
            int[] values = randomValues(random);
            var selection = new BitSet();
            IntStream.range(0, values.length)
                    .filter(_ -> random.nextBoolean())
                    .forEach(selection::set);
            int from = random.nextInt(values.length);
            int to = random.nextInt(from, values.length + 1);
            var selected = new CountingHistogram();
            selected.addSelected(
                    values,
                    from,
                    to,
                    Arrays.copyOf(selection.toLongArray(), values.length / 64 + 1));
            var expected =
                    of(
                            IntStream.range(from, to)
                                    .filter(selection::get)
                                    .map(row -> values[row])
                                    .toArray());

            assertThat(selected.count()).isEqualTo(expected.count());
            if (!expected.isEmpty()) {
                assertThat(selected.quantile(0.37)).isEqualTo(expected.quantile(0.37));
            }
        }
    }

    @Test
    void anEmptyOneHasNoQuantile() {
        var histogram = new CountingHistogram();

        assertThat(histogram.weightBelow(100)).isZero();
        assertThatThrownBy(() -> histogram.quantile(0.5))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the distribution is empty");
    }

    private static CountingHistogram of(int... values) {
        var histogram = new CountingHistogram();
        for (int value : values) {
            histogram.add(value);
        }
        return histogram;
    }

    /// Few or many values, with ties or without, now and then beyond the slots.
    static int[] randomValues(Random random) {
        int bound = List.of(3, 50, 5_000, 1 << 20, 1 << 22).get(random.nextInt(5));
        return random.ints(random.nextInt(1, 200), 0, bound).toArray();
    }

    private static double count(int[] values, IntPredicate condition) {
        return Arrays.stream(values).filter(condition).count();
    }
}
