package dev.parallax.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BallastTest {
    @TempDir Path folder;
    private Path file;
    private Path place;
    private Ballast ballast;

    @BeforeEach
    void makeAWorkspaceFile() throws IOException {
        file = Files.createFile(folder.resolve("w.parallax"));
        place = folder.resolve("w.parallax-ballast");
        ballast = new Ballast(file);
    }

    @Test
    void takesTwoMegabytes() {
        assertThat(ballast.isReleased()).isTrue();

        ballast.take();

        assertThat(place).hasSize(2 * 1024 * 1024);
        assertThat(ballast.isReleased()).isFalse();
    }

    @Test
    void givesThemUpOnce() {
        ballast.take();

        assertThat(ballast.release()).isTrue();

        assertThat(place).doesNotExist();
        assertThat(ballast.release()).isFalse();
    }

    @Test
    void sharesOneBallastAmongProcesses() throws IOException {
        Files.writeString(place, "another's");

        ballast.take();

        assertThat(place).hasContent("another's");
        assertThat(ballast.release()).isTrue();
    }

    @Test
    void staysAsLongAsSomebodyHasTheWorkspaceOpen() throws IOException {
        Path log = Files.createFile(folder.resolve("w.parallax-wal"));
        ballast.take();

        ballast.close();
        assertThat(place).exists();

        Files.delete(log);
        ballast.close();
        assertThat(place).doesNotExist();
    }

    @Test
    void leavesRoomForBulkOnARoomyDisk() {
        assertThat(ballast.leavesRoomForBulk()).isTrue();
    }
}
