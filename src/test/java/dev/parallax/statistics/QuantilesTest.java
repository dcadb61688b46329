package dev.parallax.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.apache.commons.statistics.descriptive.Quantile;
import org.apache.commons.statistics.descriptive.Quantile.EstimationMethod;
import org.junit.jupiter.api.Test;

final class QuantilesTest {

    @Test
    void medianIsTheMiddleOrTheMeanOfTheMiddleTwo() {
        assertThat(Quantiles.median(new double[] {9, 1, 4})).isEqualTo(4);
        assertThat(Quantiles.median(new double[] {9, 1, 4, 5})).isEqualTo(4.5);
        assertThat(Quantiles.median(new double[] {7})).isEqualTo(7);
    }

    @Test
    void typeSevenIsThatOfCommonsStatistics() {
        var random = new SplittableRandom(4);
        var commons = Quantile.withDefaults().with(EstimationMethod.HF7).withCopy(true);
        for (int round = 0; round < 1_000; round++) {
            double[] values = random.doubles(random.nextInt(1, 60), -5, 5).toArray();
            double q = random.nextInt(1001) / 1000.0;

            assertThat(Quantiles.type7(values, q))
                    .isCloseTo(commons.evaluate(values, q), within(1e-12));
        }
    }

    @Test
    void refusesNothingAndWhatIsNoNumber() {
        assertThatThrownBy(() -> Quantiles.median(new double[0])).hasMessage("no values");
        assertThatThrownBy(() -> Quantiles.median(new double[] {1, Double.NaN}))
                .hasMessage("a value is not a number");
        assertThatThrownBy(() -> Quantiles.type7(new double[] {1}, 1.1))
                .hasMessage("not a share from 0 to 1: 1.1");
    }
}
