package dev.parallax.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

final class SmallestSampleTest {

    /// Computed apart from this code with exact fractions: the smallest n with max(q, 1 − q)ⁿ ≤
    /// 1/40, in Python `Fraction(q) ** n <= Fraction(1, 40)`.
    private static final Map<Double, Integer> SMALLEST =
            Map.of(0.5, 6, 0.2, 17, 0.8, 17, 0.75, 13, 0.1, 36, 0.9, 36, 0.95, 72, 0.99, 368);

    @Test
    void isThatOfTheWidestIntervalByTheBinomial() {
        SMALLEST.forEach(
                (q, n) -> assertThat(SmallestSample.forQuantile(q)).as("q %s", q).isEqualTo(n));
    }
}
