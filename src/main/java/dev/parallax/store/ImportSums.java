package dev.parallax.store;

import dev.parallax.metric.Metric;
import dev.parallax.rum.Aggregate;
import dev.parallax.rum.Chunk;
import dev.parallax.rum.Dataset;
import dev.parallax.rum.Exclusion;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What is known of an import from its chunks together. Only page views that count are counted, but
/// one weight other than 1 anywhere makes the import weighted.
final class ImportSums {
    private long rows;
    private long pageViews;
    private double weight;
    private Dataset.Weighting weighting = Dataset.Weighting.NONE;
    private long first = Long.MAX_VALUE;
    private long last = Long.MIN_VALUE;
    private final Map<Metric, Long> views = new EnumMap<>(Metric.class);

    /// The earliest and the latest time in a chunk, in milliseconds since 1970, whether the page
    /// views count or not; null if none is known.
    record Span(@Nullable Long first, @Nullable Long last) {}

    /// Adds a chunk.
    Span add(Chunk chunk) {
        long chunkFirst = Long.MAX_VALUE;
        long chunkLast = Long.MIN_VALUE;
        int[] exclusions = chunk.exclusions();
        int counted = 0;
        for (int i = 0; i < chunk.rows(); i++) {
            float rowWeight = chunk.weights()[i];
            if (rowWeight != 1) {
                weighting = Dataset.Weighting.BY_ROW;
            }
            long time = chunk.times()[i];
            boolean isTimed = time != Chunk.NO_TIME;
            if (isTimed) {
                chunkFirst = Math.min(chunkFirst, time);
                chunkLast = Math.max(chunkLast, time);
            }
            weight += rowWeight;
            counted += exclusions[i] == Exclusion.NONE.code() ? 1 : 0;
        }
        first = Math.min(first, chunkFirst);
        last = Math.max(last, chunkLast);
        rows += chunk.rows();
        pageViews += counted;
        for (Metric metric : Metric.all()) {
            int[] values = chunk.metric(metric);
            long known = known(values, chunk.rows());
            if (known > 0) {
                views.merge(metric, known, Long::sum);
            }
        }
        return chunkFirst > chunkLast ? new Span(null, null) : new Span(chunkFirst, chunkLast);
    }

    private static long known(int[] values, int rows) {
        int known = 0;
        for (int i = 0; i < rows; i++) {
            known += values[i] == Chunk.MISSING ? 0 : 1;
        }
        return known;
    }

    /// Adds what is no page view: counts how many there are with each metric, and their time.
    void addAggregate(Aggregate aggregate) {
        rows++;
        first = Math.min(first, startOf(aggregate.key().firstDay()));
        last = Math.max(last, startOf(aggregate.key().lastDay().plusDays(1)) - 1);
        aggregate.metrics().keySet().forEach(metric -> views.merge(metric, 1L, Long::sum));
    }

    private static long startOf(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
    }

    Dataset.Size size() {
        return new Dataset.Size(rows, pageViews, weight, weighting);
    }

    /// When the page views began, whether they count or not.
    Span span() {
        return first > last ? new Span(null, null) : new Span(first, last);
    }

    /// How many page views that count have each metric; those that none has are left out.
    Map<Metric, Long> views() {
        return views;
    }
}
