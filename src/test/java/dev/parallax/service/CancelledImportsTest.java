package dev.parallax.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parallax.importer.source.Packed;
import dev.parallax.problem.ProblemException;
import dev.parallax.progress.Progress;
import dev.parallax.progress.Stoppable;
import dev.parallax.rum.Chunk;
import dev.parallax.store.Workspace;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Cancels imports at any time, whatever they are about: they end within a second, and nothing is
/// left of them.
@Timeout(900)
final class CancelledImportsTest {
    private static final Duration LONGEST = Duration.ofSeconds(1);
    private static final String NEW = "new";
    private static final String TEMPORARY = "temporary";

    @TempDir private Path folder;

    private final Map<Work, List<Duration>> ends = new EnumMap<>(Work.class);

    /// What an import spends its time on.
    private enum Work {
        /// Reads and stores rows.
        READING,
        /// Sorts, joins and merges what memory has no room for.
        JOINING,
        /// Unpacks an archive.
        UNPACKING,
        UNPACKING_ZSTD,
        /// Finds out whether two files are the same.
        HASHING
    }

    @Test
    void afterACancelNothingIsLeft() throws InterruptedException {
        cancel(1, Chunk.CAPACITY, 5_000, 1 << 24);
    }

    @Test
    @Tag("faults")
    void fiftyCancelsTakeNoMoreThanASecond() throws InterruptedException {
        cancel(10, 20 * Chunk.CAPACITY, 100_000, 1 << 29);
        ends.forEach((work, took) ->
                System.out.println(
                        work
                                + " ended after "
                                + took.stream().map(Duration::toMillis).sorted().toList()
                                + " ms"));
    }

    private void cancel(int times, int rows, int joined, int hashed) throws InterruptedException {
        var random = new Random(2);
        try (var workspace = Workspace.create(folder.resolve("w.parallax"), Clock.systemUTC())) {
            for (Work work : Work.values()) {
                List<Path> files = files(work, rows, joined, hashed);
                long whole = whole(workspace, files);
                for (int i = 0; i < times; ) {
                    Optional<Duration> took =
                            cancelAfter((long) (random.nextDouble() * whole), workspace, files);
                    if (took.isPresent()) {
                        i++;
                        ends.computeIfAbsent(work, _ -> new ArrayList<>()).add(took.get());
                        assertThat(took.get()).as("%s", work).isLessThan(LONGEST);
                    } else {
                        // warmer than the run that was measured
                        whole = whole * 4 / 5;
                    }
                    assertNothingIsLeft(workspace);
                }
            }
        }
    }

    /// How long an import takes that nobody cancels.
    private long whole(Workspace workspace, List<Path> files) {
        long start = System.nanoTime();
        importing(workspace, files).read(Progress.NONE);
        long whole = System.nanoTime() - start;
        forget(workspace);
        return whole;
    }

    private List<Path> files(Work work, int rows, int joined, int hashed) {
        Path csv = folder.resolve("views.csv");
        if (Files.notExists(csv)) {
            MadeExports.csv(csv, rows, 1);
        }
        return switch (work) {
            case READING -> List.of(csv);
            case JOINING -> {
                Path file = folder.resolve("views.ndjson");
                MadeExports.ndjson(file, joined, 2);
                yield List.of(file);
            }
            case UNPACKING ->
                    List.of(
                            Packed.write(
                                    folder, "views.zip", Packed.zip(Map.of("a.csv", bytes(csv)))));
            case UNPACKING_ZSTD ->
                    List.of(Packed.write(folder, "views.zst", Packed.zstd(bytes(csv))));
            case HASHING -> List.of(sparse("a.csv", hashed), sparse("b.csv", hashed));
        };
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /// A page view at the end of a record that takes a while.
    private Path sparse(String name, int length) {
        Path file = folder.resolve(name);
        try (var sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.write(
                    (MadeExports.HEADER + MadeExports.row(new Random(1)))
                            .repeat(5_000)
                            .getBytes(StandardCharsets.UTF_8));
            sparse.setLength(length);
            sparse.seek(length - 20);
            sparse.write((name + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return file;
    }

    private interface Importing {
        void read(Progress progress);
    }

    private Importing importing(Workspace workspace, List<Path> files) {
        var imports = new ImportPageViews(workspace.pageViews(), ImportingProcess.importer(folder));
        return progress -> {
            try {
                imports.importFiles(ImportPageViews.Order.of(files, NEW), progress);
            } catch (ProblemException refused) {
                // also an end
                assertThat(refused.problem().code()).startsWith("import-");
            }
        };
    }

    /// @return from the cancel to the end; empty if it had ended by then
    private Optional<Duration> cancelAfter(long nanos, Workspace workspace, List<Path> files)
            throws InterruptedException {
        var stoppable = new Stoppable();
        var ended = new CountDownLatch(1);
        Importing importing = importing(workspace, files);
        Thread.ofPlatform()
                .start(() -> {
                    try {
                        importing.read(stoppable);
                    } catch (CancellationException expected) {
                        assertThat(stoppable.isCancelled()).isTrue();
                    } finally {
                        ended.countDown();
                    }
                });
        if (ended.await(nanos, TimeUnit.NANOSECONDS)) {
            return Optional.empty();
        }
        long start = System.nanoTime();
        stoppable.cancel();
        assertThat(ended.await(60, TimeUnit.SECONDS)).isTrue();
        return Optional.of(Duration.ofNanos(System.nanoTime() - start));
    }

    private static void forget(Workspace workspace) {
        workspace.pageViews().find(NEW).ifPresent(workspace.pageViews()::delete);
    }

    private void assertNothingIsLeft(Workspace workspace) {
        forget(workspace);
        assertThat(workspace.pageViews().list()).isEmpty();
        assertThat(workspace.verify()).isEmpty();
        Path temporary = folder.resolve(TEMPORARY);
        if (Files.exists(temporary)) {
            try (Stream<Path> left = Files.list(temporary)) {
                assertThat(left).isEmpty();
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }
}
