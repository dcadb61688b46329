package dev.parallax.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

final class SessionSumsTest {

    @Test
    void sumsWhatEachSessionHasBelowEachValue() {
        var random = new Random(5);
        for (int round = 0; round < 1_500; round++) {
            int size = random.nextInt(1, 60);
            int[] values =
                    random.ints(size, -1, 12).map(v -> v < 0 ? Distribution.MISSING : v).toArray();
            int[] sessions = random.ints(size, 0, 9).map(code -> 3 * code).toArray();
            double[] weights = random.ints(size, 0, 5).asDoubleStream().toArray();
            double[] points = random.ints(4, -1, 26).mapToDouble(x -> x / 2.0).sorted().toArray();
            double scoreOfTies = random.nextInt(3) / 2.0;
            var sample = ClusteredSample.of(values, sessions, weights);
            SessionSums[] expected = new SessionSums[points.length];
            for (int i = 0; i < points.length; i++) {
                double x = points[i];
                Map<Integer, double[]> perSession = new TreeMap<>();
                for (int row = 0; row < size; row++) {
                    if (values[row] != Distribution.MISSING && weights[row] > 0) {
                        double[] sums =
                                perSession.computeIfAbsent(sessions[row], _ -> new double[2]);
                        double score = values[row] < x ? 1 : values[row] == x ? scoreOfTies : 0;
                        sums[0] += score * weights[row];
                        sums[1] += weights[row];
                    }
                }
                expected[i] = sumsOf(perSession.values().stream().toList());
            }

            assertThat(SessionSums.below(sample, points, scoreOfTies)).isEqualTo(expected);
        }
    }

    /// Sessions of one view each are a plain sample, whose variance is p (1 − p) / (n − 1).
    @Test
    void varianceOfSingleViewsIsThatOfThePlainSample() {
        var sums =
                sumsOf(
                        IntStream.range(0, 40)
                                .mapToObj(i -> new double[] {i < 10 ? 1 : 0, 1})
                                .toList());

        assertThat(sums.variance()).isCloseTo(0.25 * 0.75 / 39, within(1e-15));
    }

    /// Sessions that are all alike inside count as one view each.
    @Test
    void varianceOfRepeatedViewsIsThatOfTheirSessions() {
        var sums =
                sumsOf(
                        IntStream.range(0, 40)
                                .mapToObj(i -> new double[] {i < 10 ? 7 : 0, 7})
                                .toList());

        assertThat(sums.variance()).isCloseTo(0.25 * 0.75 / 39, within(1e-15));
    }

    @Test
    void varianceIsThatOfDrawingWholeSessionsAgain() {
        for (double correlation : new double[] {0, 0.5}) {
            var random = new SplittableRandom(6);
            List<double[]> sessions = new ArrayList<>();
            for (int session = 0; session < 400; session++) {
                double shared = Math.sqrt(correlation) * random.nextGaussian();
                int views = random.nextInt(1, 9);
                double weight = random.nextDouble(1, 10);
                double[] sums = {0, weight * views};
                for (int view = 0; view < views; view++) {
                    double own = Math.sqrt(1 - correlation) * random.nextGaussian();
                    sums[0] += shared + own < 0.5 ? weight : 0;
                }
                sessions.add(sums);
            }

            assertThat(Math.sqrt(sumsOf(sessions).variance()))
                    .isCloseTo(deviationOfDraws(sessions, random), Percentage.withPercentage(5));
        }
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

    private static SessionSums sumsOf(List<double[]> sessions) {
        double[] sums = new double[5];
        for (double[] session : sessions) {
            double scored = session[0];
            double whole = session[1];
            sums[0] += scored;
            sums[1] += whole;
            sums[2] += scored * scored;
            sums[3] += scored * whole;
            sums[4] += whole * whole;
        }
        return new SessionSums(sessions.size(), sums[0], sums[1], sums[2], sums[3], sums[4]);
    }
}
