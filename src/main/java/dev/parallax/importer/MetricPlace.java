package dev.parallax.importer;

import dev.parallax.importer.mapping.Mapping;
import dev.parallax.importer.mapping.Place;
import dev.parallax.importer.mapping.Place.Several;
import dev.parallax.importer.mapping.Place.Zero;
import dev.parallax.importer.mapping.Scale;
import dev.parallax.rum.Chunk;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The value of a metric at its place in a record: one number, or the difference of two points in
/// time.
final class MetricPlace {
    private final MetricCell cell;
    private final boolean isDifference;
    private final boolean isSum;
    private final @Nullable ConditionCheck when;
    private final Zero zero;

    /// What the metric's own paths gave.
    final Value values;

    /// What the paths of its origin gave.
    final Value origins;

    /// What the paths of its second part gave.
    final Value seconds;

    /// @param when must hold of the record; null if nothing has to
    MetricPlace(
            Place place,
            MetricCell cell,
            Mapping.NumberForm numbers,
            @Nullable ConditionCheck when) {
        this.when = when;
        this.cell = cell;
        this.isDifference = !place.minus().isEmpty();
        this.isSum = !place.plus().isEmpty();
        this.zero = isDifference ? Zero.MISSING : place.zero();
        this.values = new Value(place.several(), numbers);
        this.origins = new Value(Several.FIRST, numbers);
        this.seconds = new Value(Several.FIRST, numbers);
    }

    /// Writes the metric into the draft of the record that has been read.
    void writeTo(Draft draft, int record) {
        if (values.seenIn != record || draft.metrics[cell.index()] != Chunk.MISSING) {
            return;
        }
        if (when != null && !when.holds()) {
            return;
        }
        double value = values.number;
        if (Double.isNaN(value)) {
            cell.read(values.text, 0, values.text.length, draft);
        } else if (value == 0 && zero == Zero.MISSING) {
            return;
        } else if (isSum) {
            if (seconds.seenIn == record && value >= 0 && seconds.number >= 0) {
                cell.take(value + seconds.number, draft);
            }
        } else if (!isDifference) {
            take(value, draft);
        } else if (origins.seenIn == record && origins.number > 0) {
            cell.take(value - origins.number, draft);
        }
    }

    private void take(double value, Draft draft) {
        if (values.unit != null) {
            cell.takeMillis(values.unit.apply(value), draft);
        } else if (value < 0) {
            // the text decides whether -1 means that there is none
            cell.read(values.text, 0, values.text.length, draft);
        } else {
            cell.take(value, draft);
        }
    }

    /// The number that the likeliest path gave.
    static final class Value {
        private final Several several;
        private final String thousands;
        private int seenIn;
        private int best;
        private double number;
        private char[] text = {};
        private @Nullable Scale unit;

        Value(Several several, Mapping.NumberForm numbers) {
            this.several = several;
            this.thousands = numbers.thousands();
        }

        void take(int rank, int record, char[] source, int from, int length) {
            if (thousands.isEmpty()) {
                takePlain(rank, record, source, from, length);
            } else {
                char[] plain =
                        new String(source, from, length).replace(thousands, "").toCharArray();
                takePlain(rank, record, plain, 0, plain.length);
            }
        }

        private void takePlain(int rank, int record, char[] source, int from, int length) {
            if (length == 0 || (seenIn == record && rank > best)) {
                return;
            }
            boolean isFurther = seenIn == record && rank == best;
            if (isFurther && several == Several.FIRST) {
                return;
            }
            double found = Numbers.parse(source, from, length);
            if (isFurther && !Double.isNaN(number)) {
                found =
                        switch (several) {
                            case FIRST, LAST -> found;
                            case LARGEST -> Math.max(number, found);
                            case SUM -> number + found;
                        };
            }
            seenIn = record;
            best = rank;
            unit = null;
            number = found;
            if (!(found >= 0)) {
                readUnit(source, from, length);
            }
        }

        /// `2.35 s`: what tools write that show a number with its unit.
        private void readUnit(char[] source, int from, int length) {
            text = Arrays.copyOfRange(source, from, from + length);
            Numbers.WithUnit written = Numbers.parseWithUnit(text);
            if (written != null) {
                number = written.number();
                unit = written.unit();
            }
        }
    }
}
