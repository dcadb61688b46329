package dev.parallax.importer.join;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parallax.metric.Metric;
import dev.parallax.progress.Progress;
import dev.parallax.rum.Chunk;
import dev.parallax.rum.Dictionaries;
import dev.parallax.rum.QuarantineReason;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Random records in random order, split at random among threads that each meet the texts in an
/// order of their own: the page views, their order and the counts are those of the oracle.
final class RandomJoinTest {
    private static final int CASES = 1_000;
    private static final long START = 1_795_380_331_629L;

    @TempDir Path folder;

    private int spilled;

    @Test
    void orderAndPartitionDoNotMatter() throws Exception {
        for (int seed = 0; seed < CASES; seed++) {
            var random = new Random(seed);
            JoinRules rules = rules(random);
            List<TestPart> records = records(random);
            JoinOracle.Joined expected = new JoinOracle(rules).join(records);
            for (int i = 0; i < 2; i++) {
                Collections.shuffle(records, random);
                JoinOracle.Joined joined = join(rules, records, random);
                for (int view = 0; view < expected.views().size(); view++) {
                    assertThat(joined.views().get(view))
                            .as("seed %d, page view %d", seed, view)
                            .isEqualTo(expected.views().get(view));
                }
                assertThat(joined.views()).hasSameSizeAs(expected.views());
                assertThat(joined.counts()).as("seed %d", seed).isEqualTo(expected.counts());
            }
        }
        assertThat(spilled).isGreaterThan(CASES / 10);
        try (var left = Files.list(folder)) {
            assertThat(left).isEmpty();
        }
    }

    private static JoinRules rules(Random random) {
        var combine = new EnumMap<Metric, Combine>(Metric.class);
        for (Metric metric : Metric.all()) {
            if (random.nextInt(3) == 0) {
                combine.put(metric, List.of(Combine.values()).get(random.nextInt(3)));
            }
        }
        return new JoinRules(combine);
    }

    private static List<TestPart> records(Random random) {
        int count = random.nextInt(4) == 0 ? random.nextInt(1_500) : random.nextInt(60);
        int identities = 1 + random.nextInt(1 + count / 2);
        var records = new ArrayList<TestPart>();
        for (int i = 0; i < count; i++) {
            boolean again = !records.isEmpty() && random.nextInt(5) == 0;
            records.add(
                    again
                            ? records.get(random.nextInt(records.size()))
                            : record(random, 1 + random.nextInt(identities)));
        }
        return records;
    }

    private static TestPart record(Random random, int number) {
        // Neighbouring numbers, numbers that differ in high bits only, and negative ones
        long identity = number % 3 == 0 ? (long) number << 56 : number % 3 == 1 ? number : -number;
        boolean comesRound = number % 4 == 0;
        return new TestPart(
                identity == 0 ? 1 : identity,
                comesRound ? START + random.nextInt(8) * 25_000L : Chunk.NO_TIME,
                random.nextBoolean() ? random.nextInt(3) : Part.NO_VERSION,
                random.nextInt(3) == 0 ? Chunk.NO_TIME : START + random.nextInt(4),
                random.nextInt(3) == 0 ? identity : random.nextInt(3),
                random.nextInt(3),
                random.nextInt(3),
                List.of("", "/", "/cart", "/product/1", "/ß漢").get(random.nextInt(5)),
                random.nextInt(4) == 0 ? random.nextInt(1, 4) : Part.NO_WEIGHT,
                random.nextInt(6) == 0 ? random.nextInt(5) : 0,
                metrics(random),
                dimensions(random));
    }

    private static Map<Integer, TestPart.Value> metrics(Random random) {
        var metrics = new TreeMap<Integer, TestPart.Value>();
        for (int i = 0; i < Part.METRICS; i++) {
            switch (random.nextInt(8)) {
                case 0, 1, 2 ->
                        metrics.put(i, new TestPart.Value(value(random), random.nextInt(3), null));
                case 3 ->
                        metrics.put(
                                i,
                                new TestPart.Value(
                                        random.nextLong(),
                                        random.nextInt(3),
                                        QuarantineReason.all().get(random.nextInt(6))));
                default -> {}
            }
        }
        return metrics;
    }

    private static int value(Random random) {
        return random.nextInt(10) == 0 ? Integer.MAX_VALUE - 1 : random.nextInt(4);
    }

    private static Map<Integer, String> dimensions(Random random) {
        var dimensions = new TreeMap<Integer, String>();
        for (int i = 0; i < Part.DIMENSIONS; i++) {
            if (random.nextBoolean()) {
                dimensions.put(i, "value " + random.nextInt(3));
            }
        }
        return dimensions;
    }

    private JoinOracle.Joined join(JoinRules rules, List<TestPart> records, Random random)
            throws Exception {
        int feeds = 1 + random.nextInt(3);
        long memory = random.nextBoolean() ? 1 : 1 << 20;
        var views = new ArrayList<TestPart>();
        // All threads give the same code to the same text, in the order of this permutation
        Dictionaries dictionaries = TestPart.dictionaries();
        records.forEach(record -> record.writeTo(new Part() {}, dictionaries));
        try (var join = new Join(rules, new Room(folder, memory, feeds), Progress.NONE)) {
            add(join, records, feeds, dictionaries, random);
            JoinCounts counts = join.finish(view -> views.add(TestPart.read(view, dictionaries)));
            spilled += join.spilled() > 0 ? 1 : 0;
            return new JoinOracle.Joined(views, counts);
        }
    }

    private static void add(
            Join join, List<TestPart> records, int feeds, Dictionaries dictionaries, Random random)
            throws InterruptedException {
        var shares = new ArrayList<List<TestPart>>();
        for (int i = 0; i < feeds; i++) {
            shares.add(new ArrayList<>());
        }
        records.forEach(record -> shares.get(random.nextInt(feeds)).add(record));
        var threads = new ArrayList<Thread>();
        for (List<TestPart> share : shares) {
            Join.Feed feed = join.feed(new TextHashes(dictionaries));
            threads.add(
                    Thread.ofVirtual()
                            .start(() -> {
                                var part = new Part() {};
                                for (TestPart record : share) {
                                    record.writeTo(part, dictionaries);
                                    feed.add(part);
                                }
                                feed.end();
                            }));
        }
        for (Thread thread : threads) {
            thread.join();
        }
    }
}
