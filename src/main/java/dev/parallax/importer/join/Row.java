package dev.parallax.importer.join;

import dev.parallax.rum.Chunk;
import dev.parallax.rum.Dictionary;
import dev.parallax.rum.QuarantineReason;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// One part as bytes, in memory and in spill files: a word whose bits say what follows, the
/// identity, a hash of the content, and then only what there is. It holds numbers, codes and
/// hashes, never a text of the source.
///
/// ```
/// word | identity | content | time? began? version? view? session? user? reasons?   8 bytes each
///      | page? weight? metric* metric-id* dimension*                                 4 bytes each
///      | quarantined value*                                                          8 bytes each
/// ```
final class Row {
    static final int IDENTITY = 8;
    static final int CONTENT = 16;
    static final int REST = 24;

    static final long TIME = 1;
    static final long BEGAN = 1 << 1;
    static final long VERSION = 1 << 2;
    static final long VIEW = 1 << 3;
    static final long SESSION = 1 << 4;
    static final long USER = 1 << 5;
    static final long REASONS = 1 << 6;

    /// The page view's own id is its identity, which need not be written twice.
    static final long VIEW_IS_IDENTITY = 1 << 7;

    static final int EXCLUSION_SHIFT = 8;
    static final long EXCLUSION_MASK = 15;
    static final long PAGE = 1 << 12;
    static final long WEIGHT = 1 << 13;
    static final int METRIC_SHIFT = 14;
    static final int METRIC_ID_SHIFT = METRIC_SHIFT + Part.METRICS;
    static final int DIMENSION_SHIFT = METRIC_ID_SHIFT + Part.METRICS;
    static final long METRIC_MASK = (1L << Part.METRICS) - 1;
    static final long DIMENSION_MASK = (1L << Part.DIMENSIONS) - 1;

    /// For each metric whether a value of it is in quarantine.
    static final int QUARANTINED_SHIFT = DIMENSION_SHIFT + Part.DIMENSIONS;

    private static final long LONGS =
            TIME
                    | BEGAN
                    | VERSION
                    | VIEW
                    | SESSION
                    | USER
                    | REASONS
                    | (METRIC_MASK << QUARANTINED_SHIFT);
    private static final long INTS =
            PAGE
                    | WEIGHT
                    | (METRIC_MASK << METRIC_SHIFT)
                    | (METRIC_MASK << METRIC_ID_SHIFT)
                    | (DIMENSION_MASK << DIMENSION_SHIFT);

    /// Bytes of the longest row.
    static final int LONGEST = REST + 8 * Long.bitCount(LONGS) + 4 * Long.bitCount(INTS);

    private static final int BITS_OF_REASON = 8;
    private static final VarHandle LONG =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INT =
            MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    static {
        if (QUARANTINED_SHIFT + Part.METRICS > Long.SIZE
                || Part.METRICS * BITS_OF_REASON > Long.SIZE) {
            throw new AssertionError("too many metrics and dimensions for a row's first word");
        }
    }

    private Row() {}

    static long getLong(byte[] bytes, int at) {
        return (long) LONG.get(bytes, at);
    }

    static int getInt(byte[] bytes, int at) {
        return (int) INT.get(bytes, at);
    }

    /// Bytes of the row that begins here.
    static int length(byte[] bytes, int at) {
        long word = getLong(bytes, at);
        return REST + 8 * Long.bitCount(word & LONGS) + 4 * Long.bitCount(word & INTS);
    }

    /// Writes a part and returns where it ends.
    static int write(Part part, long content, byte[] bytes, int at) {
        LONG.set(bytes, at + IDENTITY, part.identity);
        LONG.set(bytes, at + CONTENT, content);
        long word = (long) part.exclusion << EXCLUSION_SHIFT;
        int to = at + REST;
        if (part.time != Chunk.NO_TIME) {
            word |= TIME;
            to = put(bytes, to, part.time);
        }
        if (part.began != Chunk.NO_TIME) {
            word |= BEGAN;
            to = put(bytes, to, part.began);
        }
        if (part.version != Part.NO_VERSION) {
            word |= VERSION;
            to = put(bytes, to, part.version);
        }
        if (part.view == part.identity) {
            word |= VIEW_IS_IDENTITY;
        } else if (part.view != Part.NO_ID) {
            word |= VIEW;
            to = put(bytes, to, part.view);
        }
        if (part.session != Chunk.NO_SESSION) {
            word |= SESSION;
            to = put(bytes, to, part.session);
        }
        if (part.user != Part.NO_ID) {
            word |= USER;
            to = put(bytes, to, part.user);
        }
        if (part.hasReason()) {
            word |= REASONS;
            to = put(bytes, to, reasons(part));
        }
        if (part.page != Dictionary.UNKNOWN) {
            word |= PAGE;
            to = put(bytes, to, part.page);
        }
        if (part.weight != Part.NO_WEIGHT) {
            word |= WEIGHT;
            to = put(bytes, to, Float.floatToRawIntBits(part.weight));
        }
        return writeColumns(part, word, bytes, at, to);
    }

    private static int writeColumns(Part part, long before, byte[] bytes, int at, int from) {
        long word = before;
        int to = from;
        for (int i = 0; i < Part.METRICS; i++) {
            if (part.metrics[i] != Chunk.MISSING) {
                word |= 1L << (METRIC_SHIFT + i);
                to = put(bytes, to, part.metrics[i]);
            }
        }
        for (int i = 0; i < Part.METRICS; i++) {
            if (part.metricIds[i] != Part.NO_ID) {
                word |= 1L << (METRIC_ID_SHIFT + i);
                to = put(bytes, to, shortened(part.metricIds[i]));
            }
        }
        for (int i = 0; i < Part.DIMENSIONS; i++) {
            if (part.dimensions[i] != Dictionary.UNKNOWN) {
                word |= 1L << (DIMENSION_SHIFT + i);
                to = put(bytes, to, part.dimensions[i]);
            }
        }
        if (part.hasReason()) {
            for (int i = 0; i < Part.METRICS; i++) {
                if (part.reasons[i] != null) {
                    word |= 1L << (QUARANTINED_SHIFT + i);
                    to = put(bytes, to, part.quarantined[i]);
                }
            }
        }
        LONG.set(bytes, at, word);
        return to;
    }

    /// 32 bits tell the few measurements of one page view apart.
    private static int shortened(long id) {
        int half = (int) (id ^ (id >>> 32));
        return half == 0 ? 1 : half;
    }

    private static long reasons(Part part) {
        long packed = 0;
        for (int i = 0; i < Part.METRICS; i++) {
            QuarantineReason reason = part.reasons[i];
            if (reason != null) {
                packed |= (long) reason.code() << (BITS_OF_REASON * i);
            }
        }
        return packed;
    }

    static QuarantineReason reason(long reasons, int metric) {
        int code = (int) (reasons >>> (BITS_OF_REASON * metric)) & ((1 << BITS_OF_REASON) - 1);
        return QuarantineReason.all().get(code);
    }

    private static int put(byte[] bytes, int at, long value) {
        LONG.set(bytes, at, value);
        return at + 8;
    }

    private static int put(byte[] bytes, int at, int value) {
        INT.set(bytes, at, value);
        return at + 4;
    }

    /// Where in a row with this first word the ids of metrics begin.
    static int metricIds(long word) {
        long longsBefore = LONGS & ~(METRIC_MASK << QUARANTINED_SHIFT);
        long intsBefore = PAGE | WEIGHT | (METRIC_MASK << METRIC_SHIFT);
        return REST + 8 * Long.bitCount(word & longsBefore) + 4 * Long.bitCount(word & intsBefore);
    }

    /// For each metric whether its id is in a row with this first word.
    static long metricIdBits(long word) {
        return (word >>> METRIC_ID_SHIFT) & METRIC_MASK;
    }

    static long identity(byte[] bytes, int at) {
        return getLong(bytes, at + IDENTITY);
    }

    static long content(byte[] bytes, int at) {
        return getLong(bytes, at + CONTENT);
    }

    static long time(byte[] bytes, int at) {
        return (getLong(bytes, at) & TIME) == 0 ? Chunk.NO_TIME : getLong(bytes, at + REST);
    }

    static long began(byte[] bytes, int at) {
        long word = getLong(bytes, at);
        return (word & BEGAN) == 0
                ? Chunk.NO_TIME
                : getLong(bytes, at + REST + 8 * Long.bitCount(word & TIME));
    }

    static long version(byte[] bytes, int at) {
        long word = getLong(bytes, at);
        return (word & VERSION) == 0
                ? Part.NO_VERSION
                : getLong(bytes, at + REST + 8 * Long.bitCount(word & (TIME | BEGAN)));
    }
}
