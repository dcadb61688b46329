package dev.parallax.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parallax.metric.Dimension;
import dev.parallax.metric.Metric;
import dev.parallax.rum.Chunk;
import dev.parallax.rum.Dictionaries;
import dev.parallax.rum.Exclusion;
import dev.parallax.rum.ImportRecord;
import dev.parallax.rum.PageViewSink;
import dev.parallax.rum.PageViews;
import dev.parallax.rum.RecordedPageViews;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StoredRowsTest {
    private static final InstantSource CLOCK =
            InstantSource.fixed(Instant.parse("2026-03-01T10:00:00Z"));
    private static final int CHUNKS = 12;

    @TempDir Path folder;

    @Test
    void aSingleRowIsReadAsItWasWritten() {
        try (Workspace workspace = Workspace.create(folder.resolve("a.parallax"), CLOCK)) {
            PageViewStore store = workspace.pageViews();
            var recorded = new RecordedPageViews();
            write(recorded);
            write(store.create("field"));
            PageViews expected = recorded.open();
            PageViews stored = store.open(store.get("field"));
            int rows = (int) stored.dataset().rows();
            for (int row = 0; row < rows; row += 1 + row % 7) {
                assertThat(stored.row(row)).isEqualTo(expected.row(row));
            }
            assertThat(stored.row(rows - 1)).isEqualTo(expected.row(rows - 1));
        }
    }

    /// Chunks of any length, in which each column is there, half there, constant or not there.
    private static void write(PageViewSink sink) {
        var random = new Random(11);
        Dictionaries dictionaries = sink.dictionaries();
        var chunk = new Chunk();
        int rows = 0;
        for (int i = 0; i < CHUNKS; i++) {
            chunk.rows(1 + random.nextInt(random.nextBoolean() ? 3 : 3_000));
            fill(chunk, random, dictionaries);
            rows += chunk.rows();
            sink.write(chunk);
            chunk.clear();
        }
        sink.finish(ImportRecord.of("random", rows));
    }

    private static void fill(Chunk chunk, Random random, Dictionaries dictionaries) {
        fill(
                random,
                chunk.rows(),
                row -> chunk.times()[row] = 1_790_000_000_000L + random.nextInt(1 << 30));
        for (Metric metric : Metric.all()) {
            int bits = 1 + random.nextInt(30);
            fill(
                    random,
                    chunk.rows(),
                    row -> chunk.metric(metric)[row] = random.nextInt(1 << bits));
        }
        for (Dimension dimension : Dimension.all()) {
            fill(
                    random,
                    chunk.rows(),
                    row ->
                            chunk.dimension(dimension)[row] =
                                    dictionaries
                                            .dimension(dimension)
                                            .code("text" + random.nextInt(300)));
        }
        fill(
                random,
                chunk.rows(),
                row ->
                        chunk.pages()[row] =
                                dictionaries.pages().code("/page/" + random.nextInt(900)));
        fill(random, chunk.rows(), row -> chunk.sessions()[row] = 1L << random.nextInt(60));
        fill(random, chunk.rows(), row -> chunk.users()[row] = random.nextLong() | 1);
        fill(random, chunk.rows(), row -> chunk.views()[row] = random.nextLong() | 1);
        fill(random, chunk.rows(), row -> chunk.weights()[row] = 1 + random.nextFloat());
        if (random.nextInt(3) == 0) {
            fill(
                    random,
                    chunk.rows(),
                    row -> chunk.exclusions()[row] = random.nextInt(Exclusion.all().size()));
        }
    }

    private interface Entry {
        void draw(int row);
    }

    private static void fill(Random random, int rows, Entry entry) {
        int kind = random.nextInt(4);
        for (int row = 0; row < rows; row++) {
            if (kind == 1 || (kind == 2 && random.nextBoolean())) {
                entry.draw(row);
            }
        }
    }
}
