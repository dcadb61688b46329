package dev.parallax.store;

import dev.parallax.metric.Metric;
import dev.parallax.rum.Chunk;
import dev.parallax.rum.Dictionaries;
import dev.parallax.rum.ImportRecord;
import dev.parallax.rum.PageViewSink;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Random;

/// A process that imports into a workspace until somebody kills it, or it is done. Writes a line
/// for each chunk, and `finished` at the end.
final class ImportVictim {
    static final int CHUNKS = 40;

    private ImportVictim() {}

    public static void main(String[] args) {
        try (var workspace = Workspace.open(Path.of(args[0]), InstantSource.system())) {
            PageViewSink sink = workspace.pageViews().create("victim");
            Dictionaries dictionaries = sink.dictionaries();
            var chunk = new Chunk();
            var random = new Random(1);
            for (int i = 0; i < CHUNKS; i++) {
                fill(chunk, dictionaries, random);
                sink.write(chunk);
                System.out.println("chunk " + i);
            }
            sink.finish(ImportRecord.of("csv", CHUNKS * Chunk.CAPACITY));
            System.out.println("finished");
        }
    }

    private static void fill(Chunk chunk, Dictionaries dictionaries, Random random) {
        for (int row = 0; row < Chunk.CAPACITY; row++) {
            chunk.metric(Metric.LCP)[row] = random.nextInt(100_000);
            chunk.sessions()[row] = random.nextLong();
            chunk.pages()[row] = dictionaries.pages().code("/product/" + random.nextInt(2_000));
        }
        chunk.rows(Chunk.CAPACITY);
    }
}
