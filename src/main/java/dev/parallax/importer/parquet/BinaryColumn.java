package dev.parallax.importer.parquet;

import dev.hardwood.reader.ColumnReader;
import dev.parallax.importer.parquet.ColumnTaker.Zone;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;

/// A column of texts, or of what is stored as bytes.
final class BinaryColumn extends ParquetColumn {
    /// The Julian day of 1970-01-01.
    private static final long DAYS_BEFORE_1970 = 2_440_588;

    private static final long MILLIS_PER_DAY = 86_400_000;
    private static final long NANOS_PER_MILLI = 1_000_000;
    private static final int OLD_TIME_BYTES = 12;

    private final Kind kind;
    private final int scale;
    private final TextMemo memo = new TextMemo();
    private byte[] bytes = {};
    private int[] offsets = {};
    private char[] letters = new char[256];
    private int[] codes = {};

    /// @param scale decimal places of a decimal number
    BinaryColumn(ColumnReader reader, ColumnTaker taker, Kind kind, int scale) {
        super(reader, taker);
        this.kind = kind;
        this.scale = scale;
    }

    @Override
    void load(ColumnReader reader) {
        bytes = reader.getBinaryValues();
        offsets = reader.getBinaryOffsets();
    }

    @Override
    void tell(int row, ColumnTaker taker) {
        int from = offsets[row];
        int length = offsets[row + 1] - from;
        switch (kind) {
            case TEXT -> text(from, length, taker);
            case UUID -> uuid(from, taker);
            case DECIMAL_BYTES ->
                    taker.number(
                            new BigDecimal(new BigInteger(bytes, from, length), scale)
                                    .doubleValue());
            case HALF_FLOAT -> taker.number(halfFloat(from));
            case OLD_TIME -> taker.time(oldTime(bytes, from), Zone.NOT_SAID);
            case BOOLEAN, INT, UNSIGNED_INT, LONG, UNSIGNED_LONG, FLOAT, DOUBLE, DATE, TIME ->
                    throw new IllegalStateException(kind.name());
        }
    }

    @Override
    boolean tellAhead(Batch batch, ColumnTaker taker) {
        if (kind != Kind.TEXT || !taker.remembers()) {
            return false;
        }
        if (codes.length < batch.count()) {
            codes = new int[batch.count()];
        }
        for (int row = 0; row < batch.count(); row++) {
            codes[row] = 0;
            if (!batch.isNull(row)) {
                int from = offsets[row];
                codes[row] = memo.find(bytes, from, offsets[row + 1] - from);
                if (codes[row] == TextMemo.UNKNOWN) {
                    batch.putBack(row);
                }
            }
        }
        return taker.texts(codes, batch);
    }

    private void text(int from, int length, ColumnTaker taker) {
        if (!taker.remembers()) {
            read(from, length, taker);
            return;
        }
        int known = memo.find(bytes, from, length);
        if (known == TextMemo.UNKNOWN) {
            memo.add(bytes, from, length, read(from, length, taker));
        } else {
            taker.again(known);
        }
    }

    private int read(int from, int length, ColumnTaker taker) {
        if (letters.length < length) {
            letters = new char[length * 2];
        }
        for (int i = 0; i < length; i++) {
            byte b = bytes[from + i];
            if (b < 0) {
                char[] decoded =
                        new String(bytes, from, length, StandardCharsets.UTF_8).toCharArray();
                return taker.text(decoded, 0, decoded.length);
            }
            letters[i] = (char) b;
        }
        return taker.text(letters, 0, length);
    }

    private void uuid(int from, ColumnTaker taker) {
        ByteBuffer both = ByteBuffer.wrap(bytes, from, 16);
        char[] text = new UUID(both.getLong(), both.getLong()).toString().toCharArray();
        taker.text(text, 0, text.length);
    }

    private double halfFloat(int from) {
        return Float.float16ToFloat((short) ((bytes[from] & 0xff) | (bytes[from + 1] << 8)));
    }

    /// What Spark and Impala wrote before there were timestamps: nanoseconds of the day, then the
    /// Julian day.
    static long oldTime(byte[] bytes, int from) {
        ByteBuffer both =
                ByteBuffer.wrap(Arrays.copyOfRange(bytes, from, from + OLD_TIME_BYTES))
                        .order(ByteOrder.LITTLE_ENDIAN);
        long nanos = both.getLong();
        long day = Integer.toUnsignedLong(both.getInt());
        return (day - DAYS_BEFORE_1970) * MILLIS_PER_DAY + Math.floorDiv(nanos, NANOS_PER_MILLI);
    }
}
