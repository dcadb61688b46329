package dev.parallax.importer;

import dev.parallax.rum.Chunk;
import dev.parallax.rum.Dataset;
import dev.parallax.rum.Dictionaries;
import dev.parallax.rum.ImportRecord;
import dev.parallax.rum.PageViewSink;
import dev.parallax.rum.Provenance;
import dev.parallax.rum.QuarantinedLine;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Takes page views and keeps none: for a trial that only counts.
final class NoStore implements PageViewSink {
    private final Dictionaries dictionaries = Dictionaries.limited();
    private long rows;
    private long counted;
    private double weight;
    private long first = Long.MAX_VALUE;
    private long last = Long.MIN_VALUE;

    @Override
    public Dictionaries dictionaries() {
        return dictionaries;
    }

    @Override
    public void write(Chunk chunk) {
        for (int row = 0; row < chunk.rows(); row++) {
            rows++;
            if (chunk.exclusions()[row] == 0) {
                counted++;
                weight += chunk.weights()[row];
            }
            long time = chunk.times()[row];
            if (time != Chunk.NO_TIME) {
                first = Math.min(first, time);
                last = Math.max(last, time);
            }
        }
    }

    /// A data set that is nowhere: only its figures mean something.
    @Override
    public Dataset finish(ImportRecord record, List<QuarantinedLine> lines) {
        return new Dataset(
                0,
                0,
                Dataset.Kind.PAGE_VIEWS,
                "",
                Instant.EPOCH,
                new Dataset.Size(
                        rows,
                        counted,
                        weight,
                        weight == counted ? Dataset.Weighting.NONE : Dataset.Weighting.BY_ROW),
                moment(first, Long.MAX_VALUE),
                moment(last, Long.MIN_VALUE),
                Provenance.of(List.of(record)));
    }

    private static @Nullable Instant moment(long millis, long none) {
        return millis == none ? null : Instant.ofEpochMilli(millis);
    }

    @Override
    public void abandon() {}
}
