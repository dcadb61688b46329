package dev.parallax.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class ShiftFunctionTest {

    @Test
    void givesTheDecilesThatTheRunsAreEnoughFor() {
        ClusteredSample field = evenField(10_000);
        List<ShiftFunction.Decile> deciles = ShiftFunction.of(runs(12, 5_000, 800), field);

        assertThat(deciles)
                .extracting(ShiftFunction.Decile::percentile)
                .containsExactly(10, 20, 30, 40, 50, 60, 70, 80, 90);
        assertThat(deciles.getFirst()).isEqualTo(new ShiftFunction.Decile.TooFew(10, 36, 12));
        assertThat(deciles.get(1)).isEqualTo(new ShiftFunction.Decile.TooFew(20, 17, 12));
        assertThat(deciles.subList(2, 7)).allMatch(ShiftFunction.Decile.Known.class::isInstance);
    }

    @Test
    void isTheDifferenceOfTheDeciles() {
        ClusteredSample field = evenField(10_000);
        double[] lab = runs(40, 5_000, 800);
        for (ShiftFunction.Decile decile : ShiftFunction.of(lab, field)) {
            var known = (ShiftFunction.Decile.Known) decile;
            double q = known.percentile() / 100.0;
            assertThat(known.shift())
                    .isCloseTo(
                            HarrellDavis.quantile(lab, q) - field.distribution().quantile(q),
                            within(1e-9));
            assertThat(known.band().low()).isLessThan(known.shift());
            assertThat(known.band().high()).isGreaterThan(known.shift());
        }
    }

    @Test
    void tooFewPageViewsAreSaid() {
        assertThat(ShiftFunction.of(runs(40, 50, 5), evenField(20)).getFirst())
                .isEqualTo(new ShiftFunction.Decile.TooFew(10, 36, 20));
    }

    @Test
    void theSameQuestionHasTheSameAnswer() {
        double[] lab = runs(12, 5_000, 800);
        double[] shuffled = new double[lab.length];
        Arrays.setAll(shuffled, i -> lab[(5 * i + 3) % lab.length]);
        assertThat(ShiftFunction.of(shuffled, evenField(3_000)))
                .isEqualTo(ShiftFunction.of(lab, evenField(3_000)));
    }

    @Test
    void runsThatNeverDifferHaveTheErrorOfTheField() {
        double[] lab = new double[12];
        Arrays.fill(lab, 500);
        var same = ClusteredSample.of(new int[] {500, 500, 500, 500, 500, 500, 500}, null, null);
        var known = (ShiftFunction.Decile.Known) ShiftFunction.of(lab, same).get(4);
        assertThat(known.shift()).isCloseTo(0, within(1e-9));
        assertThat(known.band().high() - known.band().low()).isCloseTo(0, within(1e-9));
    }

    private static ClusteredSample evenField(int size) {
        return ClusteredSample.of(
                IntStream.rangeClosed(1, size).map(i -> 10 * i).toArray(), null, null);
    }

    private static double[] runs(int n, double middle, double spread) {
        var random = new SplittableRandom(11);
        double[] runs = new double[n];
        Arrays.setAll(runs, _ -> middle + spread * random.nextGaussian());
        return runs;
    }
}
