package dev.parallax.store;

import java.sql.SQLException;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Space held back in the file. A full disk blocks even deleting, because deleting writes too;
/// giving up the ballast makes room for that and for the results of running checks.
///
/// Used by the writer thread only.
final class Ballast {
    /// About 6,000 rows of results, or the bookkeeping of deleting any data set.
    private static final int BYTES = 2 * 1024 * 1024;

    private static final Logger LOG = LoggerFactory.getLogger(Ballast.class);

    private final Handle handle;
    private boolean released;

    Ballast(Handle handle) {
        this.handle = handle;
    }

    /// Random, because a file system that compresses would not set zeros aside.
    static void fill(Handle handle) {
        handle.createUpdate(
                        "INSERT OR IGNORE INTO ballast (one, data) VALUES (1, randomblob(:bytes))")
                .bind("bytes", BYTES)
                .execute();
    }

    /// Gives the space up.
    ///
    /// @return false if it was given up before, or could not be
    boolean release() throws SQLException {
        if (released) {
            return false;
        }
        int rows = Database.transaction(handle, held -> held.execute("DELETE FROM ballast"));
        released = true;
        LOG.warn("disk full: gave up the {} bytes held back in the workspace", BYTES);
        return rows > 0;
    }

    /// Takes the space again if it was given up.
    void restore() throws SQLException {
        if (released) {
            Database.transaction(
                    handle,
                    held -> {
                        fill(held);
                        return true;
                    });
            released = false;
        }
    }
}
