package dev.parallax.rum;

import dev.parallax.metric.Dimension;
import dev.parallax.metric.Metric;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Single rows of a data set with all their columns. Reads the chunks the rows are in, not whole
/// columns, and keeps the latest ones: a table shows neighbours. Safe for use by several threads.
final class Rows {
    /// All columns of some six chunks: 50 MB at most.
    private static final int KEPT_BLOCKS = 128;

    private final PageViewLoader loader;
    private final Columns columns;
    private final Map<Key, Block> kept =
            new LinkedHashMap<>(KEPT_BLOCKS, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<Key, Block> eldest) {
                    return size() > KEPT_BLOCKS;
                }
            };

    /// One column of one chunk.
    private record Key(Column column, int piece) {}

    /// Some entries of a column, in one of the two arrays.
    private record Block(int firstRow, int @Nullable [] ints, long @Nullable [] longs) {
        boolean holds(int row) {
            int rows = ints != null ? ints.length : longs != null ? longs.length : 0;
            return row >= firstRow && row < firstRow + rows;
        }
    }

    Rows(PageViewLoader loader, Columns columns) {
        this.loader = loader;
        this.columns = columns;
    }

    synchronized PageView read(int row) {
        if (row < 0 || row >= columns.rows()) {
            throw new IndexOutOfBoundsException("row " + row + " of " + columns.rows());
        }
        int path = intAt(Column.Single.PAGE, row);
        return new PageView(
                row,
                time(row),
                columns.dictionaries().pages().text(path),
                columns.templates().ofPath(path),
                dimensions(row),
                metrics(row),
                hex(longAt(Column.Single.SESSION, row), Chunk.NO_SESSION),
                hex(longAt(Column.Single.USER, row), Chunk.NO_USER),
                hex(longAt(Column.Single.VIEW, row), Chunk.NO_VIEW),
                Exclusion.all().get(intAt(Column.Single.EXCLUSION, row)),
                Float.intBitsToFloat(intAt(Column.Single.WEIGHT, row)));
    }

    private @Nullable Instant time(int row) {
        long time = longAt(Column.Single.TIME, row);
        return time == Chunk.NO_TIME ? null : Instant.ofEpochMilli(time);
    }

    private static @Nullable String hex(long hash, long none) {
        return hash == none ? null : HexFormat.of().toHexDigits(hash);
    }

    private Map<Dimension, String> dimensions(int row) {
        var values = new EnumMap<Dimension, String>(Dimension.class);
        for (Dimension dimension : Dimension.all()) {
            Dictionary texts = columns.dictionaries().dimension(dimension);
            if (texts.size() > Dictionary.UNKNOWN + 1) {
                int code = intAt(new Column.OfDimension(dimension), row);
                if (code != Dictionary.UNKNOWN) {
                    values.put(dimension, texts.text(code));
                }
            }
        }
        return values;
    }

    private Map<Metric, Double> metrics(int row) {
        var values = new EnumMap<Metric, Double>(Metric.class);
        for (Metric metric : Metric.all()) {
            int value = intAt(new Column.OfMetric(metric), row);
            if (value != Chunk.MISSING) {
                values.put(metric, metric.fromFixed(value));
            }
        }
        return values;
    }

    private int intAt(Column column, int row) {
        Block block = block(column, row, true);
        int[] entries = block.ints;
        if (entries == null) {
            throw new IllegalArgumentException("not a column of ints: " + column);
        }
        return entries[row - block.firstRow];
    }

    private long longAt(Column column, int row) {
        Block block = block(column, row, false);
        long[] entries = block.longs;
        if (entries == null) {
            throw new IllegalArgumentException("not a column of longs: " + column);
        }
        return entries[row - block.firstRow];
    }

    /// Chunks need not be full, so one may hold rows of two pieces and a piece lie in several
    /// chunks; the key only says where to look.
    private Block block(Column column, int row, boolean ints) {
        var key = new Key(column, row / Chunk.CAPACITY);
        Block known = kept.get(key);
        if (known != null && known.holds(row)) {
            return known;
        }
        Block read = ints ? readInts(column, row) : readLongs(column, row);
        kept.put(key, read);
        return read;
    }

    private Block readInts(Column column, int row) {
        var read = new Block[1];
        loader.readInts(
                column,
                row,
                (firstRow, entries, count) ->
                        read[0] = new Block(firstRow, Arrays.copyOf(entries, count), null));
        return read[0];
    }

    private Block readLongs(Column column, int row) {
        var read = new Block[1];
        loader.readLongs(
                column,
                row,
                (firstRow, entries, count) ->
                        read[0] = new Block(firstRow, null, Arrays.copyOf(entries, count)));
        return read[0];
    }
}
