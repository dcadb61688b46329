package dev.parallax.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.assertj.core.data.Percentage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class FieldIntervalsTest {

    /// By hand: 0.75 ∓ 1.96 · √(0.75 · 0.25 / 400) is 0.7076 and 0.7924, the values of rank 284 and
    /// 317 of 400.
    @Test
    void quantileOfIndependentViewsIsReadBackFromItsShare() {
        var sample = ClusteredSample.of(oneTo(400), null, null);

        assertThat(FieldIntervals.quantile(sample, 0.75))
                .isEqualTo(
                        new FieldQuantile.Known(
                                new Estimate(
                                        300.25, new Interval(284, 317), IntervalMethod.BINOMIAL)));
    }

    @Test
    void aQuantileBelowItsSmallestSampleIsNotGiven() {
        var twelve = ClusteredSample.of(oneTo(12), null, null);
        var thirteenOfEqualWeight = ClusteredSample.of(oneTo(13), null, filled(13, 0.1));

        assertThat(FieldIntervals.quantile(twelve, 0.9))
                .isEqualTo(new FieldQuantile.TooFew(36, 12));
        assertThat(FieldIntervals.quantile(thirteenOfEqualWeight, 0.75))
                .isInstanceOf(FieldQuantile.Known.class);
    }

    @Test
    void sessionsDecideTheMethod() {
        assertThat(methodWith(null)).isEqualTo(IntervalMethod.BINOMIAL);
        assertThat(methodWith(dealt(6_000, 1))).isEqualTo(IntervalMethod.BINOMIAL);
        assertThat(methodWith(dealt(6_000, 99))).isEqualTo(IntervalMethod.LINEARISED_SESSIONS);
        assertThat(methodWith(dealt(6_000, 100))).isEqualTo(IntervalMethod.SESSION_BOOTSTRAP);
        assertThat(methodWith(dealt(6_000, 4_999))).isEqualTo(IntervalMethod.SESSION_BOOTSTRAP);
        assertThat(methodWith(dealt(6_000, 5_000))).isEqualTo(IntervalMethod.LINEARISED_SESSIONS);
    }

    @Test
    void bothMethodsAgreeWhereTheyMeet() {
        var random = new SplittableRandom(8);
        for (double correlation : new double[] {0, 0.5}) {
            ClusteredSample sample = new SimulatedField(random, 4_999, correlation).draw();
            for (double x : new double[] {20_000, 25_000, 40_000}) {
                Estimate bootstrapped = FieldIntervals.shareOver(sample, x);
                Interval linearised = FieldShare.atMost(sample, x).wilson();
                double width = linearised.high() - linearised.low();

                assertThat(bootstrapped.method()).isEqualTo(IntervalMethod.SESSION_BOOTSTRAP);
                assertThat(1 - bootstrapped.interval().high())
                        .isCloseTo(linearised.low(), within(0.05 * width));
                assertThat(1 - bootstrapped.interval().low())
                        .isCloseTo(linearised.high(), within(0.05 * width));
            }
        }
    }

    @Test
    void quantileHasTheIntervalOfDrawingWholeSessionsAgain() {
        int[] sizes = new SplittableRandom(9).ints(600, 1, 9).toArray();
        int[] starts = new int[601];
        for (int session = 0; session < 600; session++) {
            starts[session + 1] = starts[session] + sizes[session];
        }
        int[] values = new int[starts[600]];
        int[] sessions = new int[starts[600]];
        var random = new SplittableRandom(12);
        for (int session = 0; session < 600; session++) {
            double shared = random.nextGaussian();
            for (int row = starts[session]; row < starts[session + 1]; row++) {
                values[row] =
                        (int) SimulatedField.valueAt(0.6 * shared + 0.8 * random.nextGaussian());
                sessions[row] = session;
            }
        }
        var sample = ClusteredSample.of(values, sessions, null);
        for (double q : new double[] {0.5, 0.75, 0.9}) {
            Interval drawn = intervalOfDrawnQuantiles(values, starts, q);
            Interval found = known(sample, q).interval();
            double width = drawn.high() - drawn.low();

            assertThat(found.low()).isCloseTo(drawn.low(), within(0.12 * width));
            assertThat(found.high()).isCloseTo(drawn.high(), within(0.12 * width));
            assertThat(found.high() - found.low()).isCloseTo(width, Percentage.withPercentage(10));
        }
    }

    @Test
    void theSameQuestionHasTheSameAnswer() {
        ClusteredSample sample = new SimulatedField(new SplittableRandom(10), 300, 0.4).draw();

        assertThat(FieldIntervals.quantile(sample, 0.75))
                .isEqualTo(FieldIntervals.quantile(sample, 0.75));
    }

    @Test
    void noneOverIsZeroWithRoomAbove() {
        var sample = ClusteredSample.of(oneTo(200), dealt(200, 50), null);
        Estimate over = FieldIntervals.shareOver(sample, 200);

        assertThat(over.value()).isZero();
        assertThat(over.interval().low()).isZero();
        assertThat(over.interval().high()).isCloseTo(0.0713, within(5e-5));
        assertThat(FieldIntervals.shareOver(sample, 0).interval().high()).isEqualTo(1);
    }

    @Test
    void valuesThatAreAllAlikeHaveThatQuantileForSure() {
        int[] values = new int[300];
        Arrays.fill(values, 777);
        var sample = ClusteredSample.of(values, dealt(300, 150), null);

        assertThat(known(sample, 0.75).value()).isEqualTo(777);
        assertThat(known(sample, 0.75).interval()).isEqualTo(new Interval(777, 777));
    }

    /// Half of all views have one value, so the share there jumps from 0.3 to 0.8; the quantile is
    /// in the middle of the jump and its interval cannot leave it.
    @Test
    void aFrequentValueHoldsTheInterval() {
        int[] values = oneTo(1_000);
        Arrays.fill(values, 300, 800, 301);
        var sample = ClusteredSample.of(values, dealt(1_000, 1_000), null);

        assertThat(known(sample, 0.5).interval()).isEqualTo(new Interval(301, 301));
    }

    @Test
    void aWeightOfThreeIsThreeViewsOfTheSession() {
        int[] values = oneTo(300);
        int[] sessions = IntStream.range(0, 300).map(row -> row / 5).toArray();
        var weighted = ClusteredSample.of(values, sessions, filled(300, 3));
        var repeated =
                ClusteredSample.of(
                        IntStream.range(0, 900).map(i -> values[i / 3]).toArray(),
                        IntStream.range(0, 900).map(i -> sessions[i / 3]).toArray(),
                        null);

        assertThat(FieldShare.atMost(weighted, 40)).isEqualTo(FieldShare.atMost(repeated, 40));
    }

    @Test
    void anEmptySampleHasNoShare() {
        var empty = ClusteredSample.of(new int[0], new int[0], new double[0]);

        assertThatThrownBy(() -> FieldIntervals.shareOver(empty, 1))
                .hasMessage("the field sample is empty");
        assertThat(FieldIntervals.quantile(empty, 0.5)).isEqualTo(new FieldQuantile.TooFew(6, 0));
    }

    private static Interval intervalOfDrawnQuantiles(int[] values, int[] starts, double q) {
        var random = new SplittableRandom(11);
        int sessions = starts.length - 1;
        double[] quantiles = new double[3_000];
        var histogram = new CountingHistogram();
        for (int draw = 0; draw < quantiles.length; draw++) {
            histogram.clear();
            for (int i = 0; i < sessions; i++) {
                int session = random.nextInt(sessions);
                histogram.addAll(values, starts[session], starts[session + 1]);
            }
            quantiles[draw] = histogram.quantile(q);
        }
        return new Interval(Quantiles.type7(quantiles, 0.025), Quantiles.type7(quantiles, 0.975));
    }

    private static Estimate known(ClusteredSample sample, double q) {
        return switch (FieldIntervals.quantile(sample, q)) {
            case FieldQuantile.Known(var estimate) -> estimate;
            case FieldQuantile.TooFew tooFew -> throw new AssertionError(tooFew);
        };
    }

    private static IntervalMethod methodWith(int @Nullable [] sessions) {
        return known(ClusteredSample.of(oneTo(6_000), sessions, null), 0.5).method();
    }

    private static int[] oneTo(int n) {
        return IntStream.rangeClosed(1, n).toArray();
    }

    /// Deals `rows` rows to sessions in turn.
    private static int[] dealt(int rows, int sessions) {
        return IntStream.range(0, rows).map(row -> row % sessions).toArray();
    }

    private static double[] filled(int size, double value) {
        double[] filled = new double[size];
        Arrays.fill(filled, value);
        return filled;
    }
}
