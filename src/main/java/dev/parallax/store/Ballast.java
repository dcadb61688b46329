package dev.parallax.store;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// 2 MB of disk held back beside an open workspace, in a file ending in `-ballast`.
///
/// A full disk blocks even deleting, because the write-ahead log has to grow for it. Free pages
/// inside the workspace do not help (tried on a full tmpfs: every statement failed); space on the
/// disk does. So the ballast is a file of its own, there as long as the workspace is open, and is
/// deleted when the disk is full.
///
/// Used by the writer thread only.
final class Ballast {
    /// Room for the log of deleting any data set and to bring 1 MB of log into the file.
    static final int BYTES = 2 * 1024 * 1024;

    /// Several times two chunks of page views, the usual transaction of an import.
    private static final long BULK_BYTES = 16L * 1024 * 1024;

    private static final Logger LOG = LoggerFactory.getLogger(Ballast.class);

    private final Path ballast;
    private final Path workspace;
    private final Path log;

    Ballast(Path workspace) {
        this.workspace = workspace;
        this.ballast = workspace.resolveSibling(workspace.getFileName() + "-ballast");
        this.log = workspace.resolveSibling(workspace.getFileName() + "-wal");
    }

    /// Takes the space unless it is taken already or the disk has less than twice as much left.
    void take() {
        if (Files.exists(ballast) || freeBytes() < 2L * BYTES) {
            return;
        }
        // random, because a file system that compresses would not set zeros aside
        var bytes = new byte[BYTES];
        RandomGenerator.getDefault().nextBytes(bytes);
        try {
            Files.write(ballast, bytes, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (FileAlreadyExistsException _) {
            LOG.debug("another process has just taken the ballast");
        } catch (IOException failed) {
            LOG.warn("cannot hold back space in {}: {}", ballast, failed.toString());
            delete();
        }
    }

    /// Gives the space up, whichever process took it.
    ///
    /// @return false if there was none
    boolean release() {
        boolean gone = delete();
        if (gone) {
            LOG.warn("disk full: gave up the {} bytes held back in {}", BYTES, ballast);
        }
        return gone;
    }

    boolean isReleased() {
        return !Files.exists(ballast);
    }

    /// Removes the file unless somebody still has the workspace open: SQLite removes the log with
    /// the last connection.
    void close() {
        if (!Files.exists(log)) {
            delete();
        }
    }

    /// Whether a large write can be begun: its log, and bringing the log into the file, must not
    /// fill the disk, because the log's space comes back only after that.
    boolean leavesRoomForBulk() {
        long free = freeBytes();
        return free == 0 || free > log.toFile().length() + BULK_BYTES;
    }

    /// Bytes this process may still write to the workspace's disk; 0 also if that cannot be told.
    private long freeBytes() {
        return workspace.toFile().getUsableSpace();
    }

    private boolean delete() {
        try {
            return Files.deleteIfExists(ballast);
        } catch (IOException failed) {
            LOG.warn("cannot remove {}: {}", ballast, failed.toString());
            return false;
        }
    }
}
