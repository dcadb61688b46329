package dev.parallax.rum;

import dev.parallax.metric.Dimension;
import dev.parallax.metric.Metric;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// A store in memory: keeps what is written and reads it back.
public final class RecordedPageViews implements PageViewSink, PageViewLoader {
    private static final Instant IMPORTED = Instant.parse("2026-11-23T00:00:00Z");

    private final List<Kept> chunks = new ArrayList<>();
    private final Dictionaries dictionaries =
            new Dictionaries(new Dictionary(), _ -> new Dictionary());
    private ImportRecord record;
    private List<QuarantinedLine> lines = List.of();
    private Dataset dataset;
    private boolean abandoned;

    private record Kept(int firstRow, Chunk chunk) {}

    @Override
    public void write(Chunk chunk) {
        chunks.add(new Kept(rows(), copy(chunk)));
    }

    private static Chunk copy(Chunk chunk) {
        var copy = new Chunk();
        copy.rows(chunk.rows());
        System.arraycopy(chunk.times(), 0, copy.times(), 0, chunk.rows());
        for (Metric metric : Metric.all()) {
            System.arraycopy(chunk.metric(metric), 0, copy.metric(metric), 0, chunk.rows());
        }
        for (Dimension dimension : Dimension.all()) {
            System.arraycopy(
                    chunk.dimension(dimension), 0, copy.dimension(dimension), 0, chunk.rows());
        }
        System.arraycopy(chunk.pages(), 0, copy.pages(), 0, chunk.rows());
        System.arraycopy(chunk.sessions(), 0, copy.sessions(), 0, chunk.rows());
        System.arraycopy(chunk.weights(), 0, copy.weights(), 0, chunk.rows());
        System.arraycopy(chunk.views(), 0, copy.views(), 0, chunk.rows());
        System.arraycopy(chunk.users(), 0, copy.users(), 0, chunk.rows());
        System.arraycopy(chunk.exclusions(), 0, copy.exclusions(), 0, chunk.rows());
        Quarantine quarantine = chunk.quarantine();
        for (int i = 0; i < quarantine.size(); i++) {
            copy.quarantine()
                    .add(
                            quarantine.row(i),
                            quarantine.metric(i),
                            quarantine.reason(i),
                            quarantine.value(i));
        }
        return copy;
    }

    @Override
    public Dataset finish(ImportRecord record, List<QuarantinedLine> lines) {
        this.record = record;
        this.lines = List.copyOf(lines);
        long excluded = 0;
        double weight = 0;
        boolean weighted = false;
        long first = Long.MAX_VALUE;
        long last = Long.MIN_VALUE;
        for (Kept kept : chunks) {
            for (int i = 0; i < kept.chunk.rows(); i++) {
                weighted |= kept.chunk.weights()[i] != 1;
                if (kept.chunk.exclusions()[i] != Exclusion.NONE.code()) {
                    excluded++;
                }
                weight += kept.chunk.weights()[i];
                if (kept.chunk.times()[i] != Chunk.NO_TIME) {
                    first = Math.min(first, kept.chunk.times()[i]);
                    last = Math.max(last, kept.chunk.times()[i]);
                }
            }
        }
        dataset =
                new Dataset(
                        1,
                        1,
                        Dataset.Kind.PAGE_VIEWS,
                        "recorded",
                        IMPORTED,
                        new Dataset.Size(
                                rows(),
                                rows() - excluded,
                                weight,
                                weighted ? Dataset.Weighting.BY_ROW : Dataset.Weighting.NONE),
                        first == Long.MAX_VALUE ? null : Instant.ofEpochMilli(first),
                        first == Long.MAX_VALUE ? null : Instant.ofEpochMilli(last),
                        Provenance.of(List.of(record)));
        return dataset;
    }

    @Override
    public void abandon() {
        abandoned = true;
    }

    public boolean isAbandoned() {
        return abandoned;
    }

    public boolean isFinished() {
        return dataset != null;
    }

    /// What the import said of itself.
    public ImportRecord record() {
        return record;
    }

    /// The lines that were not used.
    public List<QuarantinedLine> lines() {
        return lines;
    }

    /// The chunks as they were written.
    public List<Chunk> chunks() {
        return chunks.stream().map(Kept::chunk).toList();
    }

    /// Rows written so far.
    public int rows() {
        return chunks.isEmpty() ? 0 : chunks.getLast().firstRow + chunks.getLast().chunk.rows();
    }

    /// What was written, opened.
    public PageViews open() {
        return new PageViews(dataset, this);
    }

    @Override
    public void readInts(Column column, IntChunks into) {
        for (Kept kept : chunks) {
            into.accept(kept.firstRow, ints(kept.chunk, column).clone(), kept.chunk.rows());
        }
    }

    @Override
    public Map<Column, Long> readRow(int row) {
        Kept kept =
                chunks.stream()
                        .filter(one -> row < one.firstRow + one.chunk.rows())
                        .findFirst()
                        .orElseThrow();
        int at = row - kept.firstRow;
        return Column.all().stream()
                .collect(Collectors.toMap(column -> column, column -> entry(kept, column, at)));
    }

    private static long entry(Kept kept, Column column, int at) {
        return column.isLong() ? longs(kept.chunk, column)[at] : ints(kept.chunk, column)[at];
    }

    private static int[] ints(Chunk chunk, Column column) {
        return switch (column) {
            case Column.OfMetric(Metric metric) -> chunk.metric(metric);
            case Column.OfDimension(Dimension dimension) -> chunk.dimension(dimension);
            case Column.Single.PAGE -> chunk.pages();
            case Column.Single.WEIGHT -> bits(chunk.weights());
            case Column.Single.EXCLUSION -> chunk.exclusions();
            case Column.Single.TIME,
                    Column.Single.SESSION,
                    Column.Single.USER,
                    Column.Single.VIEW ->
                    throw new IllegalArgumentException(column.toString());
        };
    }

    private static int[] bits(float[] weights) {
        var bits = new int[weights.length];
        for (int i = 0; i < bits.length; i++) {
            bits[i] = Float.floatToRawIntBits(weights[i]);
        }
        return bits;
    }

    @Override
    public void readLongs(Column column, LongChunks into) {
        for (Kept kept : chunks) {
            Chunk chunk = kept.chunk;
            into.accept(kept.firstRow, longs(chunk, column), chunk.rows());
        }
    }

    private static long[] longs(Chunk chunk, Column column) {
        return switch (column) {
            case Column.Single.TIME -> chunk.times();
            case Column.Single.SESSION -> chunk.sessions();
            case Column.Single.USER -> chunk.users();
            case Column.Single.VIEW -> chunk.views();
            default -> throw new IllegalArgumentException(column.toString());
        };
    }

    @Override
    public Dictionaries dictionaries() {
        return dictionaries;
    }
}
