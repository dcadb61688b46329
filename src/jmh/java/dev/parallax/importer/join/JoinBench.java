package dev.parallax.importer.join;

import dev.parallax.metric.Dimension;
import dev.parallax.progress.Progress;
import dev.parallax.rum.Dictionaries;
import dev.parallax.rum.Dictionary;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/// What joining costs: ten million records into two million page views, each record one metric
/// under the id of its page view, on one thread.
final class JoinBench {
    private static final int VIEWS = 2_000_000;
    private static final int RECORDS_OF_A_VIEW = 5;
    private static final int TIMES = 2;

    private JoinBench() {}

    static void main() throws IOException {
        Dictionaries dictionaries = dictionaries();
        Path folder = Files.createTempDirectory("join-bench");
        for (long memory : new long[] {64L << 20, 128L << 20, 4L << 30}) {
            for (int i = 0; i < TIMES; i++) {
                time(dictionaries, new Room(folder, memory, 1));
            }
        }
        Files.delete(folder);
    }

    private static Dictionaries dictionaries() {
        var dictionaries = new Dictionaries(new Dictionary(), _ -> new Dictionary());
        for (int i = 0; i < 5_000; i++) {
            dictionaries.pages().code("/product/" + i);
            if (i < 40) {
                for (Dimension dimension : Dimension.all()) {
                    dictionaries.dimension(dimension).code("value " + i);
                }
            }
        }
        return dictionaries;
    }

    private static void time(Dictionaries dictionaries, Room room) {
        long cpuStart = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        long start = System.nanoTime();
        var part = new Part() {};
        long[] views = new long[1];
        try (var join = new Join(JoinRules.LATEST, room, Progress.NONE)) {
            Join.Feed feed = join.feed(new TextHashes(dictionaries));
            for (int i = 0; i < VIEWS * RECORDS_OF_A_VIEW; i++) {
                fill(part, i);
                feed.add(part);
            }
            double added = (System.nanoTime() - start) / 1e9;
            JoinCounts counts = join.finish(_ -> views[0]++);
            double seconds = (System.nanoTime() - start) / 1e9;
            double cpu =
                    (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpuStart)
                            / 1e9;
            System.out.printf(
                    "%,d records into %,d page views with %,d MB: %.2f s, %.2f of them adding, %.2f CPU s, %,d MB spilled%n",
                    counts.records(),
                    views[0],
                    room.memoryBytes() >> 20,
                    seconds,
                    added,
                    cpu,
                    join.spilled() >> 20);
        }
    }

    /// The records of a page view come within some thousand others.
    private static void fill(Part part, int i) {
        part.clear();
        int metric = i % RECORDS_OF_A_VIEW;
        int view = (i / RECORDS_OF_A_VIEW + metric * 1_000) % VIEWS;
        long mixed = Mixing.spread(view + 1);
        part.identity = mixed;
        part.view = mixed;
        part.time = 1_795_380_331_629L + view * 20L + metric;
        part.session = Mixing.spread(view / 4 + 7);
        part.page = 1 + (int) (mixed >>> 33) % 5_000;
        part.metrics[metric] = (int) (mixed >>> 40) % 50_000;
        part.metricIds[metric] = Mixing.spread(i + 1L);
        for (int dimension = 0; dimension < 6; dimension++) {
            part.dimensions[dimension] = 1 + (int) ((mixed >>> (8 * dimension)) & 31);
        }
    }
}
