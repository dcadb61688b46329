package dev.parallax.importer;

import dev.parallax.importer.mapping.Scale;
import dev.parallax.metric.Metric;
import dev.parallax.metric.Unit;
import dev.parallax.rum.Chunk;
import dev.parallax.rum.Quarantine;
import dev.parallax.rum.QuarantineReason;
import java.util.Arrays;

/// Reads the values of one metric into drafts; one that cannot be true is counted and taken for
/// missing.
final class MetricCell implements Cell {
    /// Ten minutes: longer times are clocks gone wrong, such as 4294972274 or an epoch.
    private static final double LARGEST_MILLIS = 600_000;

    /// No page shifts a hundred times its own height within five seconds.
    private static final double LARGEST_SHIFT = 100;

    /// 2³²: a counter of 32 bits that went below 0, or was added to what had, is about this large.
    /// An agent is known to have sent 4294972274.
    private static final double COUNTER_END = 4_294_967_296.0;

    /// Ten minutes, in milliseconds, to either side.
    private static final double ABOUT = 600_000;

    /// A larger number could not be put back anyway, and may be an id that slipped into the column.
    private static final double LARGEST_KEPT = 1e10;

    private final Metric metric;
    private final int index;
    private final double largest;
    private final Scale scale;
    private final MissingTexts missing;

    /// Digits behind the point in the fixed point form, if the source's unit is the metric's own.
    private final int decimals;

    /// The largest value in fixed point form; negative if no text can be taken as it is.
    private final int largestPlain;

    private final boolean isScaled;

    MetricCell(Metric metric, Scale scale, MissingTexts missing) {
        this.metric = metric;
        this.index = Metric.all().indexOf(metric);
        this.largest = metric.unit() == Unit.NONE ? LARGEST_SHIFT : LARGEST_MILLIS;
        this.scale = scale;
        this.missing = missing;
        this.decimals = metric.unit() == Unit.NONE ? 4 : 1;
        this.isScaled = !scale.isIdentity();
        this.largestPlain = isScaled ? -1 : metric.toFixed(largest);
    }

    int index() {
        return index;
    }

    @Override
    public void read(char[] source, int from, int length, Draft draft) {
        if (length == 0) {
            return;
        }
        int plain = Numbers.fixed(source, from, length, decimals, largestPlain);
        if (plain == Numbers.NOT_PLAIN) {
            readAny(source, from, length, draft);
        } else {
            draft.metrics[index] = plain;
            draft.hasValue = true;
        }
    }

    private void readAny(char[] source, int from, int length, Draft draft) {
        double number = Numbers.parse(source, from, length);
        if (number >= 0) {
            take(number, draft);
        } else if (!missing.contains(source, from, length)) {
            readUnit(source, from, length, number, draft);
        }
    }

    /// `2.35 s`: what tools write that show a number with its unit.
    private void readUnit(char[] source, int from, int length, double number, Draft draft) {
        Numbers.WithUnit written =
                Double.isNaN(number)
                        ? Numbers.parseWithUnit(Arrays.copyOfRange(source, from, from + length))
                        : null;
        if (written != null && metric.unit() != Unit.NONE) {
            takeMillis(written.unit().apply(written.number()), draft);
        } else {
            quarantine(number, scale.apply(number), draft);
        }
    }

    @Override
    public void readNumber(double number, Draft draft) {
        if (number >= 0) {
            take(number, draft);
        } else {
            // the text decides whether -1 or NaN means that there is none
            Cell.super.readNumber(number, draft);
        }
    }

    /// What [#readNumber] writes of a number that nothing is odd about, in fixed point form; else
    /// [Chunk#MISSING].
    int plain(double number) {
        double value = isScaled ? scale.apply(number) : number;
        return value >= 0 && value <= largest ? metric.toFixed(value) : Chunk.MISSING;
    }

    /// Takes a number in the unit of the source.
    void take(double number, Draft draft) {
        take(number, scale.apply(number), draft);
    }

    /// Takes a number whose own text said its unit.
    void takeMillis(double millis, Draft draft) {
        take(millis, millis, draft);
    }

    private void take(double number, double value, Draft draft) {
        if (value >= 0 && value <= largest) {
            draft.metrics[index] = metric.toFixed(value);
            draft.hasValue = true;
        } else {
            quarantine(number, value, draft);
        }
    }

    private void quarantine(double number, double value, Draft draft) {
        double kept = Double.isNaN(value) ? value : Math.clamp(value, -LARGEST_KEPT, LARGEST_KEPT);
        draft.quarantine(index, reason(number), Quarantine.fixed(metric, kept));
    }

    private static QuarantineReason reason(double number) {
        if (Double.isNaN(number)) {
            return QuarantineReason.NOT_A_NUMBER;
        }
        if (number == -1) {
            return QuarantineReason.SENTINEL;
        }
        if (number < 0) {
            return QuarantineReason.NEGATIVE;
        }
        return Math.abs(number - COUNTER_END) <= ABOUT
                ? QuarantineReason.OVERFLOW
                : QuarantineReason.TOO_LARGE;
    }
}
