package dev.parallax.store;

import dev.parallax.problem.ProblemException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.UUID;

/// One open workspace: an SQLite file that holds journeys, checks, runs and real users' page views.
///
/// Safe for use by any thread. Several processes may have the same file open; each write waits up
/// to 5 seconds for those of the others. Every method of the stores throws a [ProblemException]
/// when the disk is full, or the file locked, damaged or out of reach; nothing is then half
/// written.
public final class Workspace implements AutoCloseable {
    private final Path file;
    private final InstantSource clock;
    private final Database database;
    private final UUID id;

    private Workspace(Path file, Database database, InstantSource clock) {
        this.file = file;
        this.clock = clock;
        this.database = database;
        this.id =
                database.read(handle ->
                        handle.createQuery("SELECT id FROM workspace").mapTo(UUID.class).one());
    }

    /// Makes a new, empty workspace and opens it.
    ///
    /// @throws ProblemException if the file exists, or its folder is missing or write-protected
    public static Workspace create(Path file, InstantSource clock) {
        var made = new WorkspaceFile(file, Migrations.RELEASED);
        made.create(clock.instant());
        return open(made, clock);
    }

    /// Opens a workspace. One of an older version is brought to the present one, after a backup
    /// beside it (`NAME.v1-backup`).
    ///
    /// @throws ProblemException if there is no such file, it is not a workspace, of a newer
    ///   version, damaged, locked or write-protected; the file is then as it was
    public static Workspace open(Path file, InstantSource clock) {
        return open(new WorkspaceFile(file, Migrations.RELEASED), clock);
    }

    /// Opens the workspace if the file exists, otherwise makes it.
    public static Workspace openOrCreate(Path file, InstantSource clock) {
        var wanted = new WorkspaceFile(file, Migrations.RELEASED);
        if (!wanted.exists()) {
            wanted.create(clock.instant());
        }
        return open(wanted, clock);
    }

    private static Workspace open(WorkspaceFile file, InstantSource clock) {
        Database database = file.open(clock.instant());
        try {
            return new Workspace(file.path(), database, clock);
        } catch (RuntimeException failed) {
            database.close();
            throw failed;
        }
    }

    /// Absolute and normalized.
    public Path path() {
        return file;
    }

    /// Chosen at random when the workspace was made; trust is tied to it.
    public UUID id() {
        return id;
    }

    /// Real users' page views.
    public PageViewStore pageViews() {
        return new PageViewStore(database, clock);
    }

    Database database() {
        return database;
    }

    InstantSource clock() {
        return clock;
    }

    /// Waits for the writes under way, then closes the file. Closing twice is harmless.
    @Override
    public void close() {
        database.close();
    }
}
