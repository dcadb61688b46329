package dev.parallax.store;

import dev.parallax.rum.Chunk;
import dev.parallax.rum.Dataset;
import dev.parallax.rum.Provenance;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What is known of a data set from its chunks together.
final class DatasetSums {
    private long rows;
    private double weight;
    private Dataset.Weighting weighting = Dataset.Weighting.NONE;
    private long first = Long.MAX_VALUE;
    private long last = Long.MIN_VALUE;

    /// The earliest and the latest time in a chunk, in milliseconds since 1970; null if none is
    /// known.
    record Span(@Nullable Long first, @Nullable Long last) {}

    /// Adds a chunk.
    Span add(Chunk chunk) {
        rows += chunk.rows();
        long chunkFirst = Long.MAX_VALUE;
        long chunkLast = Long.MIN_VALUE;
        for (int i = 0; i < chunk.rows(); i++) {
            float rowWeight = chunk.weights()[i];
            weight += rowWeight;
            if (rowWeight != 1) {
                weighting = Dataset.Weighting.BY_ROW;
            }
            long time = chunk.times()[i];
            if (time != Chunk.NO_TIME) {
                chunkFirst = Math.min(chunkFirst, time);
                chunkLast = Math.max(chunkLast, time);
            }
        }
        first = Math.min(first, chunkFirst);
        last = Math.max(last, chunkLast);
        return chunkFirst > chunkLast ? new Span(null, null) : new Span(chunkFirst, chunkLast);
    }

    Dataset dataset(long id, String name, Instant imported, Provenance provenance) {
        boolean timed = first <= last;
        return new Dataset(
                id,
                1,
                Dataset.Kind.PAGE_VIEWS,
                name,
                imported,
                new Dataset.Size(rows, rows, weight, weighting),
                timed ? Instant.ofEpochMilli(first) : null,
                timed ? Instant.ofEpochMilli(last) : null,
                provenance);
    }
}
