package dev.parallax.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parallax.problem.Problem;
import dev.parallax.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// Which browser is found, and what is said when there is none.
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the browsers of this test are shell scripts")
final class BrowsersTest {
    @TempDir private Path folder;

    @Test
    void takesTheConfiguredOneBeforeAllOthers() throws IOException {
        Path configured = program("mine", "echo 'Google Chrome 150.0.7000.1 beta'");
        program("chromium", "echo 'Chromium 156.0.8078.79 built on Debian'");

        assertThat(browsers(Map.of()).find(configured))
                .isEqualTo(new BrowserInstallation(configured, "Google Chrome", "150.0.7000.1"));
    }

    @Test
    void takesTheOneTheEnvironmentNames() throws IOException {
        Path named = program("named", "echo 'Chromium 1.2.3.4'");

        assertThat(browsers(Map.of(Browsers.VARIABLE, named.toString())).find(null).path())
                .isEqualTo(named);
    }

    @Test
    void prefersChromiumOnThePath() throws IOException {
        program("google-chrome", "echo 'Google Chrome 150.0.7000.1'");
        Path chromium =
                program(
                        "chromium",
                        "echo 'warning' >&2; echo 'Chromium 156.0.8078.79 built on Debian'");

        assertThat(browsers(Map.of()).find(null))
                .isEqualTo(new BrowserInstallation(chromium, "Chromium", "156.0.8078.79"));
    }

    @Test
    void bearsABrowserThatDoesNotTellItsVersion() throws IOException {
        Path silent = program("chromium", "exit 3");

        assertThat(browsers(Map.of()).find(null))
                .isEqualTo(new BrowserInstallation(silent, "chromium", ""));
    }

    @Test
    void doesNotPassOverAWrongPath() throws IOException {
        program("chromium", "echo 'Chromium 156.0.8078.79'");
        Path nothing = folder.resolve("nothing");

        assertThatThrownBy(() -> browsers(Map.of()).find(nothing))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> {
                            assertThat(refused.problem().code()).isEqualTo("browser-not-found");
                            assertThat(refused.problem().kind())
                                    .isEqualTo(Problem.Kind.ENVIRONMENT);
                            assertThat(refused.problem().what()).contains(nothing.toString());
                        });
        assertThatThrownBy(() -> browsers(Map.of(Browsers.VARIABLE, folder.toString())).find(null))
                .hasMessageContaining(Browsers.VARIABLE);
    }

    @Test
    void saysWhatToInstall() {
        String empty = folder.toString();
        var nowhere =
                new Browsers(
                        Map.of(
                                "PATH",
                                empty,
                                "ProgramFiles",
                                empty,
                                "ProgramFiles(x86)",
                                empty,
                                "LocalAppData",
                                empty),
                        Platform.WINDOWS);

        assertThatThrownBy(() -> nowhere.find(null))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("install Google Chrome")
                .hasMessageContaining(Browsers.VARIABLE);
    }

    @Test
    void saysThatAProgramIsNoBrowser() throws IOException {
        var browser =
                new Browser(
                        new BrowserInstallation(program("ls", "exit 1"), "ls", "9"), Beacons.SENT);

        try (browser) {
            assertThatThrownBy(browser::launch)
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            refused ->
                                    assertThat(refused.problem().code())
                                            .isEqualTo("browser-not-launched"));
        }
    }

    private Browsers browsers(Map<String, String> more) {
        var environment = new HashMap<>(more);
        environment.put("PATH", "/nowhere:" + folder);
        return new Browsers(environment, Platform.LINUX);
    }

    private Path program(String name, String body) throws IOException {
        Path program = folder.resolve(name);
        Files.writeString(program, "#!/bin/sh\n" + body + "\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        return program;
    }
}
