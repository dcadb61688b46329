package dev.parallax.rum;

import dev.parallax.metric.Dimension;
import dev.parallax.metric.Metric;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Turns single rows of a data set into page views. Keeps nothing, so a table of millions of rows
/// costs what is seen of it.
final class Rows {
    private static final long ONE = Float.floatToRawIntBits(1);

    private final PageViewLoader loader;
    private final Columns columns;

    Rows(PageViewLoader loader, Columns columns) {
        this.loader = loader;
        this.columns = columns;
    }

    PageView read(int row) {
        if (row < 0 || row >= columns.rows()) {
            throw new IndexOutOfBoundsException("row " + row + " of " + columns.rows());
        }
        Map<Column, Long> entries = loader.readRow(row);
        int path = entries.getOrDefault(Column.Single.PAGE, (long) Dictionary.UNKNOWN).intValue();
        int exclusion =
                entries.getOrDefault(Column.Single.EXCLUSION, (long) Exclusion.NONE.code())
                        .intValue();
        return new PageView(
                row,
                time(entries.getOrDefault(Column.Single.TIME, Chunk.NO_TIME)),
                columns.dictionaries().pages().text(path),
                columns.templates().ofPath(path),
                dimensions(entries),
                metrics(entries),
                hex(entries.getOrDefault(Column.Single.SESSION, Chunk.NO_SESSION)),
                hex(entries.getOrDefault(Column.Single.USER, Chunk.NO_USER)),
                hex(entries.getOrDefault(Column.Single.VIEW, Chunk.NO_VIEW)),
                Exclusion.all().get(exclusion),
                Float.intBitsToFloat(entries.getOrDefault(Column.Single.WEIGHT, ONE).intValue()));
    }

    private static @Nullable Instant time(long time) {
        return time == Chunk.NO_TIME ? null : Instant.ofEpochMilli(time);
    }

    /// No hash is 0: that stands for none in all three columns.
    private static @Nullable String hex(long hash) {
        return hash == Chunk.NO_SESSION ? null : HexFormat.of().toHexDigits(hash);
    }

    private Map<Dimension, String> dimensions(Map<Column, Long> entries) {
        var values = new EnumMap<Dimension, String>(Dimension.class);
        for (Dimension dimension : Dimension.all()) {
            Long code = entries.get(new Column.OfDimension(dimension));
            if (code != null && code != Dictionary.UNKNOWN) {
                values.put(
                        dimension,
                        columns.dictionaries().dimension(dimension).text(code.intValue()));
            }
        }
        return values;
    }

    private static Map<Metric, Double> metrics(Map<Column, Long> entries) {
        var values = new EnumMap<Metric, Double>(Metric.class);
        for (Metric metric : Metric.all()) {
            Long value = entries.get(new Column.OfMetric(metric));
            if (value != null && value != Chunk.MISSING) {
                values.put(metric, metric.fromFixed(value));
            }
        }
        return values;
    }
}
