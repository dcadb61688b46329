package dev.parallax.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.parallax.metric.Metric;
import dev.parallax.statistics.ClusteredSample;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class ModesTest {
    private final SplittableRandom random = new SplittableRandom(4);

    private double around(double median, double spread) {
        return median * Math.exp(spread * random.nextGaussian());
    }

    private static Modes of(double... values) {
        return Modes.of(Metric.LCP, values);
    }

    @Test
    void oneHumpIsNotSeveral() {
        Modes modes = of(random.doubles(2_000).map(_ -> around(1900, 0.5)).toArray());

        assertThat(modes.areSeveral()).isFalse();
        assertThat(modes.list().getFirst().at()).isCloseTo(1900, within(200.0));
        assertThat(modes.list().getFirst().share()).isEqualTo(1);
        assertThat(modes.inWords(Metric.LCP)).isEmpty();
    }

    @Test
    void twoHumpsHaveTheirPlacesAndShares() {
        Modes modes =
                of(
                        IntStream.range(0, 2_000)
                                .mapToDouble(
                                        i -> i % 10 < 4 ? around(900, 0.2) : around(2600, 0.25))
                                .toArray());

        assertThat(modes.list()).hasSize(2);
        assertThat(modes.list().getFirst().at()).isCloseTo(900, within(45.0));
        assertThat(modes.list().getFirst().share()).isCloseTo(0.4, within(0.02));
        assertThat(modes.list().getLast().at()).isCloseTo(2600, within(130.0));
        assertThat(modes.inWords(Metric.LCP))
                .hasValueSatisfying(text ->
                        assertThat(text)
                                .matches(
                                        "two humps, at (8|9)\\d\\d ms \\(\\d+ %\\) and 2\\.[56] s \\(\\d+ %\\)"));
    }

    @Test
    void threeHumpsAreThree() {
        double[] medians = {300, 1200, 5000};
        Modes modes =
                of(
                        IntStream.range(0, 3_000)
                                .mapToDouble(i -> around(medians[i % 3], 0.2))
                                .toArray());

        assertThat(modes.list()).hasSize(3);
        assertThat(modes.inWords(Metric.LCP).orElseThrow()).startsWith("three humps, at ");
    }

    @Test
    void labRunsWithAndWithoutACacheAreTwo() {
        Modes modes =
                of(
                        IntStream.range(0, 30)
                                .mapToDouble(
                                        i -> i % 2 == 0 ? around(900, 0.04) : around(2600, 0.04))
                                .toArray());

        assertThat(modes.list()).hasSize(2);
    }

    @Test
    void roundedValuesAreNotAHumpEach() {
        for (int size : new int[] {200, 5_000, 100_000}) {
            double[] values =
                    random.doubles(size)
                            .map(_ -> 250 * Math.round(around(1900, 0.6) / 250))
                            .map(value -> Math.max(250, value))
                            .toArray();

            assertThat(of(values).areSeveral()).describedAs("of " + size).isFalse();
        }
    }

    @Test
    void valuesThatAreAllAlikeOrAlmostHaveNone() {
        double[] alike = new double[500];
        Arrays.fill(alike, 1000);
        assertThat(of(alike)).isEqualTo(Modes.NONE);

        double[] two = new double[500];
        Arrays.setAll(two, i -> i % 2 == 0 ? 1000 : 2000);
        assertThat(of(two).areSeveral()).isFalse();
        assertThat(of(new double[500])).isEqualTo(Modes.NONE);
    }

    @Test
    void fewValuesHaveNone() {
        assertThat(of()).isEqualTo(Modes.NONE);
        assertThat(of(100, 101, 102, 103, 4000, 4001, 4002, 4003)).isEqualTo(Modes.NONE);
    }

    @Test
    void aMetricThatIsNoTimeHasNone() {
        double[] values = random.doubles(500).map(_ -> around(0.1, 0.3)).toArray();
        assertThat(Modes.of(Metric.CLS, values)).isEqualTo(Modes.NONE);
    }

    /// One page view of weight 50 says more than one of weight 1, but not as much as 50.
    @Test
    void weightsMakeAHumpAndAreCountedInItsShare() {
        int[] values = new int[3_000];
        double[] weights = new double[3_000];
        for (int i = 0; i < values.length; i++) {
            boolean slow = i % 4 == 0;
            values[i] = Metric.LCP.toFixed(slow ? around(4000, 0.2) : around(800, 0.2));
            weights[i] = slow ? 9 : 1;
        }

        Modes modes = Modes.of(Metric.LCP, ClusteredSample.of(values, null, weights));

        assertThat(modes.list()).hasSize(2);
        assertThat(modes.list().getLast().share()).isCloseTo(0.75, within(0.01));
    }

    /// Four hundred page views of five people are not four hundred witnesses.
    @Test
    void onePersonsManyViewsAreNoHump() {
        int[] values = new int[400];
        int[] sessions = new int[400];
        for (int i = 0; i < values.length; i++) {
            sessions[i] = i % 5;
            values[i] = Metric.LCP.toFixed(around(sessions[i] == 0 ? 900 : 2600, 0.05));
        }

        assertThat(Modes.of(Metric.LCP, ClusteredSample.of(values, sessions, null)))
                .isEqualTo(Modes.NONE);
    }

    /// Page load times are about log-normal: one hump, whatever chance makes of it.
    @Test
    void chanceSeldomMakesASecondHump() {
        for (int size : new int[] {200, 1_000, 10_000, 100_000}) {
            int samples = size < 100_000 ? 300 : 100;
            int wrong = 0;
            for (int sample = 0; sample < samples; sample++) {
                double spread = 0.2 + 0.2 * (sample % 5);
                double[] values = random.doubles(size).map(_ -> around(1900, spread)).toArray();
                wrong += of(values).areSeveral() ? 1 : 0;
            }
            assertThat(wrong).describedAs("of samples of " + size).isLessThan(samples / 20);
        }
    }
}
