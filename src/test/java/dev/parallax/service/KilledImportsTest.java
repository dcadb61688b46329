package dev.parallax.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parallax.progress.Progress;
import dev.parallax.rum.Chunk;
import dev.parallax.rum.Dataset;
import dev.parallax.service.ImportingProcess.Job;
import dev.parallax.store.PageViewStore;
import dev.parallax.store.Workspace;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Kills a process (`kill -9` on Linux and macOS) while it imports real files, adds to a data set
/// or takes an import out, and opens the workspace again: the change is there as a whole or not at
/// all, nothing else has changed, and nothing is left over.
final class KilledImportsTest {
    static final String NEW = "new";
    static final String GROWN = "grown";
    static final String TEMPORARY = "temporary";

    private static final String READY = "ready";

    /// The share of an import after which there is something that can be left behind.
    private static final double LATE = 0.6;

    private static final int ROWS_OF_TWO_TRANSACTIONS = 9 * Chunk.CAPACITY;

    @TempDir private Path folder;

    private final Map<Job, FullRun> fullRuns = new EnumMap<>(Job.class);
    private final Map<String, Integer> ends = new TreeMap<>();
    private final ImportedResults results = new ImportedResults();
    private Content whole = new Content(0, 0, 0, 0);

    /// When a run that nobody killed said what, in nanoseconds since its first line.
    private record FullRun(List<Long> times) {
        long length() {
            return times.getLast();
        }
    }

    /// Rows of the workspace's tables.
    private record Content(long datasets, long imports, long pageViews, long texts) {}

    @BeforeEach
    void makeFiles() throws IOException {
        MadeExports.csv(folder.resolve("base.csv"), 20_000, 1);
        MadeExports.csv(folder.resolve("more.csv"), 150_000, 2);
        MadeExports.ndjson(folder.resolve("views.ndjson"), 20_000, 3);
        MadeExports.zip(folder.resolve("views.zip"), 10_000, 4);
        try (var workspace = Workspace.create(file(), InstantSource.system())) {
            add(workspace, READY, "base.csv");
            add(workspace, GROWN, "views.ndjson");
            results.assertAlways(workspace, READY, READY);
            results.assertAlways(workspace, GROWN, GROWN);
        }
        whole = content();
    }

    @Test
    @Timeout(180)
    void nothingIsLeftOfAFewKilledImports() throws IOException, InterruptedException {
        killEach(1, LATE, Job.JOINED, Job.APPENDED);
    }

    @Test
    @Tag("faults")
    @Timeout(3_600)
    void nothingIsLeftOfTwoHundredKilledImports() throws IOException, InterruptedException {
        MadeExports.csv(folder.resolve("views.csv"), ROWS_OF_TWO_TRANSACTIONS, 5);
        killEach(40, 0, Job.values());
        tell();
    }

    private void killEach(int times, double from, Job... jobs)
            throws IOException, InterruptedException {
        var random = new Random(9);
        for (Job job : jobs) {
            prepare(job);
            fullRuns.put(job, fullRun(job));
            look(job, true);
        }
        for (int i = 0; i < times; i++) {
            for (Job job : jobs) {
                prepare(job);
                String last = startAndKill(job, from + (1 - from) * random.nextDouble());
                boolean done = look(job, last.equals("done"));
                ends.merge(
                        "%-8s killed at %-9s %s"
                                .formatted(job, where(last), done ? "complete" : "absent"),
                        1,
                        Integer::sum);
            }
        }
        assertThat(ends.values().stream().mapToInt(Integer::intValue).sum())
                .isEqualTo(times * jobs.length);
    }

    private void tell() {
        ends.forEach((end, count) -> System.out.println(end + ": " + count));
    }

    /// What it said last: how far it has read, or `opened`, or `done`.
    private static String where(String line) {
        return line.contains("reading") ? "reading " + line.substring(0, 3) : line;
    }

    private Path file() {
        return folder.resolve("w.parallax");
    }

    private void add(Workspace workspace, String dataset, String name) {
        new ImportPageViews(workspace.pageViews(), ImportingProcess.importer(folder))
                .importFiles(
                        ImportPageViews.Order.of(List.of(folder.resolve(name)), dataset),
                        Progress.NONE);
    }

    /// What is to be removed is there before.
    private void prepare(Job job) throws IOException, InterruptedException {
        if (job != Job.REMOVED) {
            return;
        }
        Path grown = folder.resolve("grown.parallax");
        if (Files.exists(grown)) {
            Files.copy(grown, file(), StandardCopyOption.REPLACE_EXISTING);
        } else {
            fullRun(Job.APPENDED);
            Files.copy(file(), grown);
        }
    }

    private FullRun fullRun(Job job) throws IOException, InterruptedException {
        Process process = start(job);
        var times = new ArrayList<Long>();
        long start = 0;
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            while (lines.readLine() != null) {
                long now = System.nanoTime();
                start = times.isEmpty() ? now : start;
                times.add(now - start);
            }
        }
        assertThat(process.waitFor()).isZero();
        return new FullRun(times);
    }

    /// Kills the process at a time within that of a full run.
    ///
    /// @param share of that time
    /// @return what it said last
    private String startAndKill(Job job, double share) throws IOException, InterruptedException {
        FullRun full = Objects.requireNonNull(fullRuns.get(job));
        long time = (long) (share * full.length());
        int lines = (int) full.times().stream().filter(at -> at <= time).count();
        Process process = start(job);
        String last = "";
        try (BufferedReader said = process.inputReader(StandardCharsets.UTF_8)) {
            for (int i = 0; i < lines; i++) {
                last = said.readLine();
                assertThat(last).isNotNull();
            }
            LockSupport.parkNanos(time - full.times().get(lines - 1));
            process.toHandle().destroyForcibly();
            for (String line = said.readLine(); line != null; line = said.readLine()) {
                last = line;
            }
        }
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return last;
    }

    private Process start(Job job) throws IOException {
        String classPath =
                System.getProperty(
                        "surefire.test.class.path", System.getProperty("java.class.path"));
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "-Djava.io.tmpdir=" + folder,
                        "-cp",
                        classPath,
                        ImportingProcess.class.getName(),
                        folder.toString(),
                        job.name())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /// Opens the workspace again, compares, and takes the change back.
    ///
    /// @param mustBeDone whether the process said so
    /// @return whether the change is there
    private boolean look(Job job, boolean mustBeDone) throws IOException {
        boolean done;
        try (var workspace = Workspace.open(file(), InstantSource.system())) {
            assertThat(workspace.verify()).isEmpty();
            PageViewStore store = workspace.pageViews();
            done =
                    switch (job) {
                        case CSV, JOINED, ZIPPED -> store.find(NEW).isPresent();
                        case APPENDED -> store.imports(store.get(GROWN)).size() == 2;
                        case REMOVED -> store.imports(store.get(GROWN)).size() == 1;
                    };
            assertThat(done || !mustBeDone).as("said that it was done").isTrue();
            results.assertAlways(workspace, READY, READY);
            boolean grown = store.imports(store.get(GROWN)).size() == 2;
            results.assertAlways(workspace, grown ? GROWN + " twice" : GROWN, GROWN);
            if (store.find(NEW).isPresent()) {
                results.assertAlways(workspace, job.name(), NEW);
            }
            takeBack(store);
        }
        assertNothingLeft();
        return done;
    }

    private static void takeBack(PageViewStore store) {
        store.find(NEW).ifPresent(store::delete);
        Dataset grown = store.get(GROWN);
        store.imports(grown).stream().skip(1).forEach(one -> store.removeImport(grown, one.id()));
    }

    /// The tables hold what the two data sets have, and the folder nothing but what the test made.
    private void assertNothingLeft() throws IOException {
        assertThat(content()).isEqualTo(whole);
        ImportingProcess.importer(folder).sweep();
        Path temporary = folder.resolve(TEMPORARY);
        if (Files.exists(temporary)) {
            try (Stream<Path> left = Files.list(temporary)) {
                assertThat(left).isEmpty();
            }
        }
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(path -> path.getFileName().toString()))
                    .noneMatch(name -> name.endsWith("-wal") || name.endsWith("-shm"));
        }
    }

    private Content content() throws IOException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file());
                Statement statement = connection.createStatement()) {
            return new Content(
                    number(statement, "SELECT count(*) FROM dataset"),
                    number(statement, "SELECT count(*) FROM import"),
                    number(statement, "SELECT sum(rows) FROM chunk"),
                    number(statement, "SELECT count(*) FROM dict"));
        } catch (SQLException failed) {
            throw new IOException(failed);
        }
    }

    private static long number(Statement statement, String query) throws SQLException {
        try (ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }
}
