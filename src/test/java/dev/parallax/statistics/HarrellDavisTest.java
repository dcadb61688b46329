package dev.parallax.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class HarrellDavisTest {
    private static final double[] RUNS = {
        1812, 1790, 2043, 1875, 1934, 2210, 1799, 1851, 1920, 1887, 2005, 1841
    };

    /// `scipy.stats.mstats.hdquantiles` of SciPy 1.17.1.
    @ParameterizedTest
    @CsvSource({
        "0.1, 1.1362319171009143, 1798.5848170103598",
        "0.3, 1.8173216491946744, 1837.4954085407044",
        "0.5, 3.2595099853009684, 1885.2404022672995",
        "0.8, 7.71875,            2018.9973844984247",
        "0.9, 9.163329050679023,  2118.298811664698"
    })
    void agreesWithSciPy(double q, double ofFour, double ofRuns) {
        assertThat(HarrellDavis.quantile(new double[] {10, 1, 3, 2}, q))
                .isCloseTo(ofFour, within(1e-12));
        assertThat(HarrellDavis.quantile(RUNS, q)).isCloseTo(ofRuns, within(1e-9));
    }

    @Test
    void oneValueIsEveryQuantile() {
        assertThat(HarrellDavis.quantile(new double[] {7}, 0.1)).isEqualTo(7);
        assertThat(HarrellDavis.quantile(new double[] {7, 7, 7}, 0.9)).isCloseTo(7, within(1e-12));
    }

    @Test
    void refusesNothingAndNoNumbers() {
        assertThatThrownBy(() -> HarrellDavis.quantile(new double[0], 0.5))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> HarrellDavis.quantile(new double[] {1, Double.NaN}, 0.5))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
