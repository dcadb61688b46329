package dev.parallax.importer.source;

import dev.parallax.problem.ProblemException;
import dev.parallax.progress.Progress;
import dev.parallax.rum.ImportRecord.SourceFile;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A file as it lies on the disk: hashed while it is read, and watched for change.
final class DiskFile {
    private final Path path;
    private final String name;
    private final BasicFileAttributes found;
    private final Progress progress;
    private volatile @Nullable String sha256;

    private DiskFile(Path path, String name, BasicFileAttributes found, Progress progress) {
        this.path = path;
        this.name = name;
        this.found = found;
        this.progress = progress;
    }

    /// @param name how it is called for people
    /// @param progress asked whether the file is still wanted while all of it is read
    /// @throws ProblemException if it is missing or no regular file
    static DiskFile of(Path path, String name, Progress progress) {
        try {
            BasicFileAttributes found = attributes(path);
            if (!found.isRegularFile()) {
                throw SourceProblems.notAFile(name);
            }
            return new DiskFile(path, name, found, progress);
        } catch (NoSuchFileException missing) {
            throw SourceProblems.noSuchFile(name);
        } catch (IOException failed) {
            throw SourceProblems.of(name, failed);
        }
    }

    private static BasicFileAttributes attributes(Path path) throws IOException {
        return Files.readAttributes(path, BasicFileAttributes.class, new LinkOption[0]);
    }

    Path path() {
        return path;
    }

    String name() {
        return name;
    }

    long size() {
        return found.size();
    }

    byte[] firstBytes(int most) throws IOException {
        try (InputStream bytes = Files.newInputStream(path)) {
            return bytes.readNBytes(most);
        }
    }

    /// All bytes, from which the hash is made on the way.
    Hashed read() throws IOException {
        return new Hashed(Files.newInputStream(path));
    }

    /// @throws ProblemException if the file is not the one any more that was found
    void refuseIfChanged() {
        try {
            BasicFileAttributes now = attributes(path);
            if (now.size() != found.size()
                    || !now.lastModifiedTime().equals(found.lastModifiedTime())
                    || !Objects.equals(now.fileKey(), found.fileKey())) {
                throw SourceProblems.changed(name);
            }
        } catch (IOException gone) {
            throw SourceProblems.changed(name);
        }
    }

    /// The hash of the bytes; they are read for it unless that has been done.
    String sha256() throws IOException {
        String known = sha256;
        if (known == null) {
            known = Sha256.of(path, progress);
            refuseIfChanged();
            sha256 = known;
        }
        return known;
    }

    /// The file as the record of the import names it.
    ///
    /// @throws ProblemException if it cannot be read
    SourceFile file() {
        try {
            return new SourceFile(name, size(), sha256());
        } catch (IOException failed) {
            throw SourceProblems.of(name, failed);
        }
    }

    /// The bytes of the file, counted and hashed.
    final class Hashed extends FilterInputStream {
        private static final int REST_BYTES = 1 << 16;

        private final Sha256 sum = new Sha256();
        private long position;

        private Hashed(InputStream bytes) {
            super(bytes);
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int read = super.read(into, from, length);
            if (read > 0) {
                sum.add(into, from, read);
                position += read;
            }
            return read;
        }

        @Override
        public long skip(long bytes) throws IOException {
            return readNBytes((int) Math.min(bytes, REST_BYTES)).length;
        }

        @Override
        public boolean markSupported() {
            return false;
        }

        /// Bytes read so far.
        long position() {
            return position;
        }

        /// Reads what is left behind the end of the content, and makes sure that all of it is what
        /// was found.
        void complete() throws IOException {
            var rest = new byte[REST_BYTES];
            int read;
            do {
                progress.throwIfCancelled();
                read = read(rest, 0, REST_BYTES);
            } while (read >= 0);
            if (position != size()) {
                throw SourceProblems.changed(name);
            }
            refuseIfChanged();
            sha256 = sum.text();
        }
    }
}
