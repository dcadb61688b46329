package dev.parallax.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PlacementTest {

    @Test
    void placesTheMedianOfTheRunsAmongUsers() {
        int[] field = IntStream.rangeClosed(1, 1_000).map(i -> 10 * i).toArray();
        double[] runs = {3_995, 4_004, 4_005, 4_005, 4_006, 4_500};
        Placement placement = Placement.of(runs, ClusteredSample.of(field, null, null));

        assertThat(placement.labMedian()).isEqualTo(4_005);
        assertThat(placement.value()).isEqualTo(40);
        assertThat(placement.ties()).isEqualTo(new Interval(40, 40));
        assertThat(placement.isRange()).isFalse();
    }

    @Test
    void halfOfTheTiesCountAsBelow() {
        var field =
                ClusteredSample.of(new int[] {1, 2, 2, 2, 3}, null, new double[] {2, 1, 1, 2, 4});
        Placement placement = Placement.of(new double[] {2, 2, 2, 2, 2, 2}, field);

        assertThat(placement.value()).isEqualTo(40);
        assertThat(placement.ties()).isEqualTo(new Interval(20, 60));
        assertThat(placement.isRange()).isTrue();
    }

    /// The limits found by bisection are those of drawing the lab's median and the field's share
    /// 400,000 times.
    @ParameterizedTest
    @ValueSource(ints = {6, 9, 12})
    void intervalIsThatOfDrawingBothSides(int n) {
        var random = new SplittableRandom(13);
        ClusteredSample field = new SimulatedField(random, 300, 0.4).draw();
        double[] runs =
                random.doubles(n)
                        .map(d -> SimulatedField.valueAt(0.8 * d - 0.6))
                        .sorted()
                        .toArray();
        double beyond = (runs[n - 1] - runs[0]) / (n - 1);
        FieldShare[] shares = new FieldShare[400];
        double[] drawn = new double[400_000];
        for (int draw = 0; draw < drawn.length; draw++) {
            int below = Integer.bitCount(random.nextInt(1 << n));
            int part = random.nextInt(4);
            int point = 4 * below + part;
            if (shares[point] == null) {
                double from = below == 0 ? runs[0] - beyond : runs[below - 1];
                double to = below == n ? runs[n - 1] + beyond : runs[below];
                shares[point] =
                        FieldShare.placesOf(
                                field,
                                from + (to - from) * Placement.within((part + 0.5) / 4, below, n))[
                                0];
            }
            drawn[draw] = scoreLimit(shares[point], random.nextGaussian());
        }
        Interval interval = Placement.of(runs, field).interval();

        assertThat(interval.low()).isCloseTo(100 * Quantiles.type7(drawn, 0.025), within(0.3));
        assertThat(interval.high()).isCloseTo(100 * Quantiles.type7(drawn, 0.975), within(0.3));
    }

    /// By hand: with 6 runs and 1 below, a tenth of the confidence is reached 5/14 into the gap.
    @Test
    void theMedianIsAtTheInnerEndsOfOuterGaps() {
        assertThat(Placement.within(0.1, 1, 6)).isCloseTo(5.0 / 14, within(1e-12));
        assertThat(Placement.within(0.9, 5, 6)).isCloseTo(9.0 / 14, within(1e-12));
        assertThat(Placement.within(0.3, 3, 6)).isCloseTo(0.3, within(1e-12));
    }

    @Test
    void manySteadyRunsLeaveTheUncertaintyOfTheField() {
        ClusteredSample field = new SimulatedField(new SplittableRandom(14), 300, 0.4).draw();
        double[] runs = new double[400];
        Arrays.fill(runs, 25_000);
        Placement placement = Placement.of(runs, field);

        assertThat(placement.interval().low())
                .isCloseTo(placement.fieldInterval().low(), within(1e-6));
        assertThat(placement.interval().high())
                .isCloseTo(placement.fieldInterval().high(), within(1e-6));
    }

    @Test
    void aLabFasterThanAllUsersIsAtZero() {
        var field = ClusteredSample.of(new int[] {50, 60, 70, 80}, new int[] {0, 1, 2, 3}, null);
        Placement placement = Placement.of(new double[] {1, 2, 3, 4, 5, 6, 7}, field);

        assertThat(placement.value()).isZero();
        assertThat(placement.interval().low()).isZero();
        assertThat(placement.fieldInterval().high()).isCloseTo(48.99, within(0.01));
    }

    @Test
    void needsSixRunsAndAField() {
        var field = ClusteredSample.of(new int[] {1, 2, 3}, null, null);
        var empty = ClusteredSample.of(new int[0], null, null);

        assertThatThrownBy(() -> Placement.of(new double[5], field))
                .hasMessage("a placement needs 6 runs, has 5");
        assertThatThrownBy(() -> Placement.of(new double[6], empty))
                .hasMessage("the field sample is empty");
    }

    /// The share whose test against what was found gives the score `z`; solved as Wilson did.
    private static double scoreLimit(FieldShare share, double z) {
        double n = share.trials();
        double p = share.share();
        double centre = p + z * z / (2 * n);
        double half = z * Math.sqrt(p * (1 - p) / n + z * z / (4 * n * n));
        return (centre + half) / (1 + z * z / n);
    }
}
