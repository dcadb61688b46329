package dev.parallax.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class RatioTest {

    /// Their median has the interval 800 to 1,250: 9/14 of 750 and 5/14 of 890, and 9/14 of 1,300
    /// and 5/14 of 1,160.
    private static final double[] RUNS = {750, 890, 1_000, 1_000, 1_160, 1_300};

    /// By hand: both sides are off by a factor of 1.25 either way, so the ratio by exp(√2 · ln
    /// 1.25) = 1.371.
    @Test
    void joinsTheErrorsOfBothSidesOnTheLogScale() {
        Ratio ratio = Ratio.of(RUNS, field(2_000, 1_600, 2_500)).orElseThrow();

        assertThat(ratio.value()).isEqualTo(0.5);
        assertThat(ratio.interval().low()).isCloseTo(0.3647, within(5e-5));
        assertThat(ratio.interval().high()).isCloseTo(0.6855, within(5e-5));
    }

    @Test
    void eachLimitTakesTheErrorThatLeadsThere() {
        Ratio ratio = Ratio.of(RUNS, field(2_000, 2_000, 2_500)).orElseThrow();

        assertThat(ratio.interval().low()).isCloseTo(0.3647, within(5e-5));
        assertThat(ratio.interval().high()).isCloseTo(0.5 * 1.25, within(1e-12));
    }

    @Test
    void isLeftOutWhereAValueIsZeroOrRunsAreTooFew() {
        double[] withZero = {0, 900, 1_000, 1_000, 1_100, 1_250};

        assertThat(Ratio.of(withZero, field(2_000, 1_600, 2_500))).isEmpty();
        assertThat(Ratio.of(RUNS, field(0, 0, 10))).isEmpty();
        assertThat(Ratio.of(RUNS, field(5, 0, 10))).isEmpty();
        assertThat(Ratio.of(new double[] {1, 2, 3}, field(2_000, 1_600, 2_500))).isEmpty();
    }

    private static Estimate field(double value, double low, double high) {
        return new Estimate(value, new Interval(low, high), IntervalMethod.LINEARISED_SESSIONS);
    }
}
