package dev.parallax.rum;

import dev.parallax.metric.Dimension;
import dev.parallax.metric.Metric;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/// Page views drawn at random, both as plain rows and written to a sink.
public final class RandomPageViews {
    private static final long BEGIN = 1_790_000_000_000L;

    /// One page view in plain words.
    public record Row(
            long time,
            Map<Metric, Integer> metrics,
            Map<Dimension, String> dimensions,
            String page,
            long session,
            float weight) {}

    /// Whether the source was sampled.
    public enum Weights {
        ONE,
        VARIOUS
    }

    private final RandomGenerator random;
    private final Weights weights;

    public RandomPageViews(RandomGenerator random, Weights weights) {
        this.random = random;
        this.weights = weights;
    }

    /// Draws rows whose dimensions have few, some hundred and very many values.
    public List<Row> rows(int count) {
        var rows = new ArrayList<Row>(count);
        for (int i = 0; i < count; i++) {
            rows.add(row());
        }
        return rows;
    }

    private Row row() {
        var metrics = new EnumMap<Metric, Integer>(Metric.class);
        for (Metric metric : Metric.all()) {
            if (random.nextInt(10) > 0) {
                metrics.put(metric, (int) Math.exp(random.nextGaussian() * 2 + 9));
            }
        }
        var dimensions = new EnumMap<Dimension, String>(Dimension.class);
        dimensions.put(Dimension.DEVICE, pick("mobile", "desktop", "tablet"));
        dimensions.put(Dimension.BROWSER, "browser " + random.nextInt(250));
        dimensions.put(
                Dimension.COUNTRY, random.nextInt(5) == 0 ? "" : "country " + random.nextInt(400));
        dimensions.put(Dimension.RELEASE, "release " + random.nextInt(100_000));
        return new Row(
                random.nextInt(20) == 0 ? Chunk.NO_TIME : BEGIN + random.nextInt(1_000_000_000),
                metrics,
                dimensions,
                random.nextInt(30) == 0
                        ? ""
                        : pick("/", "/cart", "/product/" + random.nextInt(500)),
                random.nextInt(4) == 0
                        ? Chunk.NO_SESSION
                        : random.nextLong(5000) * 0x9E3779B97F4A7C15L,
                weights == Weights.ONE ? 1 : 1 + random.nextInt(20));
    }

    private String pick(String... texts) {
        return texts[random.nextInt(texts.length)];
    }

    /// Writes rows as an importer would and finishes the sink.
    public static void write(List<Row> rows, PageViewSink sink) {
        write(rows, sink, ImportRecord.of("random", rows.size()));
    }

    /// Writes rows as an importer would and finishes the sink with this record.
    public static void write(List<Row> rows, PageViewSink sink, ImportRecord record) {
        Dictionaries dictionaries = sink.dictionaries();
        var chunk = new Chunk();
        for (Row row : rows) {
            fill(chunk, row, dictionaries);
            if (chunk.isFull()) {
                sink.write(chunk);
                chunk.clear();
            }
        }
        if (chunk.rows() > 0) {
            sink.write(chunk);
        }
        sink.finish(record);
    }

    private static void fill(Chunk chunk, Row row, Dictionaries dictionaries) {
        int at = chunk.rows();
        chunk.times()[at] = row.time;
        row.metrics.forEach((metric, value) -> chunk.metric(metric)[at] = value);
        row.dimensions.forEach((dimension, text) ->
                chunk.dimension(dimension)[at] = dictionaries.dimension(dimension).code(text));
        chunk.pages()[at] = dictionaries.pages().code(row.page);
        chunk.sessions()[at] = row.session;
        chunk.weights()[at] = row.weight;
        chunk.rows(at + 1);
    }
}
