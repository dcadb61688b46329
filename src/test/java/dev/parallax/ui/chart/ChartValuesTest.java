package dev.parallax.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parallax.metric.Metric;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ChartValuesTest {
    private static final Bins BINS =
            new Bins(new double[] {100, 200, 400}, new double[] {0.25, 0.75});
    private static final Steps STEPS = new Steps(new double[] {120, 300}, new double[] {0.25, 1});

    @Test
    void findsTheBinOfAValue() {
        assertThat(BINS.binOf(99)).isEqualTo(-1);
        assertThat(BINS.binOf(100)).isZero();
        assertThat(BINS.binOf(200)).isEqualTo(1);
        assertThat(BINS.binOf(400)).isEqualTo(-1);
        assertThat(BINS.binOf(Double.NaN)).isEqualTo(-1);
    }

    @Test
    void readsTheShareUpToAValue() {
        assertThat(STEPS.shareUpTo(119)).isZero();
        assertThat(STEPS.shareUpTo(120)).isEqualTo(0.25);
        assertThat(STEPS.shareUpTo(1_000)).isEqualTo(1);
    }

    @Test
    void takesTheMeanOfTheMiddleTwoAsMedian() {
        assertThat(LabRuns.of(30, 10, 20, 40).median()).isEqualTo(25);
        assertThat(LabRuns.of(30, 10, 20).median()).isEqualTo(20);
        assertThat(LabRuns.of().median()).isNaN();
    }

    @Test
    void refusesALogarithmicAxisFromZero() {
        var sample = new Shown.Sample(BINS, STEPS, 4);
        assertThatThrownBy(() ->
                        new Shown(
                                Metric.LCP,
                                Scale.LOGARITHMIC,
                                0,
                                1,
                                sample,
                                Optional.empty(),
                                Optional.empty(),
                                LabRuns.of(),
                                Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void writesItsNumbersAsCsv() {
        var shown =
                new Shown(
                        Metric.LCP,
                        Scale.LINEAR,
                        0,
                        400,
                        new Shown.Sample(BINS, STEPS, 4),
                        Optional.empty(),
                        Optional.empty(),
                        LabRuns.of(),
                        Optional.empty());
        assertThat(DistributionChart.csv(shown))
                .isEqualTo(
                        """
                        from,to,all_users,compared_users
                        100.0000,200.0000,0.25000000,0.25000000
                        200.0000,400.0000,0.75000000,0.75000000
                        """);
        assertThat(EcdfChart.csv(shown))
                .isEqualTo("value,share_not_above\n120.0000,0.25000000\n300.0000,1.00000000\n");
    }
}
