package dev.parallax.importer.parquet;

import dev.hardwood.reader.ColumnReader;

/// A column of numbers, or of what is stored as numbers.
final class NumberColumn extends ParquetColumn {
    private static final char[] TRUE = "true".toCharArray();
    private static final char[] FALSE = "false".toCharArray();

    private final Kind kind;
    private final double divisor;
    private final TimeOf time;
    private int[] ints = {};
    private long[] longs = {};
    private float[] floats = {};
    private double[] doubles = {};
    private boolean[] booleans = {};

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
    private static double written(float number) {
        return number == (int) number ? number : Double.parseDouble(Float.toString(number));
    }
}
