package dev.parallax.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class FieldShareTest {

    /// Newcombe 1998, *Two-sided confidence intervals for the single proportion*, Statistics in
    /// Medicine 17, 857–872, table I, method 3.
    @Test
    void wilsonIsThatOfThePublishedTable() {
        assertWilson(81, 263, 0.2553, 0.3662);
        assertWilson(15, 148, 0.0624, 0.1605);
        assertWilson(0, 20, 0, 0.1611);
        assertWilson(1, 29, 0.0061, 0.1718);
        assertWilson(20, 20, 1 - 0.1611, 1);
    }

    @Test
    void confidenceIsThatOfTheLimitsOfWilson() {
        var share = new FieldShare(0.31, 77, IntervalMethod.BINOMIAL);
        Interval wilson = share.wilson();

        assertThat(share.confidenceAtMost(wilson.low())).isCloseTo(0.025, within(1e-12));
        assertThat(share.confidenceAtMost(wilson.high())).isCloseTo(0.975, within(1e-12));
    }

    @Test
    void whereNothingLiesBelowEverySessionIsOneTrial() {
        var sample = ClusteredSample.of(new int[] {5, 6, 7, 8, 9}, new int[] {0, 0, 0, 1, 1}, null);

        assertThat(FieldShare.atMost(sample, 4))
                .isEqualTo(new FieldShare(0, 2, IntervalMethod.LINEARISED_SESSIONS));
        assertThat(FieldShare.atMost(sample, 9).trials()).isEqualTo(2);
    }

    @Test
    void withoutSessionsTheTrialsAreTheEffectiveViews() {
        var sample = ClusteredSample.of(new int[] {5, 6, 7}, null, new double[] {1, 1, 2});
        FieldShare share = FieldShare.placesOf(sample, 6)[0];

        assertThat(share.share()).isEqualTo(0.375);
        assertThat(share.trials()).isCloseTo(16.0 / 6, within(1e-12));
        assertThat(share.method()).isEqualTo(IntervalMethod.BINOMIAL);
    }

    private static void assertWilson(int successes, int n, double low, double high) {
        Interval interval =
                new FieldShare((double) successes / n, n, IntervalMethod.BINOMIAL).wilson();

        assertThat(interval.low()).isCloseTo(low, within(5e-5));
        assertThat(interval.high()).isCloseTo(high, within(5e-5));
    }
}
