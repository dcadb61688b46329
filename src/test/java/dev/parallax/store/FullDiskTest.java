package dev.parallax.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// A disk of 16 MB, mounted in a name space of its own, so that nobody else sees it and no rights
/// are needed where the system lets users have such.
@Timeout(60)
@EnabledOnOs(OS.LINUX)
final class FullDiskTest {
    private static final String ON_A_SMALL_DISK =
            """
            mount -t tmpfs -o size=16m tmpfs "$0" && exec "$@"
            """;

    private static final String ON_A_PROTECTED_DISK =
            """
            mount -t tmpfs -o size=16m tmpfs "$0" && cp "$0.parallax" "$0/w.parallax" &&
            mount -o remount,ro "$0" && exec "$@"
            """;

    @TempDir Path folder;
    private Path disk;

    @BeforeEach
    void makeAPlaceForTheDisk() throws IOException {
        disk = Files.createDirectory(folder.resolve("disk"));
    }

    @Test
    void stillDeletesAndKeepsTheScheduleOnAFullDisk() throws IOException, InterruptedException {
        assertThat(inANameSpace(ON_A_SMALL_DISK, "fill"))
                .containsExactly(
                        "workspace-disk-full",
                        "stored true",
                        "claimed true",
                        "journeys 2",
                        "faults []",
                        "ballast 2097152",
                        "opened 2");
    }

    @Test
    void saysThatTheDiskIsWriteProtected() throws IOException, InterruptedException {
        Workspace.create(folder.resolve("disk.parallax"), Samples.CLOCK).close();

        assertThat(inANameSpace(ON_A_PROTECTED_DISK, "open"))
                .containsExactly("workspace-read-only");
    }

    private List<String> inANameSpace(String script, String job)
            throws IOException, InterruptedException {
        assumeTrue(canMount(), "this system lets users mount nothing");
        List<String> command = new ArrayList<>(unshare());
        command.addAll(List.of("sh", "-c", script, disk.toString()));
        command.addAll(OtherProcess.command(job, disk.resolve("w.parallax")));
        try (var other = OtherProcess.start(command)) {
            return other.allLines();
        }
    }

    private boolean canMount() throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(unshare());
        command.addAll(List.of("mount", "-t", "tmpfs", "tmpfs", folder.toString()));
        return new ProcessBuilder(command).start().waitFor() == 0;
    }

    private static List<String> unshare() {
        return List.of("unshare", "--user", "--map-root-user", "--mount");
    }
}
