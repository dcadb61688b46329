package dev.parallax.store;

import dev.parallax.metric.Dimension;
import dev.parallax.metric.Metric;
import dev.parallax.rum.Chunk;
import dev.parallax.rum.Column;
import dev.parallax.rum.Dictionary;
import dev.parallax.rum.Exclusion;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Encodes whole chunks. A column in which nothing is known is left out.
final class ChunkEncoder implements AutoCloseable {
    private static final List<Column> COLUMNS = Column.all();
    private static final int WEIGHT_ONE = Float.floatToRawIntBits(1);

    /// [Chunk#NO_SESSION], [Chunk#NO_USER] and [Chunk#NO_VIEW].
    private static final long NO_HASH = 0;

    private final ChunkCodec codec = new ChunkCodec();
    private final int[] weightBits = new int[Chunk.CAPACITY];

    /// What every entry of a column of ints is that was left out.
    static int absentInt(Column column) {
        return switch (column) {
            case Column.OfMetric _ -> Chunk.MISSING;
            case Column.OfDimension _ -> Dictionary.UNKNOWN;
            case Column.Single.PAGE -> Dictionary.UNKNOWN;
            case Column.Single.WEIGHT -> WEIGHT_ONE;
            case Column.Single.EXCLUSION -> Exclusion.NONE.code();
            case Column.Single.TIME,
                    Column.Single.SESSION,
                    Column.Single.USER,
                    Column.Single.VIEW ->
                    throw notInts(column);
        };
    }

    /// What every entry of a column of longs is that was left out.
    static long absentLong(Column column) {
        return column == Column.Single.TIME ? Chunk.NO_TIME : NO_HASH;
    }

    static IllegalArgumentException notInts(Column column) {
        return new IllegalArgumentException("not a column of ints: " + column);
    }

    Map<Column, EncodedColumn> encode(Chunk chunk) {
        var encoded = new HashMap<Column, EncodedColumn>();
        for (Column column : COLUMNS) {
            switch (column) {
                case Column.Single.TIME -> encodeTimes(chunk, encoded);
                case Column.Single.SESSION ->
                        encodeRepeated(column, chunk.sessions(), chunk.rows(), encoded);
                case Column.Single.USER ->
                        encodeRepeated(column, chunk.users(), chunk.rows(), encoded);
                case Column.Single.VIEW ->
                        encodeDistinct(column, chunk.views(), chunk.rows(), encoded);
                case Column.Single.EXCLUSION ->
                        encodeInts(column, chunk.exclusions(), chunk.rows(), encoded);
                case Column.Single.WEIGHT ->
                        encodeInts(column, weightBits(chunk), chunk.rows(), encoded);
                case Column.Single.PAGE -> encodeInts(column, chunk.pages(), chunk.rows(), encoded);
                case Column.OfMetric(Metric metric) ->
                        encodeInts(column, chunk.metric(metric), chunk.rows(), encoded);
                case Column.OfDimension(Dimension dimension) ->
                        encodeInts(column, chunk.dimension(dimension), chunk.rows(), encoded);
            }
        }
        return encoded;
    }

    private void encodeInts(
            Column column, int[] entries, int rows, Map<Column, EncodedColumn> into) {
        int absent = absentInt(column);
        for (int i = 0; i < rows; i++) {
            if (entries[i] != absent) {
                into.put(column, codec.encode(entries, rows));
                return;
            }
        }
    }

    private void encodeTimes(Chunk chunk, Map<Column, EncodedColumn> into) {
        if (hasOther(chunk.times(), chunk.rows(), Chunk.NO_TIME)) {
            into.put(Column.Single.TIME, codec.encodeTimes(chunk.times(), chunk.rows()));
        }
    }

    private void encodeRepeated(
            Column column, long[] hashes, int rows, Map<Column, EncodedColumn> into) {
        if (hasOther(hashes, rows, NO_HASH)) {
            into.put(column, codec.encodeSessions(hashes, rows));
        }
    }

    private void encodeDistinct(
            Column column, long[] hashes, int rows, Map<Column, EncodedColumn> into) {
        if (hasOther(hashes, rows, NO_HASH)) {
            into.put(column, codec.encodeHashes(hashes, rows));
        }
    }

    private static boolean hasOther(long[] entries, int rows, long absent) {
        for (int i = 0; i < rows; i++) {
            if (entries[i] != absent) {
                return true;
            }
        }
        return false;
    }

    private int[] weightBits(Chunk chunk) {
        for (int i = 0; i < chunk.rows(); i++) {
            weightBits[i] = Float.floatToRawIntBits(chunk.weights()[i]);
        }
        return weightBits;
    }

    @Override
    public void close() {
        codec.close();
    }
}
