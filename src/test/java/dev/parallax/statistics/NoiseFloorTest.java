package dev.parallax.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class NoiseFloorTest {

    @Test
    void needsTwoHalvesOfSixRuns() {
        assertThat(NoiseFloor.of(new double[11])).isEmpty();
        assertThat(NoiseFloor.of(new double[15]).orElseThrow()).isEqualTo(new NoiseFloor(0, 6));
        assertThat(NoiseFloor.of(new double[40]).orElseThrow().half()).isEqualTo(10);
    }

    @Test
    void onlyTheNewestRunsCount() {
        double[] runs = IntStream.range(0, 40).mapToDouble(i -> i < 20 ? 9_000 * i : 5).toArray();
        assertThat(NoiseFloor.of(runs).orElseThrow().ofHalves()).isZero();
    }

    /// The shift between two sets of 10 normal values has about the standard error √(π / 3 · 2 /
    /// 10) (Hodges & Lehmann 1963); times Student's 2.101 is 0.962.
    @Test
    void isWhatChanceDoes() {
        var random = new SplittableRandom(41);
        double sum = 0;
        for (int round = 0; round < 300; round++) {
            double[] runs =
                    IntStream.range(0, 20).mapToDouble(_ -> random.nextGaussian()).toArray();
            sum += NoiseFloor.of(runs).orElseThrow().ofHalves();
        }
        assertThat(sum / 300).isCloseTo(0.962, within(0.04));
    }

    @Test
    void shrinksWithTheRuns() {
        var floor = new NoiseFloor(100, 10);
        assertThat(floor.between(10, 10)).isCloseTo(100, within(1e-12));
        assertThat(floor.between(40, 40)).isCloseTo(50, within(1e-12));
    }

    @Test
    void theSameRunsHaveTheSameFloor() {
        double[] runs = new SplittableRandom(42).doubles(20).toArray();
        assertThat(NoiseFloor.of(runs)).isEqualTo(NoiseFloor.of(runs));
    }

    /// Simulated with SciPy's `mannwhitneyu`: 21 runs a side that vary by 5 % show a shift of 5 %
    /// in 84 % of tries, 72 that vary by 10 % in 80 %.
    @Test
    void runsToShowAreThoseOfNoether() {
        assertThat(RunsToShow.eachSide(Math.log(1.05), 0.05)).isEqualTo(21);
        assertThat(RunsToShow.eachSide(Math.log(1.05), 0.10)).isEqualTo(72);
        assertThat(RunsToShow.eachSide(Math.log(1.10), 0.10)).isEqualTo(21);
        assertThat(RunsToShow.eachSide(1, 0)).isEqualTo(6);
        assertThat(RunsToShow.eachSide(1e-9, 1e9)).isEqualTo(Integer.MAX_VALUE);
    }

    @Test
    void spreadIsAroundEachSidesOwnMedian() {
        double[] first = {98, 99, 100, 101, 102};
        double[] second = {498, 499, 500, 501, 9_000};
        assertThat(RunsToShow.spread(first, second)).isCloseTo(1.4826, within(1e-4));
    }
}
