package dev.parallax.browser;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Where each operating system keeps browsers, and how to ask one for its version.
enum Platform {
    LINUX("install one, on Debian and Ubuntu with: apt-get install chromium"),
    MAC("install Google Chrome from google.com/chrome, or Chromium with: brew install chromium"),
    WINDOWS("install Google Chrome from google.com/chrome");

    private static final Pattern NAME_AND_VERSION =
            Pattern.compile("(\\S.*?) (\\d+(?:\\.\\d+){1,3})\\b.*");
    private static final Pattern VERSION = Pattern.compile("\\d+(?:\\.\\d+){3}");
    private static final int SECONDS_TO_ANSWER = 10;

    private final String howToInstall;

    Platform(String howToInstall) {
        this.howToInstall = howToInstall;
    }

    static Platform current() {
        String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            return WINDOWS;
        }
        return name.startsWith("mac") ? MAC : LINUX;
    }

    /// Names of browsers' programs, the preferred first.
    List<String> programs() {
        return switch (this) {
            case LINUX ->
                    List.of(
                            "chromium",
                            "chromium-browser",
                            "google-chrome",
                            "google-chrome-stable",
                            "microsoft-edge",
                            "microsoft-edge-stable");
            case MAC -> List.of("chromium");
            case WINDOWS -> List.of("chrome.exe", "chromium.exe", "msedge.exe");
        };
    }

    String howToInstall() {
        return howToInstall;
    }

    /// Where installers put browsers that are not on the `PATH`.
    List<Path> usualPlaces(Map<String, String> environment) {
        return switch (this) {
            case LINUX ->
                    paths(
                            List.of(
                                    "/usr/bin",
                                    "/usr/local/bin",
                                    "/snap/bin",
                                    "/opt/google/chrome",
                                    "/opt/microsoft/msedge"),
                            List.of(
                                    "chromium",
                                    "chromium-browser",
                                    "google-chrome",
                                    "microsoft-edge"));
            case MAC ->
                    paths(
                            List.of(
                                    "/Applications",
                                    environment.getOrDefault("HOME", "") + "/Applications"),
                            List.of(
                                    "Google Chrome.app/Contents/MacOS/Google Chrome",
                                    "Chromium.app/Contents/MacOS/Chromium",
                                    "Microsoft Edge.app/Contents/MacOS/Microsoft Edge"));
            case WINDOWS ->
                    paths(
                            List.of(
                                    environment.getOrDefault("ProgramFiles", "C:\\Program Files"),
                                    environment.getOrDefault(
                                            "ProgramFiles(x86)", "C:\\Program Files (x86)"),
                                    environment.getOrDefault("LocalAppData", "C:\\")),
                            List.of(
                                    "Google\\Chrome\\Application\\chrome.exe",
                                    "Chromium\\Application\\chrome.exe",
                                    "Microsoft\\Edge\\Application\\msedge.exe"));
        };
    }

    private static List<Path> paths(List<String> folders, List<String> programs) {
        return programs.stream()
                .flatMap(
                        program -> folders.stream().map(folder -> Path.of(folder).resolve(program)))
                .toList();
    }

    /// Name and version of the browser. Asked for by `--version`; on Windows, where that opens a
    /// window, read off the folder beside the program.
    BrowserInstallation describe(Path program) {
        String fallback = String.valueOf(program.getFileName());
        if (this == WINDOWS) {
            return new BrowserInstallation(program, windowsName(fallback), versionFolder(program));
        }
        Matcher answer = NAME_AND_VERSION.matcher(firstLine(program));
        return answer.matches()
                ? new BrowserInstallation(program, answer.group(1), answer.group(2))
                : new BrowserInstallation(program, fallback, "");
    }

    private static String windowsName(String program) {
        return program.startsWith("msedge") ? "Microsoft Edge" : "Google Chrome";
    }

    private static String versionFolder(Path program) {
        Path folder = program.getParent();
        if (folder == null) {
            return "";
        }
        try (DirectoryStream<Path> siblings = Files.newDirectoryStream(folder)) {
            for (Path sibling : siblings) {
                String name = String.valueOf(sibling.getFileName());
                if (VERSION.matcher(name).matches()) {
                    return name;
                }
            }
        } catch (IOException unreadable) {
            // the version is a nicety; the browser tells it again when it is started
        }
        return "";
    }

    private static String firstLine(Path program) {
        try {
            Process process =
                    new ProcessBuilder(program.toString(), "--version")
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
            process.getOutputStream().close();
            try (var answer = process.inputReader(StandardCharsets.UTF_8)) {
                if (!process.waitFor(SECONDS_TO_ANSWER, TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                    return "";
                }
                String line = answer.readLine();
                return line == null ? "" : line.strip();
            }
        } catch (IOException unwilling) {
            return "";
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return "";
        }
    }
}
