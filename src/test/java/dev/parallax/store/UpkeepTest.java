package dev.parallax.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parallax.measure.Profile;
import dev.parallax.measure.Run;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class UpkeepTest {
    @TempDir Path folder;
    private Path file;
    private Workspace workspace;

    @BeforeEach
    void open() {
        file = folder.resolve("w.parallax");
        workspace = Workspace.create(file, Samples.CLOCK);
        workspace.journeys().save(Samples.journey("buy"));
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    @Test
    void tellsTheFacts() {
        workspace.runs().save(Samples.fullRun("buy"));

        WorkspaceFacts facts = workspace.facts();

        assertThat(facts)
                .isEqualTo(
                        new WorkspaceFacts(
                                file,
                                workspace.id(),
                                Migrations.RELEASED.newest(),
                                Samples.START,
                                facts.sizes(),
                                new WorkspaceFacts.Counts(1, 0, 1, 1, 0, 0)));
        assertThat(facts.sizes().fileBytes()).isGreaterThan(300_000).isLessThan(2_000_000);
        assertThat(facts.sizes().logBytes()).isPositive();
        assertThat(facts.sizes().unusedBytes()).isZero();
    }

    @Test
    void findsNothingWrongWithASoundWorkspace() {
        workspace.runs().save(Samples.fullRun("buy"));

        assertThat(workspace.verify()).isEmpty();
    }

    @Test
    void findsDamagedPages() throws IOException {
        fillAndClose();
        try (var bytes = new RandomAccessFile(file.toFile(), "rw")) {
            for (long at = 16_384 * 60; at < bytes.length() - 100; at += 16_384) {
                bytes.seek(at);
                bytes.write("damaged!".repeat(8).getBytes(StandardCharsets.US_ASCII));
            }
        }

        try (var damaged = Workspace.open(file, Samples.CLOCK)) {
            assertThat(damaged.verify()).isNotEmpty();
        }
    }

    @Test
    void findsRowsThatPointNowhere() throws SQLException {
        workspace.runs().save(Samples.fullRun("buy"));
        workspace.close();
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = connection.createStatement()) {
            statement.executeUpdate("DELETE FROM iteration WHERE number = 1");
        }

        try (var damaged = Workspace.open(file, Samples.CLOCK)) {
            assertThat(damaged.verify())
                    .contains(
                            "a row of step_result points at a row of iteration that is not there");
        }
    }

    @Test
    void copiesTheWorkspace() {
        Run run = Samples.fullRun("buy");
        workspace.runs().save(run);
        Path copy = folder.resolve("copy.parallax");

        workspace.backUp(copy);

        try (var opened = Workspace.open(copy, Samples.CLOCK)) {
            assertThat(opened.id()).isEqualTo(workspace.id());
            assertThat(opened.runs().find(run.id())).isPresent();
            assertThat(opened.verify()).isEmpty();
        }
        assertThat(folder.toFile().list((_, name) -> name.startsWith("."))).isEmpty();
    }

    @Test
    void neverOverwritesWithABackup() throws IOException {
        Path copy = Files.writeString(folder.resolve("copy.parallax"), "precious");

        assertThatThrownBy(() -> workspace.backUp(copy)).hasMessageEndingWith("[backup-exists]");
        assertThatThrownBy(() -> workspace.backUp(file)).hasMessageEndingWith("[backup-exists]");
        assertThatThrownBy(() -> workspace.backUp(folder.resolve("no").resolve("where")))
                .hasMessageEndingWith("[workspace-cannot-open]");

        assertThat(copy).hasContent("precious");
    }

    @Test
    void givesSpaceBack() {
        fill();
        workspace
                .database()
                .writeWithBallast(handle -> handle.execute("DELETE FROM dataset WHERE id = 1"));
        assertThat(workspace.facts().sizes().unusedBytes()).isGreaterThan(20_000_000);

        long givenBack = workspace.compact();

        assertThat(givenBack).isGreaterThan(20_000_000);
        assertThat(workspace.facts().sizes().unusedBytes()).isZero();
        assertThat(file.toFile().length()).isLessThan(2_000_000);
        assertThat(workspace.verify()).isEmpty();
    }

    @Test
    void showsOutsidersWhatIsThere() throws SQLException {
        workspace.runs().save(Samples.fullRun("buy"));
        var plan =
                new CheckStore.Plan(
                        "often", "buy", Profile.DESKTOP, "5m", CheckStore.Activity.ACTIVE);
        workspace.slots().claim(workspace.checks().add(plan).id(), Samples.START, "me");
        fill();

        assertThat(rows("SELECT name, revision, kind, steps, saved_at FROM v_journeys"))
                .containsExactly("buy|1|browser|4|2026-03-01T10:00:00.123Z");
        assertThat(
                        rows(
                                """
                                SELECT journey, status, tainted, started_at, took_ms, profile,
                                       iterations, failed_iterations, problem_code
                                  FROM v_runs
                                """))
                .containsExactly(
                        "buy|failed|1|2026-03-01T10:00:00.123Z|12345.678901|mobile|2|1|step-failed");
        assertThat(rows("SELECT iteration, failed, page, metric, value FROM v_page_metrics"))
                .containsExactlyInAnyOrder(
                        "1|0|home|lcp|2000.5",
                        "1|0|home|cls|0.0123",
                        "1|0|home|inp|16.0",
                        "2|1|home|lcp|99999.0");
        assertThat(rows("SELECT label, outcome, took_ms FROM v_steps WHERE iteration = 1"))
                .containsExactly("Open|done|1.234567", "Click|done|0.0");
        assertThat(rows("SELECT method, status, wait_ms FROM v_exchanges"))
                .containsExactly("GET|200|100.5", "POST|0|null");
        assertThat(rows("SELECT \"check\", due_at, status FROM v_slots"))
                .containsExactly("often|2026-03-01T10:00:00.123Z|running");
        assertThat(
                        rows(
                                """
                                SELECT name, format, page_views, kind, imports, excluded
                                  FROM v_data_sets
                                """))
                .containsExactly("big|csv|5|page-views|1|1");
        assertThat(rows("SELECT import, data_set, page_views, excluded FROM v_imports"))
                .containsExactly("7|big|5|1");
    }

    private List<String> rows(String query) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            var lines = new java.util.ArrayList<String>();
            while (rows.next()) {
                var line = new java.util.StringJoiner("|");
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    line.add(String.valueOf(rows.getObject(i)));
                }
                lines.add(line.toString());
            }
            return lines;
        }
    }

    private void fillAndClose() {
        fill();
        workspace.close();
    }

    /// A data set of 24 MB that is all blobs.
    private void fill() {
        workspace
                .database()
                .writeBulk(handle -> {
                    handle.execute(
                            """
                            INSERT INTO dataset (id, name, state, imported_at)
                            VALUES (1, 'big', 1, 0)
                            """);
                    handle.execute(
                            """
                            INSERT INTO import (id, dataset, state, imported_at, rows, page_views, format)
                            VALUES (7, 1, 1, 0, 6, 5, 'csv')
                            """);
                    return handle.execute(
                            """
                            WITH RECURSIVE n (i) AS (
                                SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 80)
                            INSERT INTO chunk_col (dataset, col, no, enc, codec, raw, data)
                            SELECT 1, 1, i, 0, 0, 0, randomblob(300000) FROM n
                            """);
                });
    }
}
