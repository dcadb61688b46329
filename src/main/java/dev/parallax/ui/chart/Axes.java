package dev.parallax.ui.chart;

import io.fair_acc.chartfx.axes.AxisLabelOverlapPolicy;
import io.fair_acc.chartfx.axes.spi.DefaultNumericAxis;

/// What all axes have in common: they show what they are told and decide nothing themselves.
final class Axes {
    private Axes() {}

    static void plain(DefaultNumericAxis axis) {
        axis.setAutoRanging(false);
        axis.setAutoGrowRanging(false);
        axis.setAutoUnitScaling(false);
        axis.setAnimated(false);
        axis.setMinorTickCount(0);
        axis.setOverlapPolicy(AxisLabelOverlapPolicy.SKIP_ALT);
    }
}
