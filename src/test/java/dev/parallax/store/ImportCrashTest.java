package dev.parallax.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parallax.metric.Metric;
import dev.parallax.rum.Chunk;
import dev.parallax.rum.Dataset;
import dev.parallax.rum.PageViews;
import dev.parallax.rum.RandomPageViews;
import dev.parallax.rum.RandomPageViews.Weights;
import dev.parallax.rum.Segment;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Kills a process in the middle of an import, without any chance to tidy up (`kill -9` on Linux
/// and macOS), and opens the workspace again.
final class ImportCrashTest {
    @TempDir Path folder;

    @Test
    void nothingOfAKilledImportIsLeft() throws IOException, InterruptedException {
        killImports(2);
    }

    @Test
    @Tag("faults")
    void nothingOfManyKilledImportsIsLeft() throws IOException, InterruptedException {
        killImports(40);
    }

    private void killImports(int times) throws IOException, InterruptedException {
        Path file = folder.resolve("a.parallax");
        var random = new Random(4);
        double p75 = makeReadyDataSet(file, random);
        for (int i = 0; i < times; i++) {
            // From before the first chunk to after the last; a transaction is every eighth
            boolean finished = startAndKill(file, random.nextInt(ImportVictim.CHUNKS + 1), random);
            try (var workspace = Workspace.open(file, InstantSource.system())) {
                PageViewStore store = workspace.pageViews();
                assertThat(integrity(workspace)).isEqualTo("ok");
                if (finished) {
                    store.delete(store.get("victim"));
                }
                assertThat(store.list()).extracting(Dataset::name).containsExactly("ready");
                assertThat(p75(store.open(store.get("ready")))).isEqualTo(p75);
                assertThat(count(workspace, "dataset")).isOne();
                assertThat(count(workspace, "chunk")).isOne();
            }
        }
    }

    private static double makeReadyDataSet(Path file, Random random) {
        try (var workspace = Workspace.create(file, InstantSource.system())) {
            PageViewStore store = workspace.pageViews();
            RandomPageViews.write(
                    new RandomPageViews(random, Weights.ONE).rows(5_000), store.create("ready"));
            return p75(store.open(store.get("ready")));
        }
    }

    /// Kills the victim a moment after it has written so many chunks.
    ///
    /// @return whether its data set is there, and then whole
    private static boolean startAndKill(Path file, int chunks, Random random)
            throws IOException, InterruptedException {
        Process victim =
                new ProcessBuilder(
                                ProcessHandle.current().info().command().orElseThrow(),
                                "-Xmx256m",
                                "--enable-native-access=ALL-UNNAMED",
                                "-cp",
                                System.getProperty("java.class.path"),
                                ImportVictim.class.getName(),
                                file.toString())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        try (BufferedReader lines = victim.inputReader()) {
            for (int i = 0; i < chunks; i++) {
                assertThat(lines.readLine()).isEqualTo("chunk " + i);
            }
            LockSupport.parkNanos(random.nextInt(30_000_000));
            victim.destroyForcibly();
            assertThat(victim.waitFor(30, TimeUnit.SECONDS)).isTrue();
        }
        return isVisible(file);
    }

    private static boolean isVisible(Path file) {
        try (var workspace = Workspace.open(file, InstantSource.system())) {
            PageViewStore store = workspace.pageViews();
            store.find("victim")
                    .ifPresent(dataset ->
                            assertThat(store.open(dataset).select(Segment.ALL).count())
                                    .isEqualTo(ImportVictim.CHUNKS * Chunk.CAPACITY));
            return store.find("victim").isPresent();
        }
    }

    private static double p75(PageViews views) {
        return views.distribution(Metric.LCP, views.select(Segment.ALL)).quantile(0.75);
    }

    private static String integrity(Workspace workspace) {
        return workspace
                .database()
                .read(handle ->
                        handle.createQuery("PRAGMA integrity_check").mapTo(String.class).one());
    }

    private static int count(Workspace workspace, String table) {
        return workspace
                .database()
                .read(handle ->
                        handle.createQuery("SELECT count(*) FROM " + table).mapTo(int.class).one());
    }
}
