package dev.parallax.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parallax.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class WorkspaceTest {
    private static final InstantSource CLOCK =
            InstantSource.fixed(Instant.parse("2026-03-01T10:00:00Z"));

    @TempDir Path folder;

    @Test
    void opensWhatItMade() {
        Path file = folder.resolve("shop.parallax");
        try (var made = Workspace.create(file, CLOCK)) {
            try (var opened = Workspace.open(file, CLOCK)) {
                assertThat(opened.id()).isEqualTo(made.id());
                assertThat(opened.path()).isEqualTo(file);
            }
        }
        assertThat(files()).containsExactly("shop.parallax");
    }

    @Test
    void setsTheFileUpAsDesigned() {
        try (var workspace = Workspace.create(folder.resolve("a.parallax"), CLOCK)) {
            Database database = workspace.database();
            assertThat(pragmas(database::write))
                    .containsExactly("wal", "2", "0", "0", "1", "16384", "2", "1347570776", "1");
            assertThat(pragmas(database::writeBulk))
                    .containsExactly("wal", "1", "0", "0", "1", "16384", "2", "1347570776", "1");
        }
    }

    @Test
    void refusesToWriteWhileReading() {
        try (var workspace = Workspace.create(folder.resolve("a.parallax"), CLOCK)) {
            assertThatThrownBy(() ->
                            workspace
                                    .database()
                                    .read(handle -> handle.execute("DELETE FROM journey")))
                    .isInstanceOf(ProblemException.class)
                    .hasMessageContaining("[workspace-read-only]");
        }
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
            return list.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException failed) {
            throw new AssertionError(failed);
        }
    }
}
