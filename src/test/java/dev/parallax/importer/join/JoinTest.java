package dev.parallax.importer.join;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import dev.parallax.metric.Metric;
import dev.parallax.problem.Problem;
import dev.parallax.problem.ProblemException;
import dev.parallax.progress.Progress;
import dev.parallax.rum.Chunk;
import dev.parallax.rum.Dictionaries;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class JoinTest {
    private static final long START = 1_795_380_331_629L;

    @TempDir Path folder;

    private final Dictionaries dictionaries = TestPart.dictionaries();
    private final List<TestPart> views = new ArrayList<>();

    @Test
    void theVersionGoesBeforeTheTime() {
        TestPart old = TestPart.of(7, Metric.LCP, 100).withVersion(1).withTime(START + 9);
        TestPart current = TestPart.of(7, Metric.LCP, 80).withVersion(2).withTime(START);
        JoinCounts counts = join(JoinRules.LATEST, List.of(current, old));
        assertThat(counts).isEqualTo(new JoinCounts(1, 1, 0));
        assertThat(views.getFirst().metric(Metric.LCP).fixed()).isEqualTo(80);
        assertThat(views.getFirst().time()).isEqualTo(START);
    }

    @Test
    void whatTheNewestDoesNotTellIsTakenFromOlderOnes() {
        TestPart first = TestPart.of(7, Metric.TTFB, 100).withTime(START).withPage("/a");
        TestPart second = TestPart.of(7, Metric.CLS, 3).withTime(START + 1).withPage("");
        join(JoinRules.LATEST, List.of(second, first));
        assertThat(views)
                .containsExactly(
                        first.withMetric(Metric.CLS, new TestPart.Value(3, Part.NO_ID, null)));
    }

    @Test
    void ofOneMeasurementTheLargestCounts() {
        TestPart none = TestPart.of(7, Metric.TTFB, 1);
        join(
                JoinRules.LATEST,
                List.of(
                        none.withTime(START).withMetric(Metric.INP, value(500, 1)),
                        none.withTime(START + 1).withMetric(Metric.INP, value(90, 2)),
                        none.withTime(START + 2).withMetric(Metric.INP, value(60, 2))));
        assertThat(views.getFirst().metric(Metric.INP).fixed()).isEqualTo(90);
    }

    @Test
    void sumsAreOfDifferentRecords() {
        var rules = new JoinRules(Map.of(Metric.CLS, Combine.SUM, Metric.LCP, Combine.LARGEST));
        TestPart first =
                TestPart.of(7, Metric.CLS, 10).withTime(START).withMetric(Metric.LCP, value(9, 0));
        TestPart second =
                TestPart.of(7, Metric.CLS, 5)
                        .withTime(START + 1)
                        .withMetric(Metric.LCP, value(7, 0));
        JoinCounts counts = join(rules, List.of(first, second, first));
        assertThat(counts).isEqualTo(new JoinCounts(1, 1, 1));
        assertThat(views.getFirst().metric(Metric.CLS).fixed()).isEqualTo(15);
        assertThat(views.getFirst().metric(Metric.LCP).fixed()).isEqualTo(9);
    }

    @Test
    void identitiesThatComeRoundAgainAreToldApartByTime() {
        TestPart first = TestPart.of(7, Metric.LCP, 1).withBegan(START);
        TestPart same = TestPart.of(7, Metric.CLS, 2).withBegan(START + 60_000);
        TestPart later = TestPart.of(7, Metric.CLS, 3).withBegan(START + 120_001);
        assertThat(join(JoinRules.LATEST, List.of(later, first, same)))
                .isEqualTo(new JoinCounts(2, 1, 0));
    }

    @Test
    void twoIdsOfOneMetricAreTwoPageViews() {
        TestPart first = TestPart.of(7, Metric.TTFB, 1).withBegan(START);
        JoinCounts counts =
                join(
                        JoinRules.LATEST,
                        List.of(
                                first.withMetric(Metric.LCP, value(1, 1)),
                                first.withBegan(START + 5).withMetric(Metric.LCP, value(1, 2))));
        assertThat(counts).isEqualTo(new JoinCounts(2, 0, 0));
    }

    @Test
    void oneIdentityMayHaveMoreRecordsThanMemoryHolds() throws IOException {
        int records = 200_000;
        try (var join = join(new Spill(folder))) {
            Join.Feed feed = join.feed(new TextHashes(dictionaries));
            var part = new Part() {};
            for (int i = 0; i < records; i++) {
                TestPart.of(7, Metric.LCP, i % 50_000)
                        .withTime(START + i % 50_000)
                        .writeTo(part, dictionaries);
                feed.add(part);
            }
            JoinCounts counts = join.finish(view -> views.add(TestPart.read(view, dictionaries)));
            assertThat(counts).isEqualTo(new JoinCounts(1, 49_999, 150_000));
            assertThat(join.spilled()).isGreaterThan(records * 30L);
        }
        assertThat(views.getFirst().metric(Metric.LCP).fixed()).isEqualTo(49_999);
        assertThat(files()).isEmpty();
    }

    @Test
    void pageViewsComeByTimeAndIdentity() {
        var records = new ArrayList<TestPart>();
        for (int i = 0; i < 5_000; i++) {
            records.add(TestPart.of(1 + i * 7_919L % 5_000, Metric.LCP, 1).withTime(START + i % 7));
        }
        join(JoinRules.LATEST, records);
        assertThat(views)
                .hasSize(5_000)
                .isSortedAccordingTo(
                        Comparator.comparingLong(TestPart::time)
                                .thenComparingLong(TestPart::identity));
    }

    @Test
    void filesGoWithTheJoinAndHoldNoTexts() throws IOException {
        var named =
                new Spill(
                        folder,
                        file -> {
                            var channel =
                                    FileChannel.open(
                                            file,
                                            StandardOpenOption.READ,
                                            StandardOpenOption.WRITE);
                            channel.lock();
                            return channel;
                        });
        try (var join = join(named)) {
            fill(join, 2_000);
            List<Path> made = files();
            assertThat(made).hasSize(1);
            byte[] bytes = Files.readAllBytes(made.getFirst());
            String content = new String(bytes, StandardCharsets.ISO_8859_1);
            assertThat(content).isNotEmpty().doesNotContain("secret", "s\0e\0c\0r\0e\0t");
            Join.sweep(folder);
            assertThat(files()).isEqualTo(made);
        }
        assertThat(files()).isEmpty();
    }

    @Test
    void whatACrashLeftIsSweptAway() throws IOException {
        Path left = Files.write(folder.resolve("join-17.spill"), new byte[100]);
        Path foreign = Files.write(folder.resolve("join.txt"), new byte[100]);
        Join.sweep(folder);
        assertThat(left).doesNotExist();
        assertThat(foreign).exists();
        Join.sweep(folder.resolve("absent"));
    }

    @Test
    void aFullDiskIsOneProblem() {
        Path full = Path.of("/dev/full");
        Assumptions.assumeTrue(Files.exists(full), "no device that is always full");
        var spill =
                new Spill(
                        folder,
                        _ ->
                                FileChannel.open(
                                        full, StandardOpenOption.READ, StandardOpenOption.WRITE));
        try (var join = join(spill)) {
            assertThatThrownBy(() -> fill(join, 2_000))
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            failed -> {
                                assertThat(failed.problem().kind())
                                        .isEqualTo(Problem.Kind.ENVIRONMENT);
                                assertThat(failed.problem().code()).isEqualTo("import-spill");
                                assertThat(failed).hasMessageContaining("No space left on device");
                            });
        }
    }

    @Test
    void stopsWhenCancelledWhileAddingAndWhileJoining() throws IOException {
        var asked = new AtomicInteger();
        for (int patience = 0; patience < 12; patience++) {
            int most = patience;
            asked.set(0);
            Progress impatient =
                    new Progress() {
                        @Override
                        public void report(double fraction, String what) {}

                        @Override
                        public boolean isCancelled() {
                            return asked.incrementAndGet() > most;
                        }

                        @Override
                        public void onCancel(Runnable action) {}
                    };
            try (var join = new Join(JoinRules.LATEST, new Room(folder, 1, 1), impatient)) {
                assertThatThrownBy(
                                () -> {
                                    fill(join, 20_000);
                                    join.finish(_ -> {});
                                })
                        .isInstanceOf(CancellationException.class);
            }
            assertThat(files()).isEmpty();
        }
    }

    @Test
    void addingAllocatesNothing() {
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        try (var join = new Join(JoinRules.LATEST, Room.in(folder), Progress.NONE)) {
            Join.Feed feed = join.feed(new TextHashes(dictionaries));
            var part = new Part() {};
            TestPart.of(7, Metric.LCP, 1).withPage("/a").writeTo(part, dictionaries);
            for (int i = 0; i < 140_000; i++) {
                feed.add(part);
            }
            long before = threads.getCurrentThreadAllocatedBytes();
            for (int i = 0; i < 20_000; i++) {
                part.time = START + i;
                feed.add(part);
            }
            assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(20_000);
        }
    }

    private static TestPart.Value value(long fixed, long id) {
        return new TestPart.Value(fixed, id, null);
    }

    /// With as little memory as can be.
    private Join join(Spill parts) {
        return new Join(
                JoinRules.LATEST, new Room(folder, 1, 1), Progress.NONE, parts, new Spill(folder));
    }

    private JoinCounts join(JoinRules rules, List<TestPart> records) {
        try (var join = new Join(rules, Room.in(folder), Progress.NONE)) {
            Join.Feed feed = join.feed(new TextHashes(dictionaries));
            var part = new Part() {};
            for (TestPart record : records) {
                record.writeTo(part, dictionaries);
                feed.add(part);
            }
            return join.finish(view -> views.add(TestPart.read(view, dictionaries)));
        }
    }

    private void fill(Join join, int records) {
        Join.Feed feed = join.feed(new TextHashes(dictionaries));
        var part = new Part() {};
        for (int i = 0; i < records; i++) {
            TestPart.of(i + 1, Metric.LCP, i)
                    .withTime(i % 2 == 0 ? Chunk.NO_TIME : START)
                    .withPage("/secret/" + i % 10)
                    .writeTo(part, dictionaries);
            feed.add(part);
        }
    }

    private List<Path> files() throws IOException {
        try (var files = Files.list(folder)) {
            return files.toList();
        }
    }
}
