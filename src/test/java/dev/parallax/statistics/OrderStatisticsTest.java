package dev.parallax.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.junit.jupiter.api.Test;

final class OrderStatisticsTest {

    /// Ranks of the 95 % interval for the median of n values, from Conover 1999, *Practical
    /// Nonparametric Statistics*, 3rd ed., by table A3 (binomial, p = 0.5).
    @Test
    void medianOfRunsLiesBetweenTheKnownRanks() {
        assertThat(OrderStatistics.interval(oneTo(5), 0.5)).isEmpty();
        assertThat(OrderStatistics.interval(oneTo(6), 0.5)).contains(new Interval(1, 6));
        assertThat(OrderStatistics.interval(oneTo(8), 0.5)).contains(new Interval(1, 8));
        assertThat(OrderStatistics.interval(oneTo(9), 0.5)).contains(new Interval(2, 8));
        assertThat(OrderStatistics.interval(oneTo(12), 0.5)).contains(new Interval(3, 10));
        assertThat(OrderStatistics.interval(oneTo(20), 0.5)).contains(new Interval(6, 15));
    }

    @Test
    void missesOnEitherSideAsLittleAsPromisedAndNoLess() {
        for (double q : new double[] {0.1, 0.5, 0.75, 0.9}) {
            for (int n = SmallestSample.forQuantile(q); n <= 400; n += 7) {
                Interval interval = OrderStatistics.interval(oneTo(n), q).orElseThrow();
                var below = BinomialDistribution.of(n, q);
                int low = (int) interval.low();
                int high = (int) interval.high();

                assertThat(below.cumulativeProbability(low - 1)).isLessThanOrEqualTo(0.025);
                assertThat(below.cumulativeProbability(low)).isGreaterThan(0.025);
                assertThat(below.survivalProbability(high - 1)).isLessThanOrEqualTo(0.025);
                assertThat(below.survivalProbability(high - 2)).isGreaterThan(0.025);
            }
        }
    }

    /// By hand for 6 values: γ = 96.875 %, γ' = 78.125 %, I = 0.1, λ = 5 · 0.1 / 1.4 = 5 / 14.
    @Test
    void theMediansIntervalIsInterpolated() {
        assertThat(OrderStatistics.median(oneTo(5))).isEmpty();
        Interval six = OrderStatistics.median(oneTo(6)).orElseThrow();
        assertThat(six.low()).isCloseTo(1 + 5.0 / 14, within(1e-12));
        assertThat(six.high()).isCloseTo(6 - 5.0 / 14, within(1e-12));
        for (int n = 6; n <= 200; n++) {
            Interval inner = OrderStatistics.median(oneTo(n)).orElseThrow();
            Interval whole = OrderStatistics.interval(oneTo(n), 0.5).orElseThrow();
            assertThat(inner.isInside(whole)).isTrue();
            assertThat(inner.low()).isLessThan(whole.low() + 1);
            assertThat(inner.low() + inner.high()).isCloseTo(n + 1, within(1e-9));
        }
    }

    @Test
    void chancesAreThoseOfCommonsStatistics() {
        for (int n : new int[] {1, 6, 80, 2_000}) {
            double[] chances = Binomial.chances(n, 0.3);
            var commons = BinomialDistribution.of(n, 0.3);
            for (int successes = 0; successes <= n; successes++) {
                assertThat(chances[successes])
                        .isCloseTo(commons.probability(successes), within(1e-12));
            }
        }
    }

    private static double[] oneTo(int n) {
        return IntStream.rangeClosed(1, n).asDoubleStream().toArray();
    }
}
