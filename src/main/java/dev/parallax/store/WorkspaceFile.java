package dev.parallax.store;

import dev.parallax.problem.ProblemException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A workspace file before it is open: made, looked at, migrated, tidied up after a crash.
final class WorkspaceFile {
    /// `PRLX`; set by the first migration.
    private static final int APPLICATION_ID = 0x50524C58;

    private static final Logger LOG = LoggerFactory.getLogger(WorkspaceFile.class);

    /// Pragmas that must come before the first table. Pages of 16 KB suit the blobs of page views.
    private static final String FIRST_SETTINGS =
            """
            PRAGMA page_size = 16384;
            PRAGMA auto_vacuum = INCREMENTAL;
            """;

    private final Path file;
    private final Migrations migrations;
    private final Connections connections;
    private final WorkspaceProblems problems;

    WorkspaceFile(Path path, Migrations migrations) {
        this.file = path.toAbsolutePath().normalize();
        this.migrations = migrations;
        this.connections = new Connections(file);
        this.problems = new WorkspaceProblems(file);
    }

    Path path() {
        return file;
    }

    boolean exists() {
        return Files.exists(file);
    }

    /// Makes the file, complete or not at all: it is built beside under another name.
    void create(Instant now) {
        requireUsableName();
        if (exists()) {
            throw new ProblemException(problems.exists());
        }
        Path unfinished = Copy.unfinished(file);
        try {
            build(new Connections(unfinished), now);
            Files.move(unfinished, file);
        } catch (SQLException failed) {
            throw problems.explain(new ConnectionException(failed));
        } catch (FileAlreadyExistsException overtaken) {
            throw new ProblemException(problems.exists(), overtaken);
        } catch (IOException failed) {
            throw new ProblemException(problems.cannotOpen(String.valueOf(failed)), failed);
        } catch (RuntimeException failed) {
            throw problems.explain(failed);
        } finally {
            Copy.remove(unfinished);
        }
    }

    private void build(Connections beside, Instant now) throws SQLException {
        try (Handle handle = beside.forCreating(FIRST_SETTINGS)) {
            migrations.apply(handle, 0);
            Database.transaction(handle, held -> fill(held, now));
            handle.execute("PRAGMA journal_mode = WAL");
        }
    }

    private static boolean fill(Handle handle, Instant now) {
        handle.createUpdate("INSERT INTO workspace (one, id, created_at) VALUES (1, :id, :at)")
                .bind("id", UUID.randomUUID().toString())
                .bind("at", now.toEpochMilli())
                .execute();
        return true;
    }

    /// Opens the file, which is tidied up first unless another process has it open, which may still
    /// be at work on what looks left over. Migrating needs the file alone.
    Database open(Instant now) {
        requireUsableName();
        requireFile();
        try {
            int version = requireOurs();
            prepare(version, now);
        } catch (SQLException failed) {
            throw problems.explain(new ConnectionException(failed));
        } catch (RuntimeException failed) {
            throw problems.explain(failed);
        }
        return Database.open(connections);
    }

    /// @return the schema version
    private int requireOurs() throws SQLException {
        try (Handle looking = connections.forLooking()) {
            int application = number(looking, "PRAGMA application_id");
            int version = number(looking, "PRAGMA user_version");
            if (number(looking, "PRAGMA page_count") == 0) {
                throw new ProblemException(problems.foreign("the file is empty"));
            }
            if (application != APPLICATION_ID) {
                throw new ProblemException(
                        problems.foreign("it is an SQLite file of another program"));
            }
            if (version < 1) {
                throw new ProblemException(problems.damaged("it has no version"));
            }
            if (version > migrations.newest()) {
                throw new ProblemException(problems.newer(version, migrations.newest()));
            }
            requireOurTables(looking, version);
            return version;
        }
    }

    private void requireOurTables(Handle looking, int version) {
        List<String> differences = Schema.differences(looking, migrations.upTo(version));
        if (!differences.isEmpty()) {
            throw new ProblemException(problems.damaged(differences.getFirst()));
        }
    }

    private void prepare(int version, Instant now) throws SQLException {
        try (Handle alone = connections.forAlone()) {
            if (version < migrations.newest()) {
                Database.transaction(alone, WorkspaceFile::requireAlone);
                backUp(alone, version);
                migrations.apply(alone, version);
            }
            Database.transaction(alone, held -> Leftovers.tidyUp(held, now));
        } catch (SQLException | RuntimeException failed) {
            if (!canWait(failed) || version < migrations.newest()) {
                throw failed;
            }
        }
    }

    /// Fails at once if anybody else has the file open: the lock has been taken for it.
    private static boolean requireAlone(Handle alone) {
        return number(alone, "PRAGMA user_version") > 0;
    }

    /// Tidying up can wait until nobody else has the file open, or until the disk has space again.
    private static boolean canWait(Exception failed) {
        return switch (WorkspaceProblems.primaryCode(failed)) {
            case SQLITE_BUSY, SQLITE_FULL -> true;
            default -> false;
        };
    }

    private void backUp(Handle handle, int version) {
        Path backup = file.resolveSibling(file.getFileName() + ".v" + version + "-backup");
        for (int i = 2; Files.exists(backup); i++) {
            backup = file.resolveSibling(file.getFileName() + ".v" + version + "-backup-" + i);
        }
        Copy.of(handle, backup);
        LOG.info("kept the workspace of version {} as {}", version, backup);
    }

    private static int number(Handle handle, String pragma) {
        return handle.createQuery(pragma).mapTo(int.class).one();
    }

    private void requireUsableName() {
        if (connections.file().toString().indexOf('?') >= 0) {
            throw new ProblemException(problems.badName("its path has a question mark"));
        }
        Path folder = file.getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new ProblemException(problems.badName("its folder does not exist"));
        }
    }

    private void requireFile() {
        if (Files.isDirectory(file)) {
            throw new ProblemException(problems.directory());
        }
        if (!Files.exists(file)) {
            throw new ProblemException(problems.missing());
        }
        if (!Files.isRegularFile(file)) {
            throw new ProblemException(problems.foreign("it is not an ordinary file"));
        }
        if (!Files.isWritable(file) || !Files.isWritable(file.resolveSibling("."))) {
            throw new ProblemException(problems.readOnly());
        }
    }
}
