package dev.parallax.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class WeightedHistogramTest {

    @Test
    void quantileIsTheSmallestValueThatReachesIt() {
        var histogram = new WeightedHistogram(2);
        histogram.add(10, 1);
        histogram.add(20, 1);
        histogram.add(30, 2);

        assertThat(histogram.quantile(0.25)).isEqualTo(10);
        assertThat(histogram.quantile(0.5)).isEqualTo(20);
        assertThat(histogram.quantile(0.51)).isEqualTo(30);
        assertThat(histogram.effectiveCount()).isCloseTo(16.0 / 6, within(1e-12));
    }

    /// Summed as doubles, ten weights of 0.1 come to 0.9999999999999999 and three to
    /// 0.30000000000000004.
    @Test
    void equalWeightsReachSharesExactlyWhateverTheyAre() {
        for (double weight : new double[] {0.1, 1 / 3.0, 7.77, 1e-12, 1e12}) {
            var histogram = new WeightedHistogram(weight);
            IntStream.rangeClosed(1, 10).forEach(value -> histogram.add(value, weight));

            for (int tenth = 1; tenth <= 10; tenth++) {
                assertThat(histogram.quantile(tenth / 10.0)).isEqualTo(tenth);
            }
            assertThat(histogram.effectiveCount()).isEqualTo(10);
            assertThat(histogram.totalWeight()).isCloseTo(10 * weight, within(1e-8 * weight));
        }
    }

    @Test
    void answersAsExactArithmeticDoes() {
        var random = new Random(3);
        var histogram = new WeightedHistogram(100);
        for (int round = 0; round < 1_500; round++) {
            int[] values = CountingHistogramTest.randomValues(random);
            double[] weights =
                    Arrays.stream(values).mapToDouble(_ -> random.nextInt(0, 800) / 8.0).toArray();
            weights[0] = 1;
            histogram.clear();
            histogram.addAll(values, weights, 0, values.length);
            double q = random.nextInt(101) / 100.0;
            double x = values[random.nextInt(values.length)] + random.nextInt(-1, 2) / 2.0;
            double below = 0;
            double at = 0;
            for (int i = 0; i < values.length; i++) {
                below += values[i] < x ? weights[i] : 0;
                at += values[i] == x ? weights[i] : 0;
            }

            assertThat(histogram.quantile(q)).isEqualTo(exactQuantile(values, weights, q));
            assertThat(histogram.weightBelow(x)).isEqualTo(below);
            assertThat(histogram.weightAt(x)).isEqualTo(at);
        }
    }

    @Test
    void addsTheSelectedRowsOnly() {
        var histogram = new WeightedHistogram(8);
        histogram.addSelected(
                new int[] {10, 20, 30, 40}, new double[] {1, 2, 4, 8}, 1, 4, new long[] {0b1011});

        assertThat(histogram.count()).isEqualTo(2);
        assertThat(histogram.totalWeight()).isEqualTo(10);
        assertThat(histogram.weightAt(20)).isEqualTo(2);
    }

    @Test
    void leavesOutMissingValuesAndWeightsOfZero() {
        var histogram = new WeightedHistogram(1);
        histogram.add(Distribution.MISSING, 1);
        histogram.add(5, 0);

        assertThat(histogram.count()).isZero();
        assertThat(histogram.isEmpty()).isTrue();
        assertThat(histogram.effectiveCount()).isZero();
    }

    @Test
    void refusesWeightsOutOfRange() {
        var histogram = new WeightedHistogram(10);

        for (double weight : new double[] {-1, 10.1, Double.NaN}) {
            assertThatThrownBy(() -> histogram.add(5, weight))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("weight is not from 0 to 10.0: " + weight);
        }
        assertThat(histogram.isEmpty()).isTrue();
    }

    private static int exactQuantile(int[] values, double[] weights, double q) {
        List<Integer> rows =
                IntStream.range(0, values.length)
                        .boxed()
                        .filter(row -> weights[row] > 0)
                        .sorted(Comparator.comparingInt(row -> values[row]))
                        .toList();
        var total = rows.stream().map(row -> new BigDecimal(weights[row])).reduce(BigDecimal::add);
        var wanted = BigDecimal.valueOf(q).multiply(total.orElseThrow());
        var sum = BigDecimal.ZERO;
        for (int row : rows) {
            sum = sum.add(new BigDecimal(weights[row]));
            if (sum.compareTo(wanted) >= 0) {
                return values[row];
            }
        }
        throw new AssertionError("nothing reaches " + q);
    }
}
