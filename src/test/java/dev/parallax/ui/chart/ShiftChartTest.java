package dev.parallax.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parallax.metric.Metric;
import dev.parallax.statistics.Interval;
import dev.parallax.statistics.ShiftFunction.Decile;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ShiftChartTest {
    private static final Decile.TooFew FEW = new Decile.TooFew(10, 36, 12);
    private static final Decile.Known FASTER =
            new Decile.Known(50, -229.4, new Interval(-241, -217.25));
    private static final Decile.Known SLOWER = new Decile.Known(70, 12, new Interval(-3, 27));
    private static final ShiftShown SHOWN =
            new ShiftShown(Metric.LCP, List.of(FEW, FASTER, SLOWER));

    @Test
    void spansTheBandsAndTheLineOfNoDifference() {
        assertThat(SHOWN.lowest()).isEqualTo(-241);
        assertThat(SHOWN.highest()).isEqualTo(27);
        var onlyFaster = new ShiftShown(Metric.LCP, List.of(FASTER));
        assertThat(onlyFaster.highest()).isZero();
        assertThat(new ShiftShown(Metric.LCP, List.of()).lowest()).isZero();
    }

    @Test
    void saysWhoIsFaster() {
        assertThat(ShiftChart.words(SHOWN, FASTER))
                .startsWith("P50: the lab is 229")
                .contains("faster")
                .contains("\u2212241");
        assertThat(ShiftChart.words(SHOWN, SLOWER)).contains("slower").contains("+27");
        assertThat(ShiftChart.words(SHOWN, FEW)).contains("36").contains("12");
    }

    @Test
    void numbersAreWrittenForComputers() {
        assertThat(ShiftChart.csv(SHOWN))
                .isEqualTo(
                        """
                        percentile,lab_minus_field,low,high,needs,has
                        10,,,,36,12
                        50,-229.4000,-241.0000,-217.2500,,
                        70,12.0000,-3.0000,27.0000,,
                        """);
    }
}
