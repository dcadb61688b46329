package dev.parallax.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parallax.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PseudonymKeyFileTest {
    @TempDir Path folder;
    private Path path;

    @BeforeEach
    void choosesAFileInAFolderThatIsMissing() {
        path = folder.resolve("config").resolve("pseudonym.key");
    }

    @Test
    void makesOneKeyAndKeepsIt() throws IOException {
        PseudonymKey made = new PseudonymKeyFile(path).key();

        assertThat(new PseudonymKeyFile(path).key()).isEqualTo(made);
        assertThat(Files.readString(path)).matches("[0-9a-f]{32}\n");
    }

    @Test
    void anotherUserHasAnotherKey() {
        assertThat(new PseudonymKeyFile(path).key())
                .isNotEqualTo(new PseudonymKeyFile(folder.resolve("other.key")).key());
    }

    @Test
    void isForItsOwnerOnly() throws IOException {
        new PseudonymKeyFile(path).key();
        assertThat(permissions()).isEqualTo("rw-------");

        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-r--r--"));
        new PseudonymKeyFile(path).key();
        assertThat(permissions()).isEqualTo("rw-------");
    }

    private String permissions() throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    @Test
    void neverReplacesADamagedFile() throws IOException {
        Files.createDirectories(path.getParent());
        Files.writeString(path, "not a key");

        assertThatThrownBy(() -> new PseudonymKeyFile(path).key())
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining(path.toString());
        assertThat(path).hasContent("not a key");
    }

    @Test
    void givesTheSameKeyToAllWhoAskAtOnce() throws Exception {
        var asking = new ArrayList<Callable<PseudonymKey>>();
        for (int i = 0; i < 50; i++) {
            asking.add(() -> new PseudonymKeyFile(path).key());
        }
        var keys = new HashSet<PseudonymKey>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var answer : threads.invokeAll(asking)) {
                keys.add(answer.get());
            }
        }
        assertThat(keys).hasSize(1);
    }

    @Test
    void doesNotShowItsKey() {
        assertThat(new PseudonymKeyFile(path).key()).hasToString("PseudonymKey");
    }
}
