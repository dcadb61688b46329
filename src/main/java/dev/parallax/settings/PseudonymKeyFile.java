package dev.parallax.settings;

import dev.parallax.problem.Problem;
import dev.parallax.problem.ProblemException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The file that keeps the [PseudonymKey], 32 hexadecimal digits, for nobody but the user: under
/// POSIX with the permissions 600, under Windows with those of the user's own settings folder.
///
/// Safe for use by several threads and processes: all get the same key, whoever is first.
public final class PseudonymKeyFile {
    /// File locks hold between processes only; threads of this one take turns here.
    private static final Object ONE_THREAD = new Object();

    private static final Set<PosixFilePermission> OWNER_ONLY =
            PosixFilePermissions.fromString("rw-------");

    private static final int LONGEST = 1_024;

    private final Path file;
    private @Nullable PseudonymKey key;

    /// @param file need not exist, nor its folder
    public PseudonymKeyFile(Path file) {
        this.file = file.toAbsolutePath().normalize();
    }

    /// The user's key, made now if there is none yet.
    ///
    /// A file that holds something else is never replaced: with a new key all ids that were
    /// imported so far could not be searched any more.
    ///
    /// @throws ProblemException (environment) if the file cannot be read, made, or is damaged
    public synchronized PseudonymKey key() {
        if (key == null) {
            synchronized (ONE_THREAD) {
                key = readOrMake();
            }
        }
        return key;
    }

    private PseudonymKey readOrMake() {
        try {
            Files.createDirectories(file.resolveSibling("."));
            try (FileChannel channel = open();
                    FileLock _ = channel.lock()) {
                keepToOwner();
                return channel.size() == 0 ? make(channel) : read(channel);
            }
        } catch (IOException failed) {
            throw new ProblemException(
                    Problem.environment(
                            "pseudonym-key-unusable",
                            "cannot use the key for ids in " + file,
                            failed.toString(),
                            "check that you may read and write the file and its folder"),
                    failed);
        }
    }

    private FileChannel open() throws IOException {
        FileAttribute<?>[] attributes =
                hasPermissions()
                        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER_ONLY)}
                        : new FileAttribute<?>[0];
        return FileChannel.open(
                file,
                Set.of(
                        StandardOpenOption.CREATE,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE),
                attributes);
    }

    private boolean hasPermissions() {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    /// A copy put back from a backup may have come with wider permissions.
    private void keepToOwner() throws IOException {
        if (hasPermissions() && !Files.getPosixFilePermissions(file).equals(OWNER_ONLY)) {
            Files.setPosixFilePermissions(file, OWNER_ONLY);
        }
    }

    private static PseudonymKey make(FileChannel channel) throws IOException {
        var made = PseudonymKey.random();
        ByteBuffer bytes = StandardCharsets.US_ASCII.encode(made.hex() + "\n");
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
        channel.force(true);
        return made;
    }

    private PseudonymKey read(FileChannel channel) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate((int) Math.min(channel.size(), LONGEST));
        while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
            // until everything is there
        }
        try {
            return PseudonymKey.ofHex(
                    StandardCharsets.US_ASCII.decode(bytes.flip()).toString().strip());
        } catch (IllegalArgumentException damaged) {
            throw new ProblemException(
                    Problem.environment(
                            "pseudonym-key-damaged",
                            "cannot use the key for ids in " + file,
                            "it does not hold 32 hexadecimal digits",
                            "put the file back from a backup; or delete it: ids imported so far can then not be searched any more"),
                    damaged);
        }
    }
}
