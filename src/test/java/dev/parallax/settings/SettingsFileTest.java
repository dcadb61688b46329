package dev.parallax.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parallax.problem.Problem;
import dev.parallax.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SettingsFileTest {
    private static final Settings FULL =
            Settings.DEFAULT
                    .withTheme(Theme.DARK)
                    .withBrowser(Optional.of(Path.of("/opt/chrome")))
                    .withRetentionDays(14)
                    .withRecent(Path.of("/a.parallax"))
                    .withRecent(Path.of("/ü b.parallax"))
                    .withTrusted(new UUID(1, 2), Path.of("/a.parallax"));

    @TempDir Path folder;
    private Path path;
    private SettingsFile file;

    @BeforeEach
    void choosesAFileInAFolderThatIsMissing() {
        path = folder.resolve("config").resolve("settings.json");
        file = new SettingsFile(path);
    }

    @Test
    void hasDefaultsUntilWritten() {
        assertThat(file.read())
                .isEqualTo(new SettingsFile.Reading(Settings.DEFAULT, Optional.empty()));
        assertThat(path).doesNotExist();
    }

    @Test
    void readsBackWhatItWrote() {
        file.write(FULL);

        assertThat(file.read()).isEqualTo(new SettingsFile.Reading(FULL, Optional.empty()));
        assertThat(path.getParent()).isDirectoryContaining(only -> only.equals(path));
        assertThat(path.getParent().toFile().list()).containsExactly("settings.json");
    }

    @Test
    void changesOneSettingAndKeepsTheOthers() {
        file.write(FULL);

        assertThat(file.update(settings -> settings.withTheme(Theme.LIGHT)))
                .isEqualTo(FULL.withTheme(Theme.LIGHT))
                .isEqualTo(file.read().settings());
    }

    @Test
    void keepsMembersOfANewerVersion() throws IOException {
        write("{\"theme\": \"dark\", \"future\": {\"a\": [1, 2]}}");

        file.update(settings -> settings.withRetentionDays(7));

        assertThat(path).content().contains("\"future\"").contains("\"retentionDays\" : 7");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{\"theme\": ",
                "[]",
                "{\"theme\": \"pink\"}",
                "{\"theme\": 1}",
                "{\"retentionDays\": 0}",
                "{\"retentionDays\": \"x\"}",
                "{\"recentWorkspaces\": [1]}",
                "{\"recentWorkspaces\": [\"a\\u0000b\"]}",
                "{\"trustedWorkspaces\": [{\"id\": \"1\"}]}",
                "{\"trustedWorkspaces\": [{\"id\": \"x\", \"path\": \"/a\"}]}",
            })
    void setsABrokenFileAside(String text) throws IOException {
        write(text);

        SettingsFile.Reading reading = file.read();
        file.write(FULL);

        assertThat(reading.settings()).isEqualTo(Settings.DEFAULT);
        assertThat(reading.problem().map(Problem::code)).contains("settings-broken");
        assertThat(reading.problem().orElseThrow().oneLine()).contains("settings.json.broken");
        assertThat(path.resolveSibling("settings.json.broken")).hasContent(text);
    }

    @Test
    void changesNothingInABrokenFileUntilTheUserKnows() throws IOException {
        write("{");

        assertThatThrownBy(() -> file.update(settings -> settings.withRetentionDays(7)))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("[settings-broken]");
        assertThat(path).doesNotExist();
        assertThat(file.update(settings -> settings.withRetentionDays(7)).retentionDays())
                .isEqualTo(7);
    }

    @Test
    void setsAFileAsideThatIsNoText() throws IOException {
        Files.createDirectories(path.getParent());
        Files.write(path, new byte[] {(byte) 0xff, 0, (byte) 0xfe});

        assertThat(file.read().problem()).isPresent();
        assertThat(path.resolveSibling("settings.json.broken")).isNotEmptyFile();
    }

    @Test
    void neverReplacesAFileSetAsideBefore() throws IOException {
        write("first");
        file.read();
        write("second");
        file.read();

        assertThat(path.resolveSibling("settings.json.broken")).hasContent("first");
        assertThat(path.resolveSibling("settings.json.broken-2")).hasContent("second");
    }

    @Test
    void saysWhenItCannotWrite() throws IOException {
        Files.writeString(folder.resolve("config"), "in the way");

        assertThatThrownBy(() -> file.write(FULL))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("[settings-unusable]");
    }

    @Test
    void remembersTheLastTenWorkspaces() {
        Settings settings = Settings.DEFAULT;
        for (int i = 0; i < 12; i++) {
            settings = settings.withRecent(Path.of("/" + i));
        }
        settings = settings.withRecent(Path.of("/5")).withoutRecent(Path.of("/11"));

        assertThat(settings.recentWorkspaces())
                .isEqualTo(
                        List.of(5, 10, 9, 8, 7, 6, 4, 3, 2).stream()
                                .map(i -> Path.of("/" + i))
                                .toList());
    }

    @Test
    void trustsAWorkspaceOnlyAtThePlaceItWasTrustedAt() {
        assertThat(FULL.trust(new UUID(1, 2), Path.of("/x/../a.parallax")))
                .isEqualTo(TrustState.TRUSTED);
        assertThat(FULL.trust(new UUID(1, 2), Path.of("/downloads/a.parallax")))
                .isEqualTo(TrustState.UNTRUSTED);
        assertThat(FULL.trust(new UUID(1, 3), Path.of("/a.parallax")))
                .isEqualTo(TrustState.UNTRUSTED);
    }

    private void write(String text) throws IOException {
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }
}
