package dev.parallax.browser;

import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import dev.parallax.problem.Problem;
import dev.parallax.problem.ProblemException;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The driver between this process and a browser: a Node process that speaks to both through pipes.
/// When it ends, so do its browsers.
final class Driver implements AutoCloseable {
    private static final ReentrantLock STARTING = new ReentrantLock();
    private static final String PROPERTY = "playwright.cli.dir";
    private static final String VARIABLE = "PLAYWRIGHT_DRIVER_DIR";

    private final Playwright playwright;
    private final Optional<ProcessHandle> process;

    private Driver(Playwright playwright, Optional<ProcessHandle> process) {
        this.playwright = playwright;
        this.process = process;
    }

    /// Starts a driver; the calling thread is the only one that may use it.
    ///
    /// @param folder for the profiles of its browsers
    /// @throws ProblemException (environment) if the driver is not set up
    /// @throws BrowserGoneException if it does not start
    static Driver start(Path folder) {
        requireDriver();
        Map<String, String> environment = environment(folder);
        // One at a time, so that the one new child is the driver just started.
        STARTING.lock();
        try {
            Set<Long> before =
                    ProcessHandle.current()
                            .children()
                            .map(ProcessHandle::pid)
                            .collect(Collectors.toSet());
            Playwright playwright =
                    Playwright.create(new Playwright.CreateOptions().setEnv(environment));
            Optional<ProcessHandle> process =
                    ProcessHandle.current()
                            .children()
                            .filter(child -> !before.contains(child.pid()) && isNode(child))
                            .findFirst();
            return new Driver(playwright, process);
        } catch (PlaywrightException failed) {
            throw new BrowserGoneException("the browser's driver did not start", failed);
        } finally {
            STARTING.unlock();
        }
    }

    /// What a driver gets told. The first one of a process settles it for all.
    static Map<String, String> environment(Path folder) {
        return new HashMap<>(
                Map.of(
                        "PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1",
                        "TMPDIR", folder.toString(),
                        "TEMP", folder.toString(),
                        "TMP", folder.toString()));
    }

    private static boolean isNode(ProcessHandle child) {
        String program = Path.of(child.info().command().orElse("node")).getFileName().toString();
        return program.startsWith("node");
    }

    /// @throws ProblemException (environment) if the driver is not set up
    static void requireDriver() {
        String folder = System.getProperty(PROPERTY, System.getenv().getOrDefault(VARIABLE, ""));
        if (folder.isBlank() || !Files.isRegularFile(Path.of(folder, "package", "cli.js"))) {
            String where =
                    folder.isBlank()
                            ? "neither the system property "
                                    + PROPERTY
                                    + " nor "
                                    + VARIABLE
                                    + " says where it is"
                            : "there is no package/cli.js in " + folder;
            throw new ProblemException(
                    Problem.environment(
                            "driver-not-found",
                            "the browser's driver is not set up",
                            where,
                            "start Parallax with ./run, or build it with: mvn process-classes"));
        }
    }

    /// Name and version, as its package says; the name alone if that cannot be read.
    static String version() {
        String folder = System.getProperty(PROPERTY, System.getenv().getOrDefault(VARIABLE, ""));
        try (Reader told = Files.newBufferedReader(Path.of(folder, "package", "package.json"))) {
            return "Playwright "
                    + JsonParser.parseReader(told).getAsJsonObject().get("version").getAsString();
        } catch (IOException | JsonParseException | IllegalStateException unreadable) {
            return "Playwright";
        }
    }

    Playwright playwright() {
        return playwright;
    }

    /// The browsers it has started that still live.
    Set<ProcessHandle> browsers() {
        return process.stream().flatMap(ProcessHandle::children).collect(Collectors.toSet());
    }

    /// The driver and everything below it that still lives, the deepest last.
    Stream<ProcessHandle> processes() {
        return process.stream()
                .flatMap(driver -> Stream.concat(Stream.of(driver), driver.descendants()))
                .filter(ProcessHandle::isAlive);
    }

    /// Ends the driver by force, from any thread.
    void kill() {
        process.ifPresent(ProcessHandle::destroyForcibly);
    }

    @Override
    public void close() {
        try {
            playwright.close();
        } catch (PlaywrightException _) {
            // it was killed: there is nothing left to close
        }
        kill();
    }
}
