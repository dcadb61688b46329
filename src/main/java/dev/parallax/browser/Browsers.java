package dev.parallax.browser;

import dev.parallax.problem.Problem;
import dev.parallax.problem.ProblemException;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Finds a browser on the machine. In this order, the first that is there:
///
/// 1. the path from the settings
/// 2. the environment variable `PARALLAX_BROWSER`
/// 3. Chromium, Chrome or Edge on the `PATH`
/// 4. the same three where their installers put them
///
/// A path that was given (1, 2) and does not lead to a program is an error: it is never passed
/// over.
public final class Browsers {
    /// The environment variable that names a browser's program.
    public static final String VARIABLE = "PARALLAX_BROWSER";

    private final Map<String, String> environment;
    private final Platform platform;

    Browsers(Map<String, String> environment, Platform platform) {
        this.environment = Map.copyOf(environment);
        this.platform = platform;
    }

    /// Looks on the machine this program runs on.
    public static Browsers ofThisMachine() {
        return new Browsers(System.getenv(), Platform.current());
    }

    /// The browser to use.
    ///
    /// @param configured the path from the settings, null if none is set
    /// @throws ProblemException (environment) `browser-not-found`, saying what to install
    public BrowserInstallation find(@Nullable Path configured) {
        if (configured != null) {
            return given(configured, "the settings name it");
        }
        String named = environment.getOrDefault(VARIABLE, "");
        if (!named.isBlank()) {
            return given(Path.of(named), VARIABLE + " names it");
        }
        return candidates()
                .filter(Files::isExecutable)
                .filter(Files::isRegularFile)
                .findFirst()
                .map(platform::describe)
                .orElseThrow(() -> new ProblemException(notFound()));
    }

    private BrowserInstallation given(Path path, String who) {
        if (!Files.isRegularFile(path) || !Files.isExecutable(path)) {
            throw new ProblemException(
                    Problem.environment(
                            "browser-not-found",
                            "there is no browser at " + path,
                            who + ", but it is no program",
                            "correct the path, or remove it to have a browser searched for"));
        }
        return platform.describe(path);
    }

    private Stream<Path> candidates() {
        return Stream.concat(onThePath(), platform.usualPlaces(environment).stream());
    }

    private Stream<Path> onThePath() {
        List<Path> folders = new ArrayList<>();
        for (String folder : environment.getOrDefault("PATH", "").split(File.pathSeparator, -1)) {
            if (!folder.isBlank()) {
                folders.add(Path.of(folder));
            }
        }
        return platform.programs().stream()
                .flatMap(program -> folders.stream().map(folder -> folder.resolve(program)));
    }

    private Problem notFound() {
        return Problem.environment(
                "browser-not-found",
                "no browser was found",
                "neither Chromium, Google Chrome nor Microsoft Edge is on the PATH or in its usual"
                        + " place",
                platform.howToInstall() + ", or set " + VARIABLE + " to the program of one");
    }
}
