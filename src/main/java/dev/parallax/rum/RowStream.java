package dev.parallax.rum;

import dev.parallax.metric.Dimension;
import dev.parallax.metric.Metric;
import dev.parallax.progress.Progress;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Many single rows one after the other, in stretches: the columns of a stretch are read once for
/// all its rows, where [Rows] reads each row by itself.
final class RowStream {
    /// Their ids take 100 MB; a data set of 50 million rows is gone through 13 times for them.
    private static final int STRETCH = 1 << 22;

    private final Columns columns;
    private final Selection selection;
    private final Progress progress;

    RowStream(Columns columns, Selection selection, Progress progress) {
        this.columns = columns;
        this.selection = selection;
        this.progress = progress;
    }

    void each(Consumer<? super PageView> taker) {
        for (int from = 0; from < selection.rows(); from += STRETCH) {
            int to = Math.min(selection.rows() - from, STRETCH) + from;
            if (hasAny(from, to)) {
                new Stretch(from, to).each(taker);
            }
        }
    }

    private boolean hasAny(int from, int to) {
        long[] words = selection.words();
        for (int w = from >>> 6; w < Selection.wordsFor(to); w++) {
            if (words[w] != 0) {
                return true;
            }
        }
        return false;
    }

    private final class Stretch {
        private final int from;
        private final int to;
        private final long[] sessions;
        private final long[] users;
        private final long[] views;

        Stretch(int from, int to) {
            this.from = from;
            this.to = to;
            sessions = hashes(Column.Single.SESSION);
            users = hashes(Column.Single.USER);
            views = hashes(Column.Single.VIEW);
        }

        private long[] hashes(Column column) {
            var hashes = new long[to - from];
            columns.scanLongs(
                    column,
                    (firstRow, entries, count) -> {
                        progress.throwIfCancelled();
                        int begin = Math.max(firstRow, from);
                        int end = Math.min(firstRow + count, to);
                        if (begin < end) {
                            System.arraycopy(
                                    entries, begin - firstRow, hashes, begin - from, end - begin);
                        }
                    });
            return hashes;
        }

        void each(Consumer<? super PageView> taker) {
            var pieces = new Pieces();
            for (int begin = from; begin < to; begin += Chunk.CAPACITY) {
                progress.throwIfCancelled();
                int end = Math.min(to - begin, Chunk.CAPACITY) + begin;
                pieces.load(begin, end);
                for (int row = begin; row < end; row++) {
                    if (selection.isSelected(row)) {
                        taker.accept(pieces.view(row, this));
                    }
                }
            }
        }

        private @Nullable String hex(long[] hashes, int row) {
            long hash = hashes[row - from];
            return hash == Chunk.NO_SESSION ? null : HexFormat.of().toHexDigits(hash);
        }
    }

    /// The codes of some rows, taken apart for reading one by one.
    private final class Pieces {
        private final int[] paths = new int[Chunk.CAPACITY];
        private final int[] exclusions = new int[Chunk.CAPACITY];
        private final Map<Dimension, int[]> dimensions = new EnumMap<>(Dimension.class);
        private int begin;

        Pieces() {
            for (Dimension dimension : Dimension.all()) {
                if (columns.dictionaries().dimension(dimension).size() > Dictionary.UNKNOWN + 1) {
                    dimensions.put(dimension, new int[Chunk.CAPACITY]);
                }
            }
        }

        void load(int newBegin, int end) {
            begin = newBegin;
            columns.pathCodes().copy(begin, paths, end - begin);
            dimensions.forEach((dimension, codes) ->
                    columns.dimension(dimension).copy(begin, codes, end - begin));
            Arrays.fill(exclusions, Exclusion.NONE.code());
            columns.exclusions().copy(begin, exclusions, end - begin);
        }

        PageView view(int row, Stretch stretch) {
            int path = paths[row - begin];
            long time = columns.moments().at(row);
            return new PageView(
                    row,
                    time == Chunk.NO_TIME ? null : Instant.ofEpochMilli(time),
                    columns.dictionaries().pages().text(path),
                    columns.templates().ofPath(path),
                    dimensions(row),
                    metrics(row),
                    stretch.hex(stretch.sessions, row),
                    stretch.hex(stretch.users, row),
                    stretch.hex(stretch.views, row),
                    Exclusion.all().get(exclusions[row - begin]),
                    columns.isWeighted() ? columns.weights()[row] : 1);
        }

        private Map<Dimension, String> dimensions(int row) {
            var values = new EnumMap<Dimension, String>(Dimension.class);
            dimensions.forEach((dimension, codes) -> {
                int code = codes[row - begin];
                if (code != Dictionary.UNKNOWN) {
                    values.put(dimension, columns.dictionaries().dimension(dimension).text(code));
                }
            });
            return values;
        }

        private Map<Metric, Double> metrics(int row) {
            var values = new EnumMap<Metric, Double>(Metric.class);
            for (Metric metric : Metric.all()) {
                int value = columns.metric(metric)[row];
                if (value != Chunk.MISSING) {
                    values.put(metric, metric.fromFixed(value));
                }
            }
            return values;
        }
    }
}
