package dev.parallax.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parallax.problem.ProblemException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class WorkspaceTest {
    @TempDir Path folder;
    private Path file;

    @BeforeEach
    void chooseAFile() {
        file = folder.resolve("shop ü.parallax");
    }

    @Test
    void opensWhatItMade() {
        try (var made = Workspace.create(file, Samples.CLOCK)) {
            try (var opened = Workspace.open(file, Samples.CLOCK)) {
                assertThat(opened.id()).isEqualTo(made.id());
                assertThat(opened.path()).isEqualTo(file);
            }
        }
        assertThat(files()).containsExactly("shop ü.parallax");
    }

    @Test
    void opensOrCreates() {
        try (var made = Workspace.openOrCreate(file, Samples.CLOCK);
                var opened = Workspace.openOrCreate(file, Samples.CLOCK)) {
            assertThat(opened.id()).isEqualTo(made.id());
        }
    }

    @Test
    void opensTheSameFileBehindALinkWhileItIsOpen() throws IOException {
        Path link = folder.resolve("link.parallax");
        try (var made = Workspace.create(file, Samples.CLOCK)) {
            Files.createSymbolicLink(link, file);
            try (var linked = Workspace.open(link, Samples.CLOCK)) {
                linked.markAsDemo();
                assertThat(linked.id()).isEqualTo(made.id());
            }
            assertThat(made.isDemo()).isTrue();
        }
        assertThat(files()).containsExactly("link.parallax", "shop ü.parallax");
    }

    @Test
    void givesEveryWorkspaceAnIdOfItsOwn() {
        try (var one = Workspace.create(file, Samples.CLOCK);
                var other = Workspace.create(folder.resolve("b.parallax"), Samples.CLOCK)) {
            assertThat(one.id()).isNotEqualTo(other.id());
        }
    }

    @Test
    void setsTheFileUpAsDesigned() {
        try (var workspace = Workspace.create(file, Samples.CLOCK)) {
            Database database = workspace.database();
            assertThat(pragmas(database::write))
                    .containsExactly(
                            "wal",
                            "2",
                            "0",
                            "0",
                            "1",
                            "16384",
                            "2",
                            "1347570776",
                            String.valueOf(Migrations.RELEASED.newest()));
            assertThat(pragmas(database::writeBulk))
                    .containsExactly(
                            "wal",
                            "1",
                            "0",
                            "0",
                            "1",
                            "16384",
                            "2",
                            "1347570776",
                            String.valueOf(Migrations.RELEASED.newest()));
        }
    }

    @Test
    void keepsTheMarkOfTheDemo() {
        try (var workspace = Workspace.create(file, Samples.CLOCK)) {
            assertThat(workspace.isDemo()).isFalse();
            workspace.markAsDemo();
        }
        try (var workspace = Workspace.open(file, Samples.CLOCK)) {
            assertThat(workspace.isDemo()).isTrue();
        }
    }

    @Test
    void refusesToCreateOverAnything() throws IOException {
        Files.writeString(file, "precious");

        assertRefused("workspace-exists", () -> Workspace.create(file, Samples.CLOCK));
        assertRefused("workspace-exists", () -> Workspace.create(folder, Samples.CLOCK));
        assertThat(file).hasContent("precious");
    }

    @Test
    void refusesToCreateWhereThereIsNoFolder() {
        Path lost = folder.resolve("no").resolve("where.parallax");

        assertRefused("workspace-name", () -> Workspace.create(lost, Samples.CLOCK));
        assertThat(files()).isEmpty();
    }

    @Test
    void refusesANameThatSqliteWouldReadAsOptions() {
        Path odd = folder.resolve("a.parallax?journal_mode=off");

        assertRefused("workspace-name", () -> Workspace.create(odd, Samples.CLOCK));
    }

    @Test
    void saysThatThereIsNoSuchFile() {
        assertRefused("workspace-missing", () -> Workspace.open(file, Samples.CLOCK));
        assertThat(files()).isEmpty();
    }

    @Test
    void saysThatItIsAFolder() {
        assertRefused("workspace-is-folder", () -> Workspace.open(folder, Samples.CLOCK));
    }

    @Test
    void saysThatTheFileIsEmpty() throws IOException {
        Files.createFile(file);

        assertRefused("workspace-foreign", () -> Workspace.open(file, Samples.CLOCK));
        assertThat(file).isEmptyFile();
        assertThat(files()).hasSize(1);
    }

    @Test
    void saysThatItIsNoSqliteFile() throws IOException {
        String text = "name,value\n".repeat(500);
        Files.writeString(file, text);

        assertRefused("workspace-foreign", () -> Workspace.open(file, Samples.CLOCK));
        assertThat(file).hasContent(text);
        assertThat(files()).hasSize(1);
    }

    @Test
    void saysThatItIsAnotherProgramsFile() throws IOException, SQLException {
        sql("CREATE TABLE bookmarks (url TEXT)");
        byte[] before = Files.readAllBytes(file);

        assertRefused("workspace-foreign", () -> Workspace.open(file, Samples.CLOCK));
        assertThat(file).hasBinaryContent(before);
        assertThat(files()).hasSize(1);
    }

    @Test
    void leavesAnotherProgramsLogAlone() throws IOException, SQLException {
        sql("PRAGMA journal_mode = WAL; CREATE TABLE bookmarks (url TEXT)");
        byte[] before = Files.readAllBytes(file);

        assertRefused("workspace-foreign", () -> Workspace.open(file, Samples.CLOCK));
        assertThat(file).hasBinaryContent(before);
        assertThat(files()).hasSize(1);
    }

    @Test
    void saysThatTheWorkspaceIsNewer() throws SQLException {
        makeClosed();
        sql("PRAGMA user_version = 99");

        assertThatThrownBy(() -> Workspace.open(file, Samples.CLOCK))
                .hasMessageContaining(
                        "it has version 99, this program knows versions up to "
                                + Migrations.RELEASED.newest())
                .hasMessageContaining("[workspace-newer]");
    }

    @Test
    void saysThatTheWorkspaceHasNoVersion() throws SQLException {
        makeClosed();
        sql("PRAGMA user_version = 0");

        assertRefused("workspace-damaged", () -> Workspace.open(file, Samples.CLOCK));
    }

    @Test
    void refusesAWorkspaceWithoutOneOfItsTables() throws SQLException {
        makeClosed();
        sql("DROP TABLE slot");

        assertRefused("workspace-damaged", () -> Workspace.open(file, Samples.CLOCK));
    }

    @Test
    void refusesAWorkspaceWhoseTablesWereChanged() throws SQLException {
        makeClosed();
        sql("DROP VIEW v_runs; CREATE VIEW v_runs AS SELECT 1");

        assertRefused("workspace-damaged", () -> Workspace.open(file, Samples.CLOCK));
    }

    @Test
    void refusesAWorkspaceThatActsByItself() throws SQLException {
        makeClosed();
        sql("CREATE TRIGGER t AFTER INSERT ON run BEGIN DELETE FROM journey; END");

        assertThatThrownBy(() -> Workspace.open(file, Samples.CLOCK))
                .hasMessageContaining("it has the trigger t")
                .hasMessageContaining("[workspace-damaged]");
    }

    @Test
    void acceptsTablesOfTheOwnersOwn() throws SQLException {
        makeClosed();
        sql("CREATE TABLE my_notes (text TEXT); CREATE INDEX my_index ON run (engine)");

        try (var workspace = Workspace.open(file, Samples.CLOCK)) {
            assertThat(workspace.verify()).isEmpty();
        }
    }

    @Test
    void saysThatTheFileIsCutOff() throws IOException {
        makeClosed();
        try (var cut = new RandomAccessFile(file.toFile(), "rw")) {
            cut.setLength(20_000);
        }

        assertRefused("workspace-damaged", () -> Workspace.open(file, Samples.CLOCK));
    }

    @Test
    void saysThatTheSchemaIsUnreadable() throws IOException {
        makeClosed();
        overwrite(100, 4_000);

        assertRefused("workspace-damaged", () -> Workspace.open(file, Samples.CLOCK));
    }

    @Test
    void saysThatSomebodyKeepsTheFileLocked() throws SQLException {
        makeClosed();
        try (var other = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = other.createStatement()) {
            statement.executeUpdate(
                    "PRAGMA locking_mode = EXCLUSIVE; BEGIN IMMEDIATE; UPDATE workspace SET demo = 1");

            assertRefused("workspace-busy", () -> Workspace.open(file, Samples.CLOCK));
        }
    }

    @Test
    void saysThatItIsClosed() {
        var workspace = Workspace.create(file, Samples.CLOCK);
        workspace.close();
        workspace.close();

        assertRefused("workspace-closed", workspace::isDemo);
        assertRefused("workspace-closed", workspace::markAsDemo);
    }

    private void makeClosed() {
        Workspace.create(file, Samples.CLOCK).close();
    }

    private void sql(String statements) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = connection.createStatement()) {
            statement.executeUpdate(statements);
        }
    }

    private void overwrite(long offset, int length) throws IOException {
        try (var bytes = new RandomAccessFile(file.toFile(), "rw")) {
            bytes.seek(offset);
            bytes.write("x".repeat(length).getBytes(StandardCharsets.US_ASCII));
        }
    }

    private static void assertRefused(String code, ThrowingCallable action) {
        assertThatThrownBy(action)
                .isInstanceOf(ProblemException.class)
                .hasMessageEndingWith("[" + code + "]")
                .hasMessageNotContaining("\n");
    }

    private interface Way {
        <T> T go(Work<T> work);
    }

    private static List<String> pragmas(Way way) {
        return way.go(handle ->
                Stream.of(
                                "journal_mode",
                                "synchronous",
                                "trusted_schema",
                                "mmap_size",
                                "foreign_keys",
                                "page_size",
                                "auto_vacuum",
                                "application_id",
                                "user_version")
                        .map(name -> handle.createQuery("PRAGMA " + name).mapTo(String.class).one())
                        .toList());
    }

    private List<String> files() {
        try (var list = Files.list(folder)) {
            return list.map(path -> path.getFileName().toString()).sorted().toList();
        } catch (IOException failed) {
            throw new AssertionError(failed);
        }
    }
}
