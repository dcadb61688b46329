package dev.parallax.importer;

import dev.parallax.importer.parquet.Batch;
import dev.parallax.importer.parquet.ColumnTaker;
import dev.parallax.importer.parquet.RowTaker;
import dev.parallax.rum.Chunk;
import dev.parallax.rum.Dictionary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Reads rows of Parquet columns into drafts: metrics, pages, dimensions and times a batch at a
/// time, as far as nothing is odd about a value; everything else value by value.
final class ParquetCells implements RowTaker {
    private final Draft draft = new Draft();
    private final Measurement measurement;
    private final Intake intake;

    // those that take their values ahead
    private final List<MetricTaker> metrics = new ArrayList<>();
    private final List<DimensionTaker> dimensions = new ArrayList<>();
    private final List<PageTaker> pages = new ArrayList<>();
    private final List<TimeTaker> times = new ArrayList<>();

    ParquetCells(Measurement measurement, Intake intake) {
        this.measurement = measurement;
        this.intake = intake;
    }

    /// What takes the values of a column.
    ColumnTaker taker(Cell cell) {
        return switch (cell) {
            case MetricCell metric -> new MetricTaker(metric);
            case TimeCell time -> new TimeTaker(time);
            case DimensionCell dimension -> new DimensionTaker(dimension);
            case PageCell page -> new PageTaker(page);
            default -> new CellTaker(cell);
        };
    }

    @Override
    public void begin(long row) {
        draft.clear();
        draft.line = row;
        measurement.clear();
    }

    @Override
    public void begin(long row, int inBatch) {
        begin(row);
        for (MetricTaker metric : metrics) {
            int value = metric.values[inBatch];
            draft.metrics[metric.index] = value;
            draft.hasValue |= value != Chunk.MISSING;
        }
        for (DimensionTaker dimension : dimensions) {
            int code = dimension.codes[inBatch];
            if (code != Dictionary.UNKNOWN) {
                draft.dimensions[dimension.index] = code;
                draft.hasValue = true;
            }
        }
        for (PageTaker page : pages) {
            draft.page = page.codes[inBatch];
            draft.hasValue |= draft.page != Dictionary.UNKNOWN;
        }
        for (TimeTaker time : times) {
            draft.time = time.values[inBatch];
            draft.hasValue |= draft.time != Chunk.NO_TIME;
        }
    }

    @Override
    public void end() {
        if (measurement.isNamed()) {
            measurement.writeTo(draft);
        }
        intake.accept(draft);
    }

    /// Reads values one by one.
    private class CellTaker implements ColumnTaker {
        /// Beyond this not every whole number is a double.
        private static final long EXACT = 1L << 53;

        private final Cell cell;

        CellTaker(Cell cell) {
            this.cell = cell;
        }

        @Override
        public int text(char[] text, int from, int length) {
            cell.read(text, from, length, draft);
            return 0;
        }

        @Override
        public final void number(double number) {
            cell.readNumber(number, draft);
        }

        @Override
        public final void number(long number) {
            if (Math.abs(number) < EXACT) {
                cell.readNumber((double) number, draft);
            } else {
                char[] text = Long.toString(number).toCharArray();
                cell.read(text, 0, text.length, draft);
            }
        }

        @Override
        public final void time(long millis, Zone zone) {
            cell.readTime(millis, zone, draft);
        }
    }

    private final class MetricTaker extends CellTaker {
        private final MetricCell cell;
        private final int index;
        private int[] values = {};

        MetricTaker(MetricCell cell) {
            super(cell);
            this.cell = cell;
            this.index = cell.index();
        }

        @Override
        public boolean numbers(double[] numbers, Batch batch) {
            if (values.length == 0) {
                metrics.add(this);
            }
            values = Arrays.copyOf(values, Math.max(values.length, batch.count()));
            for (int row = 0; row < batch.count(); row++) {
                boolean isNull = batch.isNull(row);
                int value = isNull ? Chunk.MISSING : cell.plain(numbers[row]);
                if (value == Chunk.MISSING && !isNull) {
                    batch.putBack(row);
                }
                values[row] = value;
            }
            return true;
        }
    }

    private final class TimeTaker extends CellTaker {
        private final TimeCell cell;
        private long[] values = {};

        TimeTaker(TimeCell cell) {
            super(cell);
            this.cell = cell;
        }

        @Override
        public boolean times(long[] millis, Zone zone, Batch batch) {
            if (values.length == 0) {
                times.add(this);
            }
            values = Arrays.copyOf(values, Math.max(values.length, batch.count()));
            if (!cell.isTakenAsSaid(zone)) {
                batch.putBackAll();
                return true;
            }
            for (int row = 0; row < batch.count(); row++) {
                boolean isNull = batch.isNull(row);
                if (!isNull && !TimeCell.isPlausible(millis[row])) {
                    batch.putBack(row);
                }
                values[row] = isNull ? Chunk.NO_TIME : millis[row];
            }
            return true;
        }
    }

    /// Texts that have codes.
    private abstract class CodeTaker extends CellTaker {
        int[] codes = {};

        CodeTaker(Cell cell) {
            super(cell);
        }

        /// The code of the draft.
        abstract int code();

        abstract void take(int code);

        abstract void takeAhead();

        @Override
        public final int text(char[] text, int from, int length) {
            super.text(text, from, length);
            return code();
        }

        @Override
        public final boolean remembers() {
            return true;
        }

        @Override
        public final void again(int code) {
            take(code);
            draft.hasValue = true;
        }

        @Override
        public final boolean texts(int[] some, Batch batch) {
            if (codes.length == 0) {
                takeAhead();
            }
            codes = Arrays.copyOf(some, some.length);
            return true;
        }
    }

    private final class DimensionTaker extends CodeTaker {
        private final int index;

        DimensionTaker(DimensionCell cell) {
            super(cell);
            this.index = cell.index();
        }

        @Override
        int code() {
            return draft.dimensions[index];
        }

        @Override
        void take(int code) {
            draft.dimensions[index] = code;
        }

        @Override
        void takeAhead() {
            dimensions.add(this);
        }
    }

    private final class PageTaker extends CodeTaker {
        PageTaker(PageCell cell) {
            super(cell);
        }

        @Override
        int code() {
            return draft.page;
        }

        @Override
        void take(int code) {
            draft.page = code;
        }

        @Override
        void takeAhead() {
            pages.add(this);
        }
    }
}
