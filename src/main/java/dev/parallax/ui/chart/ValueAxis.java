package dev.parallax.ui.chart;

import dev.parallax.metric.Metric;
import dev.parallax.metric.Unit;
import dev.parallax.ui.common.Numbers;
import io.fair_acc.chartfx.axes.spi.AxisRange;
import io.fair_acc.chartfx.axes.spi.DefaultNumericAxis;
import io.fair_acc.dataset.spi.fastutil.DoubleArrayList;
import org.jspecify.annotations.Nullable;

/// A vertical axis of a metric's values, from 0 up: `500 ms`, `2 s`, `0.1`. Under the zero line it
/// leaves room for something else.
final class ValueAxis extends DefaultNumericAxis {
    private static final double WIDTH = 56;

    /// Room under the zero line, for the page views.
    private static final double FOOT = 0.18;

    private @Nullable Metric metric;

    ValueAxis() {
        Axes.plain(this);
        setName("");
        setUnit(null);
    }

    void show(Metric newMetric, double top) {
        metric = newMetric;
        set(-FOOT * top, top);
    }

    @Override
    protected double computePrefWidth(double height) {
        super.computePrefWidth(height);
        return WIDTH;
    }

    @Override
    protected void calculateMajorTickValues(AxisRange range, DoubleArrayList marks) {
        double highest = range.getUpperBound();
        if (!(highest > 0) || Double.isInfinite(highest)) {
            return;
        }
        double step = ShareAxis.step(highest);
        for (int mark = 0; mark * step <= highest * 1.0001; mark++) {
            marks.add(mark * step);
        }
    }

    @Override
    protected void calculateMinorTickValues(DoubleArrayList marks) {}

    @Override
    public String getTickMarkLabel(double value) {
        Metric shown = metric;
        if (shown == null) {
            return Numbers.decimal(value, 0);
        }
        if (shown.unit() == Unit.NONE) {
            return Numbers.decimal(value, 2);
        }
        if (getMax() < 1_500) {
            return Numbers.millis(value).replace("0.0", "0");
        }
        double seconds = value / 1e3;
        int digits = seconds == Math.rint(seconds) ? 0 : 1;
        return Numbers.decimal(seconds, digits) + "\u202fs";
    }
}
