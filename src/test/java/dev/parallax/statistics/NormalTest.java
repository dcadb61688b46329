package dev.parallax.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

final class NormalTest {

    @Test
    void cumulativeIsThatOfCommonsStatistics() {
        var commons = NormalDistribution.of(0, 1);
        for (double x = -9; x <= 9; x += 0.01) {
            assertThat(Normal.cumulative(x))
                    .isCloseTo(commons.cumulativeProbability(x), within(1e-14));
        }
        assertThat(Normal.cumulative(Double.POSITIVE_INFINITY)).isEqualTo(1);
        assertThat(Normal.cumulative(Normal.Z_975)).isCloseTo(0.975, within(1e-15));
    }

    @Test
    void studentsPointIsThatOfCommonsStatistics() {
        for (int freedom = 3; freedom < 500; freedom++) {
            double expected = TDistribution.of(freedom).inverseSurvivalProbability(0.025);

            assertThat(Normal.student975(freedom))
                    .isCloseTo(expected, Percentage.withPercentage(0.2));
        }
    }
}
