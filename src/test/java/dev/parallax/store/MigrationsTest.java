package dev.parallax.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Brings a workspace of the present version, made by the released scripts, to a next one that is
/// made up, and one of version 1 to the present.
final class MigrationsTest {
    private static final int NOW = Migrations.RELEASED.newest();
    private static final int NEXT = NOW + 1;
    private static final Migrations LATER =
            withOneMore(
                    """
                    PRAGMA user_version = %d;
                    ALTER TABLE journey ADD COLUMN colour TEXT NOT NULL DEFAULT 'blue';
                    UPDATE journey SET colour = 'red' WHERE name = 'buy';
                    """);
    private static final Migrations BROKEN =
            withOneMore(
                    """
                    PRAGMA user_version = %d;
                    DELETE FROM journey;
                    INSERT INTO nowhere VALUES (1);
                    """);

    private static Migrations withOneMore(String script) {
        var scripts = new ArrayList<>(Migrations.RELEASED.scripts());
        scripts.add(script.formatted(NEXT));
        return new Migrations(scripts);
    }

    @TempDir Path folder;
    private Path file;
    private UUID id;

    @BeforeEach
    void makeAWorkspace() {
        file = folder.resolve("w.parallax");
        try (var workspace = Workspace.create(file, Samples.CLOCK)) {
            workspace.journeys().save(Samples.journey("buy"));
            id = workspace.id();
        }
    }

    @Test
    void bringsAnOldWorkspaceToThePresentAndKeepsABackup() {
        try (Database database = new WorkspaceFile(file, LATER).open(Samples.START)) {
            List<String> colours =
                    database.read(handle ->
                            handle.createQuery("SELECT colour FROM journey")
                                    .mapTo(String.class)
                                    .list());
            assertThat(colours).containsExactly("red");
        }
        Path backup = folder.resolve("w.parallax.v" + NOW + "-backup");
        try (var old = Workspace.open(backup, Samples.CLOCK)) {
            assertThat(old.id()).isEqualTo(id);
            assertThat(old.journeys().list()).hasSize(1);
            assertThat(old.facts().version()).isEqualTo(NOW);
        }
        assertThatThrownBy(() -> Workspace.open(file, Samples.CLOCK))
                .hasMessageEndingWith("[workspace-newer]");
    }

    @Test
    void keepsEarlierBackups() throws IOException {
        Path earlier =
                Files.writeString(folder.resolve("w.parallax.v" + NOW + "-backup"), "precious");

        new WorkspaceFile(file, LATER).open(Samples.START).close();

        assertThat(earlier).hasContent("precious");
        assertThat(folder.resolve("w.parallax.v" + NOW + "-backup-2")).isNotEmptyFile();
    }

    @Test
    void takesBackAMigrationThatFails() {
        assertThatThrownBy(() -> new WorkspaceFile(file, BROKEN).open(Samples.START))
                .hasMessageContaining("nowhere");

        try (var workspace = Workspace.open(file, Samples.CLOCK)) {
            assertThat(workspace.facts().version()).isEqualTo(NOW);
            assertThat(workspace.journeys().list()).hasSize(1);
            assertThat(workspace.verify()).isEmpty();
        }
    }

    @Test
    void refusesToMigrateWhatSomebodyHasOpen() {
        try (var open = Workspace.open(file, Samples.CLOCK)) {
            assertThatThrownBy(() -> new WorkspaceFile(file, LATER).open(Samples.START))
                    .hasMessageEndingWith("[workspace-busy]");
            assertThat(open.facts().version()).isEqualTo(NOW);
        }
        assertThat(folder.resolve("w.parallax.v" + NOW + "-backup")).doesNotExist();
    }
}
