package dev.parallax.store;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// Where SQLite's own library lies while a process uses it. The driver unpacks it at each start; a
/// process that is killed leaves its copy behind, a megabyte, and the driver never takes it away.
public final class SqliteLibrary {
    private static final String PROPERTY = "org.sqlite.tmpdir";
    private static final String COPIES = "sqlite-*";

    /// By then whoever unpacked a copy has loaded it, or never will.
    private static final Duration YOUNG = Duration.ofMinutes(5);

    private SqliteLibrary() {}

    /// Lets the driver unpack into this folder, and deletes the copies that others left there. To
    /// be called before the first workspace is opened; does nothing if the folder cannot be made.
    public static void unpackInto(Path folder, InstantSource clock) {
        if (System.getProperty(PROPERTY) != null) {
            return;
        }
        try {
            Files.createDirectories(folder);
            sweep(folder, clock.instant().minus(YOUNG));
            System.setProperty(PROPERTY, folder.toString());
        } catch (IOException _) {
            // the driver takes the system's folder for temporary files
        }
    }

    /// A copy that is in use stays in use where the system lets its name be deleted, and is not
    /// deleted where it does not.
    static void sweep(Path folder, Instant unpackedBefore) throws IOException {
        try (DirectoryStream<Path> copies = Files.newDirectoryStream(folder, COPIES)) {
            for (Path copy : copies) {
                deleteIfOlder(copy, unpackedBefore);
            }
        }
    }

    private static void deleteIfOlder(Path copy, Instant time) {
        try {
            if (Files.getLastModifiedTime(copy).toInstant().isBefore(time)) {
                Files.deleteIfExists(copy);
            }
        } catch (IOException _) {
            // in use, or gone by now
        }
    }
}
