package dev.parallax.bench;

import dev.parallax.importer.ImportOptions;
import dev.parallax.importer.Importer;
import dev.parallax.progress.Progress;
import dev.parallax.settings.PseudonymKey;
import dev.parallax.store.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;

/// How long an import keeps everybody else from writing: the transactions of an import of two
/// million page views, of its being taken out, and how long a schedule's small writes wait
/// meanwhile, in this process and in another one.
///
/// Arguments: rows, if not two million.
public final class TransactionBench {
    private static final Path FOLDER = Path.of("target", "bench").toAbsolutePath();
    private static final Duration BETWEEN_RESULTS = Duration.ofMillis(20);
    private static final double MILLIS = 1e6;
    private static final String EVENT = "dev.parallax.Transaction";

    private TransactionBench() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (arguments.length == 2) {
            try (var workspace = Workspace.open(Path.of(arguments[1]), InstantSource.system());
                    var results = new Results(workspace, "other")) {
                results.start();
                System.in.read();
                results.print("in another process");
            }
            return;
        }
        int rows = arguments.length == 1 ? Integer.parseInt(arguments[0]) : 2_000_000;
        Path csv = RumFile.in(FOLDER, RumFile.Form.CSV, rows);
        Path folder = Files.createTempDirectory(FOLDER, "transactions");
        try {
            measure(csv, folder.resolve("bench.parallax"), folder);
        } finally {
            try (Stream<Path> files = Files.list(folder)) {
                files.forEach(file -> file.toFile().delete());
            }
            Files.delete(folder);
        }
    }

    private static void measure(Path csv, Path file, Path folder)
            throws IOException, InterruptedException {
        Workspace.create(file, InstantSource.system()).close();
        for (int round = 1; round <= 2; round++) {
            say("round " + round);
            try (var workspace = Workspace.open(file, InstantSource.system());
                    var recording = new Recording();
                    var results = new Results(workspace, "same")) {
                Process other = other(file);
                recording.enable(EVENT).withoutThreshold();
                recording.start();
                results.start();
                long begin = System.nanoTime();
                var importer = new Importer(folder.resolve("spill"), () -> new PseudonymKey(1, 2));
                importer.read(
                        List.of(csv),
                        ImportOptions.FIND_OUT,
                        workspace.pageViews().create("bench"),
                        Progress.NONE);
                say("import: %.1f s".formatted((System.nanoTime() - begin) / 1e9));
                printTransactions(recording, folder);
                results.print("in this process");
                end(other);
                delete(workspace, folder);
            }
        }
    }

    private static void delete(Workspace workspace, Path folder) throws IOException {
        try (var recording = new Recording()) {
            recording.enable(EVENT).withoutThreshold();
            recording.start();
            long begin = System.nanoTime();
            workspace.pageViews().delete(workspace.pageViews().get("bench"));
            say("taken out: %.2f s".formatted((System.nanoTime() - begin) / 1e9));
            printTransactions(recording, folder);
        }
        var sizes = workspace.facts().sizes();
        say(
                "left: file %.1f MB, of that unused %.1f MB, log %.1f MB"
                        .formatted(
                                sizes.fileBytes() / 1e6,
                                sizes.unusedBytes() / 1e6,
                                sizes.logBytes() / 1e6));
    }

    private static Process other(Path file) throws IOException {
        return new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        TransactionBench.class.getName(),
                        "other",
                        file.toString())
                .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static void end(Process other) throws IOException, InterruptedException {
        other.getOutputStream().close();
        other.waitFor();
    }

    private static void printTransactions(Recording recording, Path folder) throws IOException {
        Path file = folder.resolve("transactions.jfr");
        recording.dump(file);
        for (String kind : List.of("import", "results", "alone")) {
            List<Double> millis = new ArrayList<>();
            for (RecordedEvent event : RecordingFile.readAllEvents(file)) {
                if (event.getEventType().getName().equals(EVENT)
                        && kind.equals(event.getString("kind"))) {
                    millis.add(event.getDuration().toNanos() / MILLIS);
                }
            }
            print("transactions of kind " + kind, millis);
        }
        Files.delete(file);
    }

    private static void print(String what, List<Double> millis) {
        if (millis.isEmpty()) {
            return;
        }
        List<Double> sorted = millis.stream().sorted().toList();
        say(
                "%-40s %5d: median %7.1f ms, p99 %7.1f ms, max %7.1f ms"
                        .formatted(
                                what,
                                sorted.size(),
                                sorted.get(sorted.size() / 2),
                                sorted.get((int) Math.ceil(0.99 * sorted.size()) - 1),
                                sorted.getLast()));
    }

    private static void say(String line) {
        System.out.println(String.format(Locale.ROOT, "%s", line));
    }

    /// A schedule that has something to write every now and then.
    private static final class Results implements AutoCloseable {
        private final Workspace workspace;
        private final String owner;
        private final List<Double> millis = new ArrayList<>();
        private final CompletableFuture<Void> ended = new CompletableFuture<>();
        private final java.util.concurrent.ExecutorService thread =
                Executors.newSingleThreadExecutor();

        Results(Workspace workspace, String owner) {
            this.workspace = workspace;
            this.owner = owner;
        }

        void start() {
            thread.execute(this::write);
        }

        private void write() {
            while (!ended.isDone()) {
                long begin = System.nanoTime();
                workspace.leases().take("bench " + owner, owner, Duration.ofMinutes(1));
                synchronized (this) {
                    millis.add((System.nanoTime() - begin) / MILLIS);
                }
                ended.copy()
                        .completeOnTimeout(null, BETWEEN_RESULTS.toMillis(), TimeUnit.MILLISECONDS)
                        .join();
            }
        }

        synchronized void print(String where) {
            TransactionBench.print("small writes " + where, millis);
        }

        @Override
        public void close() {
            ended.complete(null);
            thread.close();
        }
    }
}
