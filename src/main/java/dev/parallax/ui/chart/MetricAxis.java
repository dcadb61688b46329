package dev.parallax.ui.chart;

import dev.parallax.metric.Metric;
import dev.parallax.metric.Unit;
import dev.parallax.ui.common.Numbers;
import dev.parallax.ui.common.Texts;
import io.fair_acc.chartfx.axes.spi.AxisRange;
import io.fair_acc.chartfx.axes.spi.DefaultNumericAxis;
import io.fair_acc.dataset.spi.fastutil.DoubleArrayList;
import org.jspecify.annotations.Nullable;

/// The horizontal axis: a metric's values. On a logarithmic scale it marks 1, 2 and 5 of each power
/// of ten, where the library marks the powers alone.
final class MetricAxis extends DefaultNumericAxis {
    private static final double[] LOG_MARKS = {1, 2, 5};

    // null only while the constructor above runs, which asks for labels already
    private @Nullable Metric metric;

    MetricAxis() {
        Axes.plain(this);
    }

    void show(Shown shown) {
        metric = shown.metric();
        setLogAxis(shown.scale() == Scale.LOGARITHMIC);
        String unit = shown.metric().unit().symbol();
        setName(
                unit.isEmpty()
                        ? shown.metric().label()
                        : Texts.of("chart.axis", shown.metric().label(), unit));
        setUnit(null);
    }

    /// Shows the whole range again.
    void home(Shown shown) {
        set(shown.low(), shown.high());
    }

    @Override
    protected void calculateMajorTickValues(AxisRange range, DoubleArrayList marks) {
        if (!isLogAxis()) {
            super.calculateMajorTickValues(range, marks);
            return;
        }
        double low = range.getLowerBound();
        double high = range.getUpperBound();
        if (!(low > 0) || !(high > low) || Double.isInfinite(high)) {
            return;
        }
        for (double power = Math.pow(10, Math.floor(Math.log10(low))); power <= high; power *= 10) {
            for (double mark : LOG_MARKS) {
                if (mark * power >= low && mark * power <= high) {
                    marks.add(mark * power);
                }
            }
        }
    }

    /// None: their grid would be louder than the data.
    @Override
    protected void calculateMinorTickValues(DoubleArrayList marks) {}

    @Override
    public String getTickMarkLabel(double value) {
        Metric shown = metric;
        if (shown == null) {
            // not empty: the axis takes its height from its first labels
            return Numbers.decimal(value, 0);
        }
        int digits =
                shown.unit() == Unit.NONE ? 3 : value < 10 && value != Math.rint(value) ? 1 : 0;
        return Numbers.decimal(value, digits);
    }
}
