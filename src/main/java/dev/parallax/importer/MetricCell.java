package dev.parallax.importer;

import dev.parallax.importer.mapping.Scale;
import dev.parallax.metric.Metric;
import dev.parallax.metric.Unit;

/// Reads the values of one metric into drafts; one that cannot be true is counted and taken for
/// missing.
final class MetricCell implements Cell {
    /// Ten minutes: longer times are clocks gone wrong, such as 4294972274 or an epoch.
    private static final double LARGEST_MILLIS = 600_000;

    /// No page shifts a hundred times its own height within five seconds.
    private static final double LARGEST_SHIFT = 100;

    private final Metric metric;
    private final int index;
    private final double largest;
    private final Scale scale;
    private final MissingTexts missing;

    MetricCell(Metric metric, Scale scale, MissingTexts missing) {
        this.metric = metric;
        this.index = Metric.all().indexOf(metric);
        this.largest = metric.unit() == Unit.NONE ? LARGEST_SHIFT : LARGEST_MILLIS;
        this.scale = scale;
        this.missing = missing;
    }

    int index() {
        return index;
    }

    @Override
    public void read(char[] source, int from, int length, Draft draft) {
        if (length == 0) {
            return;
        }
        double number = Numbers.parse(source, from, length);
        if (number >= 0) {
            take(number, draft);
        } else if (!missing.contains(source, from, length)) {
            draft.ignore(index, number < 0 ? Reason.NEGATIVE : Reason.NOT_A_NUMBER);
        }
    }

    /// Takes a number in the unit of the source.
    void take(double number, Draft draft) {
        takeValue(scale.apply(number), draft);
    }

    /// Takes a number whose own text said its unit.
    void takeMillis(double millis, Draft draft) {
        takeValue(millis, draft);
    }

    private void takeValue(double value, Draft draft) {
        if (value >= 0 && value <= largest) {
            draft.metrics[index] = metric.toFixed(value);
            draft.hasValue = true;
        } else if (value > largest) {
            draft.ignore(index, Reason.TOO_LARGE);
        } else if (value < 0) {
            draft.ignore(index, Reason.NEGATIVE);
        } else {
            draft.ignore(index, Reason.NOT_A_NUMBER);
        }
    }
}
