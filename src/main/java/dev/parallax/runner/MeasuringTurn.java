package dev.parallax.runner;

import dev.parallax.problem.Problem;
import dev.parallax.problem.ProblemException;
import dev.parallax.progress.Progress;
import java.io.IOException;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// The right to measure in a browser: one run at a time has it, in this process and on this
/// machine. Two browsers at once on two processors raise the median FCP by a quarter and its 95th
/// percentile by two thirds.
///
/// Between processes it is a lock on a file in the folder for temporary files, which the operating
/// system gives back when its holder dies.
final class MeasuringTurn implements AutoCloseable {
    private static final Semaphore IN_THIS_PROCESS = new Semaphore(1, true);
    private static final long PATIENCE_MILLIS = 100;

    private final FileChannel channel;

    private MeasuringTurn(FileChannel channel) {
        this.channel = channel;
    }

    /// Waits until it is this run's turn, however long that takes.
    ///
    /// @throws CancellationException if the progress is cancelled meanwhile
    /// @throws ProblemException (environment) if the file cannot be locked
    static MeasuringTurn take(Path folder, Progress progress) {
        waitForThisProcess(progress);
        boolean taken = false;
        try {
            FileChannel channel =
                    waitForOthers(folder.resolve("parallax-measuring.lock"), progress);
            taken = true;
            return new MeasuringTurn(channel);
        } finally {
            if (!taken) {
                IN_THIS_PROCESS.release();
            }
        }
    }

    private static void waitForThisProcess(Progress progress) {
        try {
            while (!IN_THIS_PROCESS.tryAcquire(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
                progress.throwIfCancelled();
                progress.report(Double.NaN, "waiting for another run to finish");
            }
        } catch (InterruptedException interrupted) {
            throw cancelled(interrupted);
        }
    }

    @SuppressWarnings("resource") // the channel is handed on, or closed where it fails
    private static FileChannel waitForOthers(Path file, Progress progress) {
        FileChannel channel = null;
        try {
            channel = open(file);
            if (channel.tryLock() == null) {
                progress.report(Double.NaN, "waiting for another Parallax to finish its run");
                FileChannel waiting = channel;
                progress.onCancel(() -> close(waiting));
                var _ = channel.lock();
            }
            return channel;
        } catch (AsynchronousCloseException closed) {
            throw cancelled(closed);
        } catch (IOException refused) {
            if (channel != null) {
                close(channel);
            }
            throw new ProblemException(
                    Problem.environment(
                            "measuring-lock",
                            "cannot make sure that this run is alone on the machine",
                            file + " cannot be locked (" + refused.getMessage() + ")",
                            "make the folder for temporary files writable, or remove that file"),
                    refused);
        }
    }

    /// Opens the file without following links, for every user of the machine where it is new.
    private static FileChannel open(Path file) throws IOException {
        try {
            Files.createFile(file);
            if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-rw-"));
            }
        } catch (FileAlreadyExistsException _) {
            // another run made it
        }
        return FileChannel.open(file, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
    }

    private static CancellationException cancelled(Exception cause) {
        var cancelled = new CancellationException("cancelled while waiting for a turn");
        cancelled.initCause(cause);
        return cancelled;
    }

    private static void close(FileChannel channel) {
        try {
            channel.close();
        } catch (IOException ignored) {
            // nothing was written, and the operating system gives the lock back
        }
    }

    @Override
    public void close() {
        close(channel);
        IN_THIS_PROCESS.release();
    }
}
