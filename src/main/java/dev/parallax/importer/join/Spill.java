package dev.parallax.importer.join;

import dev.parallax.problem.ProblemException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// A file for rows that memory has no room for; made when the first of them come. Several threads
/// may write at the same time.
///
/// Where the system allows it the file loses its name at once, and a crash leaves nothing. It is
/// locked besides, so that whoever starts later can tell one that is in use from one that was left
/// behind.
final class Spill implements AutoCloseable {
    private static final String PREFIX = "join-";
    private static final String SUFFIX = ".spill";

    /// Written at a time.
    private static final int BUFFER_BYTES = 1 << 18;

    private final Path folder;
    private final Opener opener;
    private final AtomicLong size = new AtomicLong();
    private @Nullable Path file;
    private @Nullable FileChannel channel;

    /// Makes the file.
    @FunctionalInterface
    interface Opener {
        FileChannel open(Path file) throws IOException;
    }

    /// A part of the file with sorted rows.
    record Run(long from, long to) {}

    Spill(Path folder) {
        this(folder, Spill::openLocked);
    }

    Spill(Path folder, Opener opener) {
        this.folder = folder;
        this.opener = opener;
    }

    private static FileChannel openLocked(Path file) throws IOException {
        FileChannel channel =
                FileChannel.open(
                        file,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.DELETE_ON_CLOSE);
        channel.lock();
        return channel;
    }

    private synchronized FileChannel channel() throws IOException {
        if (channel == null) {
            Files.createDirectories(folder);
            // Readable by its owner only
            file = Files.createTempFile(folder, PREFIX, SUFFIX);
            channel = opener.open(file);
        }
        return channel;
    }

    /// Writes rows in their order.
    ///
    /// @throws ProblemException if the disk is full or failing
    Run write(Rows rows) {
        long from = size.getAndAdd(rows.filled());
        try {
            FileChannel to = channel();
            ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER_BYTES);
            long position = from;
            for (int i = 0; i < rows.count(); i++) {
                int at = rows.place(i);
                int length = Row.length(rows.bytes(), at);
                if (buffer.remaining() < length) {
                    position += write(to, buffer, position);
                }
                buffer.put(rows.bytes(), at, length);
            }
            write(to, buffer, position);
        } catch (IOException failed) {
            throw failure(failed);
        }
        return new Run(from, from + rows.filled());
    }

    private static int write(FileChannel to, ByteBuffer buffer, long position) throws IOException {
        buffer.flip();
        int written = 0;
        while (buffer.hasRemaining()) {
            written += to.write(buffer, position + written);
        }
        buffer.clear();
        return written;
    }

    void read(long position, byte[] into, int at, int length) {
        ByteBuffer buffer = ByteBuffer.wrap(into, at, length);
        try {
            FileChannel from = channel();
            long next = position;
            while (buffer.hasRemaining()) {
                int read = from.read(buffer, next);
                if (read < 0) {
                    throw new IOException("the file ends at " + next);
                }
                next += read;
            }
        } catch (IOException failed) {
            throw failure(failed);
        }
    }

    private RuntimeException failure(IOException failed) {
        if (failed instanceof ClosedByInterruptException) {
            var cancelled = new CancellationException("interrupted");
            cancelled.initCause(failed);
            return cancelled;
        }
        return JoinProblems.disk(folder, size.get(), failed);
    }

    /// Bytes in the file.
    long size() {
        return size.get();
    }

    @Override
    public synchronized void close() {
        try {
            if (channel != null) {
                channel.close();
            }
            if (file != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException failed) {
            throw failure(failed);
        }
    }

    /// Deletes what a crash has left in the folder; what others are using stays.
    static void sweep(Path folder) {
        try (DirectoryStream<Path> files =
                Files.newDirectoryStream(folder, PREFIX + "*" + SUFFIX)) {
            for (Path file : files) {
                deleteIfUnused(file);
            }
        } catch (IOException _) {
            // The folder does not exist, or may not be read: there is nothing of ours to delete
        }
    }

    private static void deleteIfUnused(Path file) {
        try (FileChannel left = FileChannel.open(file, StandardOpenOption.WRITE)) {
            if (left.tryLock() != null) {
                Files.deleteIfExists(file);
            }
        } catch (OverlappingFileLockException | IOException _) {
            // In use, or gone by now; or it stays until the next start
        }
    }
}
