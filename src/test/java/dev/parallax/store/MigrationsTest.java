package dev.parallax.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parallax.metric.Definition;
import dev.parallax.metric.Metric;
import dev.parallax.rum.Dataset;
import dev.parallax.rum.ImportRecord;
import dev.parallax.rum.MetricOrigin;
import dev.parallax.rum.PageViews;
import dev.parallax.rum.Provenance;
import dev.parallax.rum.Segment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
    void makesOneImportOfEachDataSetOfVersionOne() throws SQLException {
        Path old = folder.resolve("old.parallax");
        new WorkspaceFile(old, Migrations.RELEASED.upTo(1)).create(Samples.START);
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + old);
                var statement = connection.createStatement()) {
            statement.executeUpdate(
                    """
                    INSERT INTO dataset (id, name, state, rows, weight, ts_min, ts_max, imported_at, format, metrics)
                    VALUES (3, 'field', 1, 2, 2.0, 1000, 2000, 3000, 'csv',
                            '{"lcp":{"views":1,"definition":"same","unit":"s (from the header)"}}'),
                           (4, 'half done', 0, 0, 0, NULL, NULL, 0, '', '{}');
                    INSERT INTO dict VALUES (3, 2, 1, '/cart');
                    INSERT INTO chunk VALUES (3, 0, 1, 1000, 1000), (3, 1, 1, 2000, 2000),
                                             (4, 0, 1, 0, 0);
                    INSERT INTO chunk_col (dataset, col, no, enc, codec, vmin, vmax, raw, data)
                    VALUES (3, 18, 0, 1, 0, 12345, 12345, 0, x'');
                    """);
        }
        try (var workspace = Workspace.open(old, Samples.CLOCK)) {
            PageViewStore store = workspace.pageViews();
            assertThat(workspace.verify()).isEmpty();
            assertThat(store.list()).hasSize(1);
            Dataset field = store.get("field");
            assertThat(field.size()).isEqualTo(new Dataset.Size(2, 2, 2.0, Dataset.Weighting.NONE));
            assertThat(field.imported()).isEqualTo(Instant.ofEpochMilli(3000));
            assertThat(field.provenance())
                    .isEqualTo(
                            new Provenance(
                                    "csv",
                                    Map.of(
                                            Metric.LCP,
                                            new MetricOrigin(
                                                    1, Definition.SAME, "s (from the header)"))));
            PageViews views = store.open(field);
            assertThat(views.distribution(Metric.LCP, views.select(Segment.ALL)).quantile(0.5))
                    .isEqualTo(12_345);
            store.append("field").finish(ImportRecord.of("csv", 0));
            store.removeImport(field, store.imports(field).getFirst().id());
            assertThat(store.get("field").rows()).isZero();
        }
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
