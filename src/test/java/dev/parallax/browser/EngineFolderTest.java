package dev.parallax.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parallax.problem.ProblemException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Profiles of dead processes go, those of living ones stay.
final class EngineFolderTest {
    @TempDir private Path parent;

    @Test
    void sweepsAwayWhatADeadProcessLeft() throws IOException {
        Path dead =
                Files.createDirectories(
                        parent.resolve("engine-17/playwright_chromiumdev_profile-x"));
        Files.writeString(dead.resolve("Cookies"), "old");
        Files.createFile(parent.resolve("engine-17.lock"));
        Path other = Files.createDirectories(parent.resolve("something-else"));

        EngineFolder folder = EngineFolder.open(parent, 4711);

        assertThat(parent.resolve("engine-17")).doesNotExist();
        assertThat(parent.resolve("engine-17.lock")).doesNotExist();
        assertThat(other).isDirectory();
        assertThat(folder.path()).isEqualTo(parent.resolve("engine-4711")).isDirectory();
    }

    @Test
    void leavesTheFolderOfALivingProcessAlone() throws IOException {
        Path living = Files.createDirectories(parent.resolve("engine-18"));
        try (var channel =
                        FileChannel.open(
                                parent.resolve("engine-18.lock"),
                                StandardOpenOption.CREATE,
                                StandardOpenOption.WRITE);
                var lock = channel.lock()) {
            EngineFolder.open(parent, 4712);

            assertThat(lock.isValid()).isTrue();
            assertThat(living).isDirectory();
        }
    }

    @Test
    void isEmptiedBehindTheLastBrowser() throws IOException {
        EngineFolder folder = EngineFolder.open(parent, 4713);
        folder.enter();
        folder.enter();
        Path profile = Files.createDirectories(folder.path().resolve("profile"));
        Files.writeString(profile.resolve("Cookies"), "new");

        folder.leave();
        assertThat(profile).isDirectory();
        folder.leave();

        assertThat(folder.path()).isEmptyDirectory();
    }

    @Test
    void saysThatItCannotBeMade() throws IOException {
        Path file = Files.createFile(parent.resolve("file"));

        assertThatThrownBy(() -> EngineFolder.open(file, 1))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem().code()).isEqualTo("engine-folder"));
    }
}
