package dev.parallax.store;

import dev.parallax.problem.ProblemException;
import java.sql.SQLException;
import java.time.Duration;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Gives the pages of the file that a removal has emptied back to the disk, in pieces that others
/// can get between. What is left is used by what is written next, or given back by compacting.
final class UnusedPages {
    /// 4 MB: 15 to 60 ms, so that no result waits long.
    private static final int AT_ONCE = 256;

    private static final Logger LOG = LoggerFactory.getLogger(UnusedPages.class);

    private final Database database;

    UnusedPages(Database database) {
        this.database = database;
    }

    /// @param most after which no further piece is begun
    void giveBack(Duration most) {
        long begin = System.nanoTime();
        try {
            long unused = database.read(UnusedPages::count);
            long before = Long.MAX_VALUE;
            while (unused > 0 && unused < before && System.nanoTime() - begin < most.toNanos()) {
                before = unused;
                unused = database.alone(UnusedPages::giveSomeBack);
            }
            if (before < Long.MAX_VALUE) {
                database.alone(UnusedPages::shorten);
            }
        } catch (ProblemException failed) {
            // the removal itself is done; on a full disk moving pages may need more than there is
            LOG.info("cannot give space back to the disk yet: {}", failed.getMessage());
        }
    }

    private static long giveSomeBack(Handle handle) throws SQLException {
        Database.script(handle, "PRAGMA incremental_vacuum(" + AT_ONCE + ")");
        return count(handle);
    }

    /// The file itself gets shorter when the log is brought into it.
    private static boolean shorten(Handle handle) throws SQLException {
        Database.script(handle, "PRAGMA wal_checkpoint(PASSIVE)");
        return true;
    }

    private static long count(Handle handle) {
        return handle.createQuery("PRAGMA freelist_count").mapTo(long.class).one();
    }
}
