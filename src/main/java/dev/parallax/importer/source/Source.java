package dev.parallax.importer.source;

import dev.parallax.problem.ProblemException;
import dev.parallax.rum.ImportRecord.SourceFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.lang.ref.SoftReference;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// A file, or a file within an archive, looked at so far that its form and its encoding are known.
public final class Source {
    private static final int PREVIEW_BYTES = 1 << 18;

    private final Bytes bytes;
    private final Form form;
    private final Encoding encoding;
    private final boolean whole;
    private SoftReference<@Nullable String> preview;

    /// What is in a source once it is unpacked.
    public enum Form {
        TEXT,
        PARQUET
    }

    private Source(Bytes bytes, Form form, Encoding encoding, boolean whole, String preview) {
        this.bytes = bytes;
        this.form = form;
        this.encoding = encoding;
        this.whole = whole;
        this.preview = new SoftReference<>(preview);
    }

    /// Looks at a text.
    ///
    /// @throws ProblemException if it is empty, not readable or not a text
    static Source text(Bytes bytes) {
        String name = bytes.name();
        try {
            byte[] begin = begin(bytes);
            if (begin.length == 0) {
                throw SourceProblems.empty(name);
            }
            if (!(bytes instanceof FileBytes file) || file.isPacked()) {
                Signature.refusePacked(begin, name);
            }
            Signature.refuseBinary(begin, name);
            boolean whole = begin.length < PREVIEW_BYTES;
            Encoding encoding = Encoding.of(begin, whole);
            String preview = encoding.decode(begin);
            if (preview.indexOf('\0') >= 0) {
                Encoding.refuseWide(begin, name);
                throw SourceProblems.binary(name, "a binary file");
            }
            if (preview.isBlank()) {
                throw SourceProblems.empty(name);
            }
            return new Source(bytes, Form.TEXT, encoding, whole, preview);
        } catch (IOException failed) {
            throw explain(name, failed);
        }
    }

    /// A file that says that it is Parquet.
    static Source parquet(FileBytes bytes) {
        return new Source(bytes, Form.PARQUET, new Encoding(StandardCharsets.UTF_8, 0), false, "");
    }

    private static byte[] begin(Bytes bytes) throws IOException {
        try (InputStream text = bytes.look()) {
            return text.readNBytes(PREVIEW_BYTES);
        }
    }

    /// The problem behind a failure to read.
    public static ProblemException explain(String name, IOException failed) {
        return SourceProblems.of(name, failed);
    }

    /// The whole text, without a byte order mark. What is not valid in the encoding becomes U+FFFD.
    /// It is unpacked and decoded by a thread of its own; the last read fails if the file was
    /// changed meanwhile.
    public Reader open(Meter meter) throws IOException {
        return new AheadReader(bytes.open(), encoding, meter);
    }

    /// For people: `export.zip/2026-11.csv`.
    public String name() {
        return bytes.name();
    }

    public Form form() {
        return form;
    }

    /// The file on the disk, for what is not read from the first byte to the last.
    public Path path() {
        return bytes.file().path();
    }

    /// The file on the disk as the record of the import names it; an archive is one file, however
    /// many sources are in it.
    ///
    /// @throws ProblemException if it cannot be read any more
    public SourceFile file() {
        return bytes.file().file();
    }

    /// Makes sure that the file on the disk is still the one that was found.
    ///
    /// @throws ProblemException if it is not
    public void refuseIfChanged() {
        bytes.file().refuseIfChanged();
    }

    /// Bytes on the disk.
    public long size() {
        return bytes.size();
    }

    public Charset charset() {
        return encoding.charset();
    }

    /// The first 256 KB as text; it may break off in the middle of a record unless it is [all of
    /// it][#isWhole]. Empty for what is no text. Kept only while there is memory to spare: of
    /// thousands of files it is read again.
    public String preview() {
        String known = preview.get();
        if (known == null) {
            known = readPreview();
            preview = new SoftReference<>(known);
        }
        return known;
    }

    private String readPreview() {
        if (form != Form.TEXT) {
            return "";
        }
        try {
            return encoding.decode(begin(bytes));
        } catch (IOException failed) {
            throw explain(name(), failed);
        }
    }

    public boolean isWhole() {
        return whole;
    }
}
