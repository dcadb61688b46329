package dev.parallax.rum;

import dev.parallax.metric.Dimension;
import dev.parallax.metric.Metric;
import dev.parallax.metric.PageTemplate;
import dev.parallax.statistics.ClusteredSample;
import dev.parallax.statistics.Distribution;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// What one change of the filter costs at a million page views whose columns are in memory.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class ScanBenchmark {
    private static final int ROWS = 1_000_000;
    private static final int BINS = 512;
    private static final int POINTS = 1_024;
    private static final long BEGIN = 1_790_000_000_000L;
    private static final long END = BEGIN + 30L * 86_400_000;
    private static final Segment THREE_DIMENSIONS =
            Segment.ALL
                    .with(Dimension.DEVICE, Set.of("DEVICE 1"))
                    .with(Dimension.COUNTRY, Set.of("COUNTRY 1", "COUNTRY 2"))
                    .with(Dimension.CONNECTION, Set.of("CONNECTION 1"));

    private final double[] edges = new double[BINS + 1];
    private final double[] bins = new double[BINS];
    private final double[] points = new double[POINTS];
    private final double[] shares = new double[POINTS];
    private PageViews views;

    @Setup
    public void open() {
        var recorded = new RecordedPageViews();
        write(recorded);
        views = recorded.open();
        for (int i = 0; i <= BINS; i++) {
            edges[i] = Math.expm1(i / (double) BINS * Math.log1p(600_000));
        }
        for (int i = 0; i < POINTS; i++) {
            points[i] = i * 60_000.0 / POINTS;
        }
    }

    private static void write(PageViewSink sink) {
        var random = new Random(1);
        Dictionaries dictionaries = sink.dictionaries();
        var chunk = new Chunk();
        for (int row = 0; row < ROWS; row++) {
            fill(chunk, row, random, dictionaries);
            if (chunk.isFull() || row == ROWS - 1) {
                sink.write(chunk);
                chunk.clear();
            }
        }
        sink.finish(ImportRecord.of("random", ROWS));
    }

    private static void fill(Chunk chunk, int row, Random random, Dictionaries dictionaries) {
        int at = chunk.rows();
        chunk.times()[at] = BEGIN + (END - BEGIN) / ROWS * row + random.nextInt(60_000);
        for (Metric metric : List.of(Metric.LCP, Metric.INP)) {
            if (random.nextInt(10) > 0) {
                chunk.metric(metric)[at] = (int) Math.exp(random.nextGaussian() * 0.7 + 9.5);
            }
        }
        for (Dimension dimension : Dimension.all()) {
            String value = dimension + " " + (int) Math.abs(random.nextGaussian() * 3);
            chunk.dimension(dimension)[at] = dictionaries.dimension(dimension).code(value);
        }
        chunk.pages()[at] =
                dictionaries.pages().code("/page" + random.nextInt(40) + "/" + random.nextInt(500));
        chunk.sessions()[at] = random.nextInt(ROWS / 4) * 0x9E3779B97F4A7C15L + 1;
        chunk.rows(at + 1);
    }

    /// Histogram and distribution function of one metric for three dimensions: a filter was
    /// changed.
    @Benchmark
    public Distribution threeDimensions() {
        return redraw(THREE_DIMENSIONS);
    }

    /// The same for everything.
    @Benchmark
    public Distribution everything() {
        return redraw(Segment.ALL);
    }

    /// The same for one page.
    @Benchmark
    public Distribution onePage() {
        return redraw(Segment.ALL.withPage(new PageTemplate("/page7/:id")));
    }

    /// The same for ten of thirty days.
    @Benchmark
    public Distribution tenDays() {
        long third = (END - BEGIN) / 3;
        return redraw(
                Segment.ALL.withWindow(
                        new TimeWindow(
                                Instant.ofEpochMilli(BEGIN + third),
                                Instant.ofEpochMilli(END - third))));
    }

    private Distribution redraw(Segment segment) {
        Distribution distribution = views.distribution(Metric.LCP, views.selectAnew(segment));
        distribution.bins(edges, bins);
        distribution.cumulative(points, shares);
        return distribution;
    }

    /// The filter alone.
    @Benchmark
    public Selection select() {
        return views.selectAnew(THREE_DIMENSIONS);
    }

    /// What intervals are computed from.
    @Benchmark
    public ClusteredSample sample() {
        return views.sample(Metric.LCP, views.selectAnew(THREE_DIMENSIONS));
    }

    /// The values of one dimension with their counts, for a list beside the chart.
    @Benchmark
    public List<ValueCount> count() {
        return views.count(Dimension.COUNTRY, views.selectAnew(THREE_DIMENSIONS));
    }

    /// All pages with their 75th percentiles.
    @Benchmark
    public List<PageSummary> pages() {
        return views.summarize(Metric.LCP, views.selectAnew(Segment.ALL));
    }
}
