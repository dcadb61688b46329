package dev.parallax.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class FieldDifferenceTest {

    /// Newcombe 1998, table II, case (a): 56/70 − 48/80 = 0.2 has by method 10 the interval 0.0524
    /// to 0.3339.
    @Test
    void shareDifferencesAreThoseOfNewcombe() {
        FieldDifference difference = FieldDifference.of(share(48, 80), share(56, 70));
        assertThat(difference.value()).isCloseTo(0.2, within(1e-12));
        assertThat(difference.interval().low()).isCloseTo(0.0524, within(5e-5));
        assertThat(difference.interval().high()).isCloseTo(0.3339, within(5e-5));
    }

    @Test
    void swappedSidesGiveTheSameWithTheOtherSign() {
        var first = new Estimate(2.9, new Interval(2.8, 3.0), IntervalMethod.BINOMIAL);
        var second = new Estimate(3.3, new Interval(3.2, 3.5), IntervalMethod.BINOMIAL);
        FieldDifference one = FieldDifference.of(first, second);
        FieldDifference other = FieldDifference.of(second, first);

        assertThat(one.value()).isCloseTo(0.4, within(1e-12));
        assertThat(one.interval().low()).isCloseTo(0.4 - Math.hypot(0.1, 0.1), within(1e-12));
        assertThat(one.interval().high()).isCloseTo(0.4 + Math.hypot(0.2, 0.1), within(1e-12));
        assertThat(other.interval().low()).isCloseTo(-one.interval().high(), within(1e-12));
        assertThat(other.interval().high()).isCloseTo(-one.interval().low(), within(1e-12));
    }

    @Test
    void decilesOfAShiftedFieldAreShifted() {
        var random = new SplittableRandom(51);
        int[] values = IntStream.range(0, 4_000).map(_ -> 1_000 + random.nextInt(5_000)).toArray();
        int[] later = IntStream.of(values).map(value -> value + 700).toArray();

        assertThat(
                        FieldDifference.deciles(
                                ClusteredSample.of(values, null, null),
                                ClusteredSample.of(later, null, null)))
                .allSatisfy(decile -> {
                    var known = (ShiftFunction.Decile.Known) decile;
                    assertThat(known.shift()).isEqualTo(700);
                    assertThat(known.band().low()).isBetween(300.0, 690.0);
                    assertThat(known.band().high()).isBetween(710.0, 1_100.0);
                });
    }

    @Test
    void aDecileOfTooFewViewsIsNotGiven() {
        var few = ClusteredSample.of(IntStream.range(0, 20).toArray(), null, null);
        var many = ClusteredSample.of(IntStream.range(0, 400).toArray(), null, null);

        assertThat(FieldDifference.deciles(few, many).getFirst())
                .isEqualTo(new ShiftFunction.Decile.TooFew(10, 36, 20));
        assertThat(FieldDifference.deciles(many, few).getLast())
                .isEqualTo(new ShiftFunction.Decile.TooFew(90, 36, 20));
        assertThat(FieldDifference.deciles(many, few).get(4))
                .isInstanceOf(ShiftFunction.Decile.Known.class);
    }

    /// `scipy.stats.wasserstein_distance` (the second with `u_weights` and `v_weights`) and
    /// `ks_2samp` of SciPy 1.17.1.
    @Test
    void distancesOfTwoFieldsAgreeWithSciPy() {
        int[] first = {
            1200, 1500, 1700, 1800, 1875, 1900, 2000, 2400, 2600, 3100, 3100, 4800, 9000
        };
        int[] second = {
            1100, 1500, 1500, 1650, 1875, 2100, 2300, 2900, 3000, 3100, 3600, 5200, 5200, 7000,
            11000
        };
        double[] ofFirst = {1, 2, 1, 1, 3, 1, 1, 2, 1, 1, 1, 1, 2};
        double[] ofSecond = {2, 1, 1, 1, 1, 3, 1, 1, 1, 2, 1, 1, 1, 2, 1};

        Distance plain =
                Distance.of(
                        ClusteredSample.of(second, null, null).distribution(),
                        ClusteredSample.of(first, null, null).distribution());
        assertThat(plain.wasserstein()).isCloseTo(777.4358974358973, within(1e-9));
        assertThat(plain.kolmogorovSmirnov()).isCloseTo(0.22564102564102564, within(1e-15));
        assertThat(plain.at()).isEqualTo(2600);

        Distance weighted =
                Distance.of(
                        ClusteredSample.of(second, null, ofSecond).distribution(),
                        ClusteredSample.of(first, null, ofFirst).distribution());
        assertThat(weighted.wasserstein()).isCloseTo(757.0833333333336, within(1e-6));
    }

    /// With every field value once as a run, a field is as far from another as its runs are.
    @Test
    void fieldsAreAsFarApartAsTheirValues() {
        var random = new SplittableRandom(52);
        for (int round = 0; round < 1_000; round++) {
            int range = random.nextInt(4) == 0 ? 3_000_000 : 40;
            int[] first = random.ints(1 + random.nextInt(30), 0, range).toArray();
            int[] second = random.ints(1 + random.nextInt(30), 0, range).toArray();
            Distribution base = ClusteredSample.of(first, null, null).distribution();
            Distance expected = Distance.of(IntStream.of(second).asDoubleStream().toArray(), base);
            Distance found =
                    Distance.of(ClusteredSample.of(second, null, null).distribution(), base);

            assertThat(found.wasserstein())
                    .isCloseTo(expected.wasserstein(), within(1e-6 * (1 + expected.wasserstein())));
            assertThat(found.kolmogorovSmirnov())
                    .isCloseTo(expected.kolmogorovSmirnov(), within(1e-12));
        }
    }

    private static Estimate share(int hits, int trials) {
        var share = new FieldShare((double) hits / trials, trials, IntervalMethod.BINOMIAL);
        return new Estimate(share.share(), share.wilson(), share.method());
    }
}
