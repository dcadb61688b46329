package dev.parallax.store;

import dev.parallax.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Makes workspace files that are whole or not there at all: built beside under a name of their
/// own, then given their name.
final class Copy {
    private static final Logger LOG = LoggerFactory.getLogger(Copy.class);

    private Copy() {}

    /// Copies what a connection sees now into a new file.
    static void of(Handle handle, Path target) {
        Path unfinished = unfinished(target);
        try {
            handle.createUpdate("VACUUM INTO :file").bind("file", unfinished.toString()).execute();
            Files.move(unfinished, target);
        } catch (IOException failed) {
            throw new ProblemException(
                    new WorkspaceProblems(target).cannotOpen(failed.toString()), failed);
        } finally {
            remove(unfinished);
        }
    }

    /// The name under which a file is built.
    static Path unfinished(Path file) {
        return file.resolveSibling("." + file.getFileName() + "-" + UUID.randomUUID());
    }

    /// Removes what is left of a file that was not finished, with SQLite's helper files.
    static void remove(Path unfinished) {
        try {
            for (String suffix : new String[] {"", "-journal", "-wal", "-shm"}) {
                Files.deleteIfExists(Path.of(unfinished + suffix));
            }
        } catch (IOException failed) {
            LOG.warn("cannot remove {}: {}", unfinished, failed.toString());
        }
    }
}
