package dev.parallax.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Brings a workspace of version 1, made by the released script, to a version 2 that is made up.
final class MigrationsTest {
    private static final String GROUND = Migrations.RELEASED.upTo(1).scripts().getFirst();
    private static final Migrations TWO =
            new Migrations(
                    List.of(
                            GROUND,
                            """
                            PRAGMA user_version = 2;
                            ALTER TABLE journey ADD COLUMN colour TEXT NOT NULL DEFAULT 'blue';
                            UPDATE journey SET colour = 'red' WHERE name = 'buy';
                            """));
    private static final Migrations BROKEN =
            new Migrations(
                    List.of(
                            GROUND,
                            """
                            PRAGMA user_version = 2;
                            DELETE FROM journey;
                            INSERT INTO nowhere VALUES (1);
                            """));

    @TempDir Path folder;
    private Path file;
    private UUID id;

    @BeforeEach
    void makeAWorkspaceOfVersionOne() {
        file = folder.resolve("w.parallax");
        try (var workspace = Workspace.create(file, Samples.CLOCK)) {
            workspace.journeys().save(Samples.journey("buy"));
            id = workspace.id();
        }
    }

    @Test
    void bringsAnOldWorkspaceToThePresentAndKeepsABackup() {
        try (Database database = new WorkspaceFile(file, TWO).open(Samples.START)) {
            List<String> colours =
                    database.read(handle ->
                            handle.createQuery("SELECT colour FROM journey")
                                    .mapTo(String.class)
                                    .list());
            assertThat(colours).containsExactly("red");
        }
        Path backup = folder.resolve("w.parallax.v1-backup");
        try (var old = Workspace.open(backup, Samples.CLOCK)) {
            assertThat(old.id()).isEqualTo(id);
            assertThat(old.journeys().list()).hasSize(1);
            assertThat(old.facts().version()).isEqualTo(1);
        }
        assertThatThrownBy(() -> Workspace.open(file, Samples.CLOCK))
                .hasMessageEndingWith("[workspace-newer]");
    }

    @Test
    void keepsEarlierBackups() throws IOException {
        Path earlier = Files.writeString(folder.resolve("w.parallax.v1-backup"), "precious");

        new WorkspaceFile(file, TWO).open(Samples.START).close();

        assertThat(earlier).hasContent("precious");
        assertThat(folder.resolve("w.parallax.v1-backup-2")).isNotEmptyFile();
    }

    @Test
    void takesBackAMigrationThatFails() {
        assertThatThrownBy(() -> new WorkspaceFile(file, BROKEN).open(Samples.START))
                .hasMessageContaining("nowhere");

        try (var workspace = Workspace.open(file, Samples.CLOCK)) {
            assertThat(workspace.facts().version()).isEqualTo(1);
            assertThat(workspace.journeys().list()).hasSize(1);
            assertThat(workspace.verify()).isEmpty();
        }
    }

    @Test
    void refusesToMigrateWhatSomebodyHasOpen() {
        try (var open = Workspace.open(file, Samples.CLOCK)) {
            assertThatThrownBy(() -> new WorkspaceFile(file, TWO).open(Samples.START))
                    .hasMessageEndingWith("[workspace-busy]");
            assertThat(open.facts().version()).isEqualTo(1);
        }
        assertThat(folder.resolve("w.parallax.v1-backup")).doesNotExist();
    }
}
