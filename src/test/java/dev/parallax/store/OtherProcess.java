package dev.parallax.store;

import dev.parallax.measure.Profile;
import dev.parallax.measure.Run;
import dev.parallax.measure.RunStatus;
import dev.parallax.metric.Metric;
import dev.parallax.problem.ProblemException;
import dev.parallax.rum.Chunk;
import dev.parallax.rum.Dataset;
import dev.parallax.rum.ImportRecord;
import dev.parallax.rum.PageViewSink;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Scanner;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A second JVM at work on a workspace, for tests that kill it, race it or fill its disk. It says
/// what it has done on its standard output, a line each.
final class OtherProcess implements AutoCloseable {
    static final String CHECK = "often";
    static final String JOURNEY = "buy";
    static final String DATA_SET = "grown";
    static final int CHUNKS = 20;
    static final int CHUNK_ROWS = 1_000;

    private final Process process;
    private final BufferedReader lines;

    private OtherProcess(Process process) {
        this.process = process;
        this.lines =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /// Starts a JVM that does one of the jobs below.
    static OtherProcess start(String job, Path file) throws IOException {
        return start(command(job, file));
    }

    static OtherProcess start(List<String> command) throws IOException {
        return new OtherProcess(
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start());
    }

    static List<String> command(String job, Path file) {
        String classPath =
                System.getProperty(
                        "surefire.test.class.path", System.getProperty("java.class.path"));
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                classPath,
                OtherProcess.class.getName(),
                job,
                file.toString());
    }

    /// The next thing it says; null when it has ended.
    @Nullable String line() throws IOException {
        return lines.readLine();
    }

    /// Says a line to it.
    void tell(String line) throws IOException {
        Writer input = process.outputWriter(StandardCharsets.UTF_8);
        input.write(line + "\n");
        input.flush();
    }

    /// All it says until it ends.
    List<String> allLines() throws IOException {
        return lines.lines().toList();
    }

    /// As `kill -9` or a crash: no clean-up of any kind. What it said before can still be read, as
    /// it could not after [Process#destroyForcibly()].
    void kill() throws InterruptedException {
        process.toHandle().destroyForcibly();
        process.waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    public static void main(String[] arguments) {
        Path file = Path.of(arguments[1]);
        switch (arguments[0]) {
            case "store" -> storeForEver(file);
            case "claim" -> claim(file);
            case "change" -> changeForEver(file);
            case "fill" -> fillTheDisk(file);
            case "open" -> openAndSay(file);
            default -> throw new IllegalArgumentException(arguments[0]);
        }
    }

    /// Stores runs in claimed slots and imports page views beside them until killed.
    private static void storeForEver(Path file) {
        try (var workspace = Workspace.openOrCreate(file, InstantSource.system())) {
            long check = prepare(workspace);
            Thread.ofPlatform().daemon().start(() -> importForEver(workspace));
            while (true) {
                var due = InstantSource.system().instant();
                workspace.slots().claim(check, due, "other");
                Run run = Samples.run(JOURNEY, due, 1, 2, 3);
                workspace.runs().save(run);
                say("stored " + run.id());
                workspace
                        .slots()
                        .finish(
                                check,
                                due,
                                "other",
                                new SlotStore.Outcome(RunStatus.OK, Optional.of(run.id()), ""));
            }
        }
    }

    private static void importForEver(Workspace workspace) {
        var chunk = new Chunk();
        while (true) {
            PageViewSink sink = workspace.pageViews().create("views " + UUID.randomUUID());
            for (int i = 0; i < 20; i++) {
                chunk.clear();
                chunk.rows(1_000);
                Arrays.setAll(chunk.metric(Metric.LCP), row -> row * 7919 % 50_000);
                sink.write(chunk);
                say("chunk");
            }
            sink.abandon();
        }
    }

    /// Adds imports to a data set and takes the oldest of its own out again, until killed.
    private static void changeForEver(Path file) {
        try (var workspace = Workspace.open(file, InstantSource.system())) {
            PageViewStore store = workspace.pageViews();
            List<Long> own = new ArrayList<>();
            for (int i = 0; true; i++) {
                say("adding");
                PageViewSink sink = store.append(DATA_SET);
                var chunk = new Chunk();
                for (int k = 0; k < CHUNKS; k++) {
                    fill(chunk, sink, i * CHUNKS + k);
                    sink.write(chunk);
                    say("chunk");
                }
                Dataset dataset = sink.finish(ImportRecord.of("csv", CHUNKS * CHUNK_ROWS));
                own.add(store.imports(dataset).getLast().id());
                say("added " + own.getLast());
                if (own.size() > 2) {
                    say("removing " + own.getFirst());
                    store.removeImport(dataset, own.getFirst());
                    say("removed " + own.removeFirst());
                }
            }
        }
    }

    private static void fill(Chunk chunk, PageViewSink sink, int number) {
        chunk.clear();
        for (int row = 0; row < CHUNK_ROWS; row++) {
            chunk.metric(Metric.LCP)[row] = row * 7919 % 50_000;
            chunk.pages()[row] =
                    sink.dictionaries().pages().code("/page/" + number + "/" + row % 50);
        }
        chunk.rows(CHUNK_ROWS);
    }

    /// Claims the first slot, waits for a line, then claims all in order, as far as nobody else has
    /// them.
    private static void claim(Path file) {
        try (var workspace = Workspace.open(file, InstantSource.system())) {
            long check = prepare(workspace);
            claim(workspace, check, 0);
            heard();
            for (int i = 1; i < 100; i++) {
                claim(workspace, check, i);
            }
        }
    }

    private static void claim(Workspace workspace, long check, int slot) {
        if (workspace.slots().claim(check, Samples.START.plusSeconds(slot), "other")) {
            workspace.runs().save(Samples.run(JOURNEY, Samples.START, slot));
            say("claimed " + slot);
        }
    }

    /// Stores journeys until the disk is full, then does what must be possible on a full disk.
    private static void fillTheDisk(Path file) {
        try (var workspace = Workspace.create(file, InstantSource.system())) {
            long check = prepare(workspace);
            List<String> stored = new ArrayList<>();
            try {
                while (true) {
                    var journey = Samples.withStep(Samples.journey("j" + stored.size()), text());
                    workspace.journeys().save(journey);
                    stored.add(journey.name());
                }
            } catch (ProblemException full) {
                say(full.problem().code());
            }
            say("stored " + (stored.size() == workspace.journeys().list().size() - 1));
            say("claimed " + workspace.slots().claim(check, Samples.START, "me"));
            stored.forEach(workspace.journeys()::delete);
            workspace.journeys().save(Samples.journey("after"));
            say("journeys " + workspace.journeys().list().size());
            say("faults " + workspace.verify());
            say(
                    "ballast "
                            + file.resolveSibling(file.getFileName() + "-ballast")
                                    .toFile()
                                    .length());
        }
        openAndSay(file);
    }

    private static String text() {
        return "/" + "a long path ".repeat(20_000);
    }

    private static void openAndSay(Path file) {
        try (var workspace = Workspace.open(file, InstantSource.system())) {
            say("opened " + workspace.journeys().list().size());
        } catch (ProblemException refused) {
            say(refused.problem().code());
        }
    }

    static long prepare(Workspace workspace) {
        workspace.journeys().save(Samples.journey(JOURNEY));
        return workspace
                .checks()
                .find(CHECK)
                .orElseGet(() ->
                        workspace
                                .checks()
                                .add(
                                        new CheckStore.Plan(
                                                CHECK,
                                                JOURNEY,
                                                Profile.DESKTOP,
                                                "1s",
                                                CheckStore.Activity.ACTIVE)))
                .id();
    }

    /// Waits for a line from the test.
    private static void heard() {
        new Scanner(System.in, StandardCharsets.UTF_8).nextLine();
    }

    private static void say(String line) {
        System.out.println(line);
        System.out.flush();
    }
}
