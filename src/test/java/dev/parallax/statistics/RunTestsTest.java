package dev.parallax.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.apache.commons.statistics.inference.AlternativeHypothesis;
import org.apache.commons.statistics.inference.MannWhitneyUTest;
import org.junit.jupiter.api.Test;

/// Mann-Whitney, Hodges-Lehmann and Cliff's delta against published numbers, SciPy, Commons
/// Statistics and their definitions.
final class RunTestsTest {
    private static final double[] BEFORE = {
        1812, 1790, 2043, 1875, 1934, 2210, 1799, 1851, 1920, 1887, 2005, 1841
    };
    private static final double[] AFTER = {
        1912, 1890, 1743, 1675, 1634, 1720, 1699, 1751, 1620, 1687, 1705, 1642
    };

    /// The permeability of two membranes, Hollander, Wolfe & Chicken 2014, table 4.1; θ̂ = 0.305
    /// and the interval −0.15 to 0.76 are those of example 4.3; p is SciPy's 1.17.1
    /// (`mannwhitneyu`, exact).
    @Test
    void agreesWithThePublishedExample() {
        double[] atTerm = {0.80, 0.83, 1.89, 1.04, 1.45, 1.38, 1.91, 1.64, 0.73, 1.46};
        double[] earlier = {1.15, 0.88, 0.90, 0.74, 1.21};

        MannWhitney test = MannWhitney.of(earlier, atTerm);
        assertThat(test.u()).isEqualTo(35);
        assertThat(test.p()).isCloseTo(0.2544122544122544, within(1e-14));
        assertThat(test.method()).isEqualTo(MannWhitney.Method.EXACT);

        HodgesLehmann shift = HodgesLehmann.of(earlier, atTerm);
        assertThat(shift.shift()).isCloseTo(0.305, within(1e-12));
        assertThat(shift.interval().low()).isCloseTo(-0.15, within(1e-12));
        assertThat(shift.interval().high()).isCloseTo(0.76, within(1e-12));
    }

    /// `scipy.stats.mannwhitneyu(before, after, method="exact")` of SciPy 1.17.1; the shift and its
    /// limits are the 38th smallest and largest of NumPy's sorted differences.
    @Test
    void agreesWithSciPyWithoutTies() {
        MannWhitney test = MannWhitney.of(AFTER, BEFORE);
        assertThat(test.u()).isEqualTo(130);
        assertThat(MannWhitney.of(BEFORE, AFTER).u()).isEqualTo(14);
        assertThat(test.p()).isCloseTo(0.0003712803551274409, within(1e-16));

        assertThat(HodgesLehmann.of(BEFORE, AFTER))
                .isEqualTo(new HodgesLehmann(-176.5, new Interval(-262, -108)));
    }

    /// `mannwhitneyu(…, method="asymptotic", use_continuity=False)` of SciPy 1.17.1.
    @Test
    void agreesWithSciPyOnTies() {
        double[] first = {120, 120, 130, 140, 140, 150, 160, 160, 170, 200};
        double[] second = {130, 140, 150, 160, 170, 170, 180, 190, 200, 200, 210};

        MannWhitney test = MannWhitney.of(first, second);
        assertThat(test.u()).isEqualTo(83);
        assertThat(test.p()).isCloseTo(0.04725835733376544, within(1e-14));
        assertThat(test.method()).isEqualTo(MannWhitney.Method.NORMAL);
    }

    /// As above; the limits are the 1680th smallest and largest of NumPy's sorted differences.
    @Test
    void agreesWithSciPyOnManyRuns() {
        double[] first = IntStream.range(0, 60).mapToDouble(i -> i * 37 % 101 + 1000).toArray();
        double[] second = IntStream.range(0, 70).mapToDouble(i -> i * 53 % 107 + 1012).toArray();

        MannWhitney test = MannWhitney.of(first, second);
        assertThat(test.u()).isEqualTo(2995);
        assertThat(test.p()).isCloseTo(2.9157232030247608e-05, within(1e-15));
        assertThat(HodgesLehmann.of(first, second))
                .isEqualTo(new HodgesLehmann(24, new Interval(14, 34)));
    }

    @Test
    void agreesWithCommonsStatistics() {
        var random = new SplittableRandom(31);
        MannWhitneyUTest oracle =
                MannWhitneyUTest.withDefaults()
                        .with(AlternativeHypothesis.TWO_SIDED)
                        .with(
                                org.apache.commons.statistics.inference.ContinuityCorrection
                                        .DISABLED);
        for (int round = 0; round < 1_000; round++) {
            double[] first = drawn(random, 1 + random.nextInt(60), round % 2 == 0 ? 8 : 1e9);
            double[] second = drawn(random, 1 + random.nextInt(60), round % 2 == 0 ? 8 : 1e9);
            MannWhitney test = MannWhitney.of(first, second);
            var by =
                    test.method() == MannWhitney.Method.EXACT
                            ? org.apache.commons.statistics.inference.PValueMethod.EXACT
                            : org.apache.commons.statistics.inference.PValueMethod.ASYMPTOTIC;

            var expected = oracle.with(by).test(second, first);
            assertThat(test.u()).isEqualTo(expected.getStatistic());
            // all values alike: the oracle divides 0 by 0
            if (!Double.isNaN(expected.getPValue())) {
                assertThat(test.p()).isCloseTo(expected.getPValue(), within(1e-9));
            }
        }
    }

    @Test
    void isThatOfTheDefinition() {
        var random = new SplittableRandom(32);
        for (int round = 0; round < 2_000; round++) {
            double range = random.nextBoolean() ? 6 : 1e6;
            double[] first = drawn(random, 1 + random.nextInt(14), range);
            double[] second = drawn(random, 1 + random.nextInt(14), range);
            double[] differences =
                    Arrays.stream(second)
                            .flatMap(b -> Arrays.stream(first).map(a -> b - a))
                            .sorted()
                            .toArray();
            double above = Arrays.stream(differences).filter(d -> d > 0).count();
            double tied = Arrays.stream(differences).filter(d -> d == 0).count();
            double below = differences.length - above - tied;

            HodgesLehmann shift = HodgesLehmann.of(first, second);
            assertThat(MannWhitney.of(first, second).u()).isEqualTo(above + tied / 2);
            assertThat(CliffsDelta.of(first, second).value())
                    .isCloseTo((above - below) / differences.length, within(1e-15));
            assertThat(shift.shift()).isCloseTo(Quantiles.median(differences), within(1e-9));
            int k = RankSumChances.atMost(0.025, first.length, second.length);
            assertThat(shift.interval())
                    .isEqualTo(
                            k == 0
                                    ? new Interval(
                                            Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY)
                                    : new Interval(
                                            differences[k - 1],
                                            differences[differences.length - k]));
        }
    }

    /// The exact distribution against all ways of dealing ranks to two sides.
    @Test
    void exactChancesAreThoseOfAllOrders() {
        for (int n = 1; n <= 6; n++) {
            for (int m = 1; m <= 6; m++) {
                double[] counted = new double[n * m + 1];
                int all = 0;
                for (int deal = 0; deal < 1 << (n + m); deal++) {
                    if (Integer.bitCount(deal) == n) {
                        counted[u(deal, n + m)]++;
                        all++;
                    }
                }
                double[] chances = RankSumChances.of(n, m);
                for (int u = 0; u <= n * m; u++) {
                    assertThat(chances[u]).isCloseTo(counted[u] / all, within(1e-14));
                }
            }
        }
        assertThat(DoubleStream.of(RankSumChances.of(49, 49)).sum()).isCloseTo(1, within(1e-12));
    }

    @Test
    void smallAndOddSidesAreRefusedOrUnbounded() {
        double[] three = {1, 2, 3};
        assertThat(HodgesLehmann.of(three, three).interval().high()).isInfinite();
        assertThat(HodgesLehmann.of(new double[] {1, 2, 3, 4}, new double[] {11, 12, 13, 14}))
                .isEqualTo(new HodgesLehmann(10, new Interval(7, 13)));
        assertThat(MannWhitney.of(new double[] {5, 5}, new double[] {5, 5}).p()).isEqualTo(1);
        assertThatThrownBy(() -> MannWhitney.of(three, new double[0]))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> HodgesLehmann.of(three, new double[] {Double.NaN}))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void thousandsOfRunsTakeNoTime() {
        var random = new SplittableRandom(33);
        double[] first = random.doubles(2_000).toArray();
        double[] second = random.doubles(2_000).map(value -> value + 0.25).toArray();

        HodgesLehmann shift = HodgesLehmann.of(first, second);
        assertThat(shift.shift()).isCloseTo(0.25, within(0.02));
        assertThat(shift.interval().low()).isLessThan(0.25);
        assertThat(shift.interval().high()).isGreaterThan(0.25);
    }

    @Test
    void sizesHaveTheirWords() {
        assertThat(
                        DoubleStream.of(0, -0.146, 0.147, -0.33, 0.473, 0.474, -1)
                                .mapToObj(value -> new CliffsDelta(value).size().word()))
                .containsExactly(
                        "negligible", "negligible", "small", "medium", "medium", "large", "large");
    }

    /// R's `p.adjust(c(0.01, 0.04, 0.03, 0.005), "holm")`.
    @Test
    void holmAdjustsAsRDoes() {
        assertThat(Holm.adjusted(0.01, 0.04, 0.03, 0.005))
                .containsExactly(new double[] {0.03, 0.06, 0.06, 0.02}, within(1e-15));
        assertThat(Holm.adjusted(0.6, 0.7)).containsExactly(1, 1);
        assertThat(Holm.adjusted()).isEmpty();
    }

    private static int u(int deal, int places) {
        int u = 0;
        int others = 0;
        for (int place = 0; place < places; place++) {
            if ((deal >>> place & 1) == 1) {
                u += others;
            } else {
                others++;
            }
        }
        return u;
    }

    private static double[] drawn(SplittableRandom random, int size, double range) {
        return random.doubles(size).map(d -> Math.floor(d * range)).toArray();
    }
}
