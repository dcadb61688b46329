package dev.parallax.importer.source;

import dev.parallax.progress.Progress;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// By which a file is recognised when it is imported again, whatever its name.
final class Sha256 {
    private static final int BUFFER_BYTES = 1 << 16;

    private final MessageDigest digest;

    Sha256() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// The SHA-256 of the file's bytes.
    ///
    /// @param progress asked whether this is still wanted
    static String of(Path file, Progress progress) throws IOException {
        var sum = new Sha256();
        var buffer = new byte[BUFFER_BYTES];
        try (InputStream bytes = Files.newInputStream(file)) {
            for (int read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
                progress.throwIfCancelled();
                sum.add(buffer, 0, read);
            }
        }
        return sum.text();
    }

    void add(byte[] bytes, int from, int length) {
        digest.update(bytes, from, length);
    }

    /// 64 digits in lower case; ends the sum.
    String text() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
