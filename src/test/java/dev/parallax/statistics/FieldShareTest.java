package dev.parallax.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.parallax.statistics.FieldShare.Sums;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.assertj.core.data.Percentage;
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

    /// Sessions of one view each are a plain sample, whose variance is p (1 − p) / (n − 1).
    @Test
    void varianceOfSingleViewsIsThatOfThePlainSample() {
        var sums = new Sums();
        for (int view = 0; view < 40; view++) {
            sums.visit(view < 10 ? 1 : 0, 1);
        }

        assertThat(sums.variance()).isCloseTo(0.25 * 0.75 / 39, within(1e-15));
    }

    /// Sessions that are all alike inside count as one view each.
    @Test
    void varianceOfRepeatedViewsIsThatOfTheirSessions() {
        var sums = new Sums();
        for (int session = 0; session < 40; session++) {
            sums.visit(session < 10 ? 7 : 0, 7);
        }

        assertThat(sums.variance()).isCloseTo(0.25 * 0.75 / 39, within(1e-15));
    }

    @Test
    void varianceIsThatOfDrawingWholeSessionsAgain() {
        for (double correlation : new double[] {0, 0.5}) {
            var random = new SplittableRandom(6);
            ClusteredSample sample = new SimulatedField(random, 400, correlation).draw();
            List<double[]> sessions = new ArrayList<>();
            var sums = new Sums();
            sample.visitSessions(
                    SimulatedField.valueAt(0.5),
                    0.5,
                    (scored, weight) -> {
                        double factor = random.nextDouble(1, 10);
                        sums.visit(scored * factor, weight * factor);
                        sessions.add(new double[] {scored * factor, weight * factor});
                    });

            assertThat(Math.sqrt(sums.variance()))
                    .isCloseTo(deviationOfDraws(sessions, random), Percentage.withPercentage(5));
        }
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
        FieldShare share = FieldShare.placeOf(sample, 6);

        assertThat(share.share()).isEqualTo(0.375);
        assertThat(share.trials()).isCloseTo(16.0 / 6, within(1e-12));
        assertThat(share.method()).isEqualTo(IntervalMethod.BINOMIAL);
    }

    private static double deviationOfDraws(List<double[]> sessions, RandomGenerator random) {
        int draws = 4_000;
        double sum = 0;
        double squares = 0;
        for (int draw = 0; draw < draws; draw++) {
            double scored = 0;
            double weight = 0;
            for (int i = 0; i < sessions.size(); i++) {
                double[] session = sessions.get(random.nextInt(sessions.size()));
                scored += session[0];
                weight += session[1];
            }
            double share = scored / weight;
            sum += share;
            squares += share * share;
        }
        return Math.sqrt(squares / draws - sum / draws * sum / draws);
    }

    private static void assertWilson(int successes, int n, double low, double high) {
        Interval interval =
                new FieldShare((double) successes / n, n, IntervalMethod.BINOMIAL).wilson();

        assertThat(interval.low()).isCloseTo(low, within(5e-5));
        assertThat(interval.high()).isCloseTo(high, within(5e-5));
    }
}
