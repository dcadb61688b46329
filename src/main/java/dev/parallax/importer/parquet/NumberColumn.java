package dev.parallax.importer.parquet;

import dev.hardwood.reader.ColumnReader;

/// A column of numbers, or of what is stored as numbers.
final class NumberColumn extends ParquetColumn {
    /// Beyond this a float has no digit behind the point.
    private static final float EXACT_FLOATS = 1 << 24;

    private static final double[] POWERS_OF_TEN = {10, 100, 1_000, 10_000};
    private static final char[] TRUE = "true".toCharArray();
    private static final char[] FALSE = "false".toCharArray();

    /// Beyond this not every whole number is a double.
    private static final long EXACT = 1L << 53;

    private final Kind kind;
    private final double divisor;
    private final TimeOf time;
    private int[] ints = {};
    private long[] longs = {};
    private float[] floats = {};
    private double[] doubles = {};
    private boolean[] booleans = {};
    private double[] numbers = {};
    private long[] millis = {};

    /// @param scale decimal places of whole numbers
    NumberColumn(ColumnReader reader, ColumnTaker taker, Kind kind, int scale, TimeOf time) {
        super(reader, taker);
        this.kind = kind;
        this.divisor = Math.pow(10, scale);
        this.time = time;
    }

    @Override
    void load(ColumnReader reader) {
        switch (reader.getColumnSchema().type()) {
            case INT32 -> ints = reader.getInts();
            case INT64 -> longs = reader.getLongs();
            case FLOAT -> floats = reader.getFloats();
            case DOUBLE -> doubles = reader.getDoubles();
            case BOOLEAN -> booleans = reader.getBooleans();
            case INT96, BYTE_ARRAY, FIXED_LEN_BYTE_ARRAY -> throw new IllegalStateException();
        }
    }

    @Override
    void tell(int row, ColumnTaker taker) {
        switch (kind) {
            case DOUBLE -> taker.number(doubles[row]);
            case FLOAT -> taker.number(written(floats[row]));
            case TIME -> taker.time(time.millis(longs[row]), time.zone());
            case INT -> whole(ints[row], taker);
            case LONG -> whole(longs[row], taker);
            case UNSIGNED_INT -> taker.number(Integer.toUnsignedLong(ints[row]));
            case UNSIGNED_LONG -> unsigned(longs[row], taker);
            case DATE -> taker.time(time.millis(ints[row]), time.zone());
            case BOOLEAN -> {
                char[] text = booleans[row] ? TRUE : FALSE;
                taker.text(text, 0, text.length);
            }
            case TEXT, UUID, DECIMAL_BYTES, HALF_FLOAT, OLD_TIME ->
                    throw new IllegalStateException(kind.name());
        }
    }

    @Override
    boolean tellAhead(Batch batch, ColumnTaker taker) {
        return switch (kind) {
            case DOUBLE -> taker.numbers(doubles, batch);
            case FLOAT, INT, UNSIGNED_INT, LONG, UNSIGNED_LONG -> {
                if (numbers.length < batch.count()) {
                    numbers = new double[batch.count()];
                }
                fillNumbers(batch);
                yield taker.numbers(numbers, batch);
            }
            case TIME, DATE -> {
                if (millis.length < batch.count()) {
                    millis = new long[batch.count()];
                }
                fillMillis(batch.count());
                yield taker.times(millis, time.zone(), batch);
            }
            case BOOLEAN, TEXT, UUID, DECIMAL_BYTES, HALF_FLOAT, OLD_TIME -> false;
        };
    }

    private void fillNumbers(Batch batch) {
        for (int row = 0; row < batch.count(); row++) {
            switch (kind) {
                case FLOAT -> numbers[row] = batch.isNull(row) ? 0 : written(floats[row]);
                case INT -> numbers[row] = ints[row] / divisor;
                case UNSIGNED_INT -> numbers[row] = Integer.toUnsignedLong(ints[row]);
                default -> {
                    long whole = longs[row];
                    numbers[row] = whole / divisor;
                    boolean isExact = whole > -EXACT && whole < EXACT;
                    boolean isOver = kind == Kind.UNSIGNED_LONG && whole < 0;
                    if ((!isExact || isOver) && !batch.isNull(row)) {
                        batch.putBack(row);
                    }
                }
            }
        }
    }

    private void fillMillis(int count) {
        boolean isLong = kind == Kind.TIME;
        for (int row = 0; row < count; row++) {
            millis[row] = time.millis(isLong ? longs[row] : ints[row]);
        }
    }

    private void whole(long number, ColumnTaker taker) {
        if (divisor == 1) {
            taker.number(number);
        } else {
            taker.number(number / divisor);
        }
    }

    private static void unsigned(long number, ColumnTaker taker) {
        if (number >= 0) {
            taker.number(number);
        } else {
            char[] text = Long.toUnsignedString(number).toCharArray();
            taker.text(text, 0, text.length);
        }
    }

    /// A tenth as a float is meant to be 0.1, not 0.10000000149.
    static double written(float number) {
        if (number == (int) number) {
            return number;
        }
        if (Math.abs(number) < EXACT_FLOATS) {
            for (double power : POWERS_OF_TEN) {
                // both are whole and exact, so that the division rounds as a text's parser does
                double written = Math.rint(number * power) / power;
                if ((float) written == number) {
                    return written;
                }
            }
        }
        return Double.parseDouble(Float.toString(number));
    }
}
