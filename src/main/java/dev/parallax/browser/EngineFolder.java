package dev.parallax.browser;

import dev.parallax.problem.Problem;
import dev.parallax.problem.ProblemException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The folder in which browsers of this process keep their profiles, `engine-PID` in a folder of
/// the user's among the temporary files. A process that is killed leaves its folder behind; the
/// next one sweeps it away. Whether a folder's process lives is told by a lock on the file beside
/// it, which the operating system gives back with the process; process numbers are used again and
/// tell nothing.
final class EngineFolder {
    private static final Logger LOG = LoggerFactory.getLogger(EngineFolder.class);
    private static final String PREFIX = "engine-";
    private static final String LOCK = ".lock";

    private static @Nullable EngineFolder ofThisProcess;

    private final Path path;
    private final FileLock lock;
    private int users;

    private EngineFolder(Path path, FileLock lock) {
        this.path = path;
        this.lock = lock;
    }

    /// The folder of this process. There is one, because the driver keeps the environment it was
    /// first started with for the life of the process.
    static synchronized EngineFolder ofThisProcess() {
        if (ofThisProcess == null || !ofThisProcess.lock.isValid()) {
            Path parent =
                    Path.of(System.getProperty("java.io.tmpdir"))
                            .resolve("parallax-" + System.getProperty("user.name"));
            ofThisProcess = open(parent, ProcessHandle.current().pid());
        }
        return ofThisProcess;
    }

    /// Makes the folder of a process and sweeps away what dead ones left.
    @SuppressWarnings("resource") // the channel holds the lock until the process ends
    static EngineFolder open(Path parent, long pid) {
        Path own = parent.resolve(PREFIX + pid);
        try {
            Files.createDirectories(parent);
            FileLock lock = lockOf(own).tryLock();
            if (lock == null) {
                throw new IOException(own + " belongs to another process");
            }
            sweep(parent, own);
            Files.createDirectories(own);
            own.resolveSibling(own.getFileName() + LOCK).toFile().deleteOnExit();
            own.toFile().deleteOnExit();
            return new EngineFolder(own, lock);
        } catch (IOException refused) {
            throw new ProblemException(
                    Problem.environment(
                            "engine-folder",
                            "cannot make a folder for the browser's profile",
                            own + ": " + refused.getMessage(),
                            "free some space there, or make it writable"),
                    refused);
        }
    }

    private static FileChannel lockOf(Path folder) throws IOException {
        return FileChannel.open(
                folder.resolveSibling(folder.getFileName() + LOCK),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE);
    }

    private static void sweep(Path parent, Path own) throws IOException {
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(parent, PREFIX + "*")) {
            for (Path folder : folders) {
                boolean isLock = folder.toString().endsWith(LOCK);
                if (!isLock && !folder.equals(own) && Files.isDirectory(folder)) {
                    sweepIfDead(folder);
                }
            }
        }
    }

    private static void sweepIfDead(Path folder) {
        try (FileChannel channel = lockOf(folder);
                FileLock dead = channel.tryLock()) {
            if (dead != null) {
                deleteAll(folder);
                Files.deleteIfExists(folder.resolveSibling(folder.getFileName() + LOCK));
                LOG.info("swept away {}, left behind by a process that was killed", folder);
            }
        } catch (OverlappingFileLockException _) {
            // this process's own
        } catch (IOException stubborn) {
            LOG.warn("cannot sweep away {}", folder, stubborn);
        }
    }

    Path path() {
        return path;
    }

    /// A browser starts to use the folder.
    synchronized void enter() {
        users++;
    }

    /// A browser and its driver are gone; behind the last one the folder is emptied, for a killed
    /// browser does not clean up.
    synchronized void leave() {
        if (--users > 0) {
            return;
        }
        try (DirectoryStream<Path> left = Files.newDirectoryStream(path)) {
            for (Path one : left) {
                deleteAll(one);
            }
        } catch (IOException stubborn) {
            LOG.warn("cannot empty {}; the next start will", path, stubborn);
        }
    }

    private static void deleteAll(Path folder) throws IOException {
        Files.walkFileTree(
                folder,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                            throws IOException {
                        Files.deleteIfExists(file);
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFileFailed(Path file, IOException gone) {
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult postVisitDirectory(
                            Path visited, @Nullable IOException failure) throws IOException {
                        Files.deleteIfExists(visited);
                        return FileVisitResult.CONTINUE;
                    }
                });
    }
}
