package dev.parallax.ui.chart;

import dev.parallax.ui.common.Numbers;
import io.fair_acc.chartfx.axes.spi.AxisRange;
import io.fair_acc.chartfx.axes.spi.DefaultNumericAxis;
import io.fair_acc.dataset.spi.fastutil.DoubleArrayList;

/// The vertical axis: shares of the users, from 0 up.
final class ShareAxis extends DefaultNumericAxis {
    private static final int MARKS = 5;

    /// The same in every chart, so that charts one above the other are flush.
    private static final double WIDTH = 56;

    ShareAxis() {
        Axes.plain(this);
        setName("");
        setUnit(null);
    }

    void show(double highest) {
        set(0, highest);
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
        double step = step(highest);
        for (int mark = 0; mark * step <= highest * 1.0001; mark++) {
            marks.add(mark * step);
        }
    }

    @Override
    public String getTickMarkLabel(double share) {
        double percent = share * 100;
        int digits = Math.abs(percent - Math.rint(percent)) < 1e-9 ? 0 : 1;
        return Numbers.decimal(percent, digits) + "\u202f%";
    }

    /// A round step that gives about five marks: 1, 2, 2.5 or 5 times a power of ten.
    static double step(double highest) {
        double rough = highest / MARKS;
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        for (double round : new double[] {1, 2, 2.5, 5}) {
            if (round * power >= rough) {
                return round * power;
            }
        }
        return 10 * power;
    }
}
