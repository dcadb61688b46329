package dev.parallax.store;

import dev.parallax.problem.Problem;
import dev.parallax.problem.ProblemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.sqlite.SQLiteErrorCode;

/// Looks a workspace over, copies it, and makes its file smaller.
final class Upkeep {
    /// 1,024 pages are 16 MB: a write that results wait for.
    private static final String GIVE_PAGES_BACK =
            """
            PRAGMA incremental_vacuum(1024);
            PRAGMA wal_checkpoint(TRUNCATE);
            """;

    private static final String FACTS =
            """
            SELECT w.id,
                   w.created_at,
                   (SELECT count(*) FROM journey WHERE deleted_at IS NULL) AS journeys,
                   (SELECT count(*) FROM check_plan) AS checks,
                   (SELECT count(*) FROM run) AS runs,
                   (SELECT count(*) FROM screenshot) AS screenshots,
                   (SELECT count(*) FROM dataset WHERE state = 1) AS data_sets,
                   (SELECT coalesce(sum(page_views), 0) FROM v_data_sets) AS page_views
              FROM workspace w
            """;

    private final Path file;
    private final Database database;
    private final Connections connections;
    private final Path log;

    Upkeep(Path file, Database database) {
        this.file = file;
        this.database = database;
        this.connections = new Connections(file);
        this.log = Path.of(connections.file() + "-wal");
    }

    WorkspaceFacts facts() {
        return database.read(
                handle -> handle.createQuery(FACTS).map((row, _) -> facts(handle, row)).one());
    }

    private WorkspaceFacts facts(Handle handle, ResultSet row) throws SQLException {
        long pageBytes = number(handle, "PRAGMA page_size");
        return new WorkspaceFacts(
                file,
                UUID.fromString(row.getString("id")),
                (int) number(handle, "PRAGMA user_version"),
                Instant.ofEpochMilli(row.getLong("created_at")),
                new WorkspaceFacts.Sizes(
                        file.toFile().length(),
                        log.toFile().length(),
                        pageBytes * number(handle, "PRAGMA freelist_count")),
                new WorkspaceFacts.Counts(
                        row.getLong("journeys"),
                        row.getLong("checks"),
                        row.getLong("runs"),
                        row.getLong("screenshots"),
                        row.getLong("data_sets"),
                        row.getLong("page_views")));
    }

    List<String> verify() {
        List<String> damage = database.read(Upkeep::integrity);
        return damage.isEmpty() ? database.read(Upkeep::meaning) : damage;
    }

    /// Some damage is told by `integrity_check`, some stops it.
    private static List<String> integrity(Handle handle) {
        try {
            return texts(handle, "PRAGMA integrity_check").stream()
                    .filter(line -> !line.equals("ok"))
                    .toList();
        } catch (RuntimeException failed) {
            if (WorkspaceProblems.primaryCode(failed) == SQLiteErrorCode.SQLITE_CORRUPT) {
                return List.of("the file is damaged so badly that it cannot be checked");
            }
            throw failed;
        }
    }

    private static List<String> meaning(Handle handle) {
        return Stream.of(references(handle), Schema.differences(handle, Migrations.RELEASED))
                .flatMap(List::stream)
                .toList();
    }

    private static List<String> references(Handle handle) {
        return handle
                .createQuery("PRAGMA foreign_key_check")
                .map((row, _) ->
                        "a row of %s points at a row of %s that is not there"
                                .formatted(row.getString("table"), row.getString("parent")))
                .list()
                .stream()
                .distinct()
                .toList();
    }

    void backUp(Path target) {
        Path copy = target.toAbsolutePath().normalize();
        if (Files.exists(copy)) {
            throw new ProblemException(
                    Problem.usage(
                            "backup-exists",
                            "cannot write the backup " + copy,
                            "there is a file of this name",
                            "choose another name"));
        }
        try (Handle handle = connections.forResults()) {
            Copy.of(handle, copy);
        } catch (RuntimeException failed) {
            throw new WorkspaceProblems(copy).explain(failed);
        }
    }

    long compact() {
        long before = file.toFile().length();
        long unused = unusedPages();
        long rest;
        do {
            rest = unused;
            database.alone(Upkeep::givePagesBack);
            unused = unusedPages();
        } while (unused < rest);
        return Math.max(0, before - file.toFile().length());
    }

    private static boolean givePagesBack(Handle handle) throws SQLException {
        Database.script(handle, GIVE_PAGES_BACK);
        return true;
    }

    private long unusedPages() {
        return database.read(handle -> number(handle, "PRAGMA freelist_count"));
    }

    private static long number(Handle handle, String pragma) {
        return handle.createQuery(pragma).mapTo(long.class).one();
    }

    private static List<String> texts(Handle handle, String pragma) {
        return handle.createQuery(pragma).mapTo(String.class).list();
    }
}
