package dev.parallax.store;

import dev.parallax.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.sqlite.JDBC;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteOpenMode;

/// Opens connections to one workspace file, each with the settings its purpose needs.
///
/// Nothing in the product reads an open workspace by Java's own file classes: closing any
/// descriptor of the file drops all the locks that SQLite holds on it in this process (measured:
/// 100 of 150 commits lost).
final class Connections {
    /// How long a statement waits for another process' write before it gives up.
    private static final int BUSY_TIMEOUT_MILLIS = 5_000;

    private static final String FOR_ALL =
            """
            PRAGMA trusted_schema = OFF;
            PRAGMA cell_size_check = ON;
            PRAGMA mmap_size = 0;
            PRAGMA foreign_keys = ON;
            """;

    /// Each commit is on the disk when it returns. The write-ahead log is brought into the file at
    /// 1 MB, 64 pages of 16 KB, so that on a full disk the [Ballast] has room for that.
    private static final String FOR_RESULTS =
            """
            PRAGMA synchronous = FULL;
            PRAGMA wal_autocheckpoint = 64;
            """;

    /// A power cut may take the last commits, never the file. The write-ahead log is brought into
    /// the file at 16 MB, 1,000 pages of 16 KB: at 64 MB that alone held up a result for 0.2 s.
    private static final String FOR_IMPORTS =
            """
            PRAGMA synchronous = NORMAL;
            PRAGMA wal_autocheckpoint = 1000;
            PRAGMA journal_size_limit = 16777216;
            """;

    private static final String FOR_ALONE = "PRAGMA locking_mode = EXCLUSIVE;";

    private static final String FOR_READING = "PRAGMA query_only = ON;";

    private final Path file;

    Connections(Path file) {
        this.file = real(file);
    }

    /// Behind a symbolic link: SQLite puts its helper files beside the file itself.
    private static Path real(Path file) {
        try {
            return Files.exists(file) ? file.toRealPath() : file;
        } catch (IOException unresolved) {
            throw new ProblemException(
                    new WorkspaceProblems(file).cannotOpen(unresolved.toString()), unresolved);
        }
    }

    Path file() {
        return file;
    }

    Handle forResults() {
        return open(waiting(existing()), file.toString(), List.of(FOR_ALL, FOR_RESULTS));
    }

    Handle forImports() {
        return open(waiting(existing()), file.toString(), List.of(FOR_ALL, FOR_IMPORTS));
    }

    Handle forReading() {
        return open(waiting(existing()), file.toString(), List.of(FOR_ALL, FOR_READING));
    }

    /// A connection that changes nothing, for looking at a file that may not be ours.
    Handle forLooking() {
        var config = new SQLiteConfig();
        config.setReadOnly(true);
        return open(waiting(config), lookingAddress(), List.of(FOR_ALL));
    }

    /// Without a write-ahead log nobody has the file open (or it is not ours): it can be taken as
    /// immutable, so that SQLite does not even leave its helper files behind.
    private String lookingAddress() {
        boolean logged = Files.exists(file.resolveSibling(file.getFileName() + "-wal"));
        return logged ? file.toString() : file.toUri() + "?immutable=1";
    }

    /// A connection that nobody can have beside it, for recovery and migration. Its first statement
    /// fails at once with `SQLITE_BUSY` if anybody else has the file open.
    Handle forAlone() {
        SQLiteConfig config = existing();
        config.setBusyTimeout(0);
        return open(config, file.toString(), List.of(FOR_ALL, FOR_RESULTS, FOR_ALONE));
    }

    /// A connection to a new file.
    ///
    /// @param settings pragmas that must come before the first table
    Handle forCreating(String settings) {
        return open(waiting(new SQLiteConfig()), file.toString(), List.of(settings, FOR_ALL));
    }

    private static SQLiteConfig existing() {
        var config = new SQLiteConfig();
        config.resetOpenMode(SQLiteOpenMode.CREATE);
        return config;
    }

    private static SQLiteConfig waiting(SQLiteConfig config) {
        config.setBusyTimeout(BUSY_TIMEOUT_MILLIS);
        return config;
    }

    /// The factory looks needless, but a handle closes only the connections that Jdbi itself
    /// opened.
    private static Handle open(SQLiteConfig config, String address, List<String> settings) {
        return Jdbi.open(() -> connect(config, address, settings));
    }

    private static Connection connect(SQLiteConfig config, String address, List<String> settings)
            throws SQLException {
        Connection connection = config.createConnection(JDBC.PREFIX + address);
        try (Statement statement = connection.createStatement()) {
            for (String setting : settings) {
                statement.executeUpdate(setting);
            }
        } catch (SQLException failed) {
            connection.close();
            throw failed;
        }
        return connection;
    }
}
