package dev.parallax.importer;

import dev.parallax.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// What the first bytes of a file say about it, whatever its name says.
final class Signature {
    /// Bytes that are enough to tell.
    static final int LENGTH = 16;

    /// How a file is packed.
    enum Compression {
        NONE,
        GZIP
    }

    private record Magic(String bytes, String what) {}

    private static final List<Magic> BINARIES =
            List.of(
                    new Magic("PK\u0003\u0004", "a zip archive or a spreadsheet"),
                    new Magic("PAR1", "a Parquet file"),
                    new Magic("SQLite format 3", "an SQLite database"),
                    new Magic("%PDF-", "a PDF"),
                    new Magic("\u0089PNG", "a picture"),
                    new Magic("\u00ff\u00d8\u00ff", "a picture"),
                    new Magic("GIF8", "a picture"),
                    new Magic("(\u00b5/\u00fd", "a zstd archive"),
                    new Magic("BZh", "a bzip2 archive"),
                    new Magic("\u00fd7zXZ", "an xz archive"),
                    new Magic("7z\u00bc\u00af", "a 7z archive"),
                    new Magic("\u001f\u008b", "compressed twice"),
                    new Magic("\u00d0\u00cf\u0011\u00e0", "an old spreadsheet"),
                    new Magic("\u007fELF", "a program"));

    private Signature() {}

    static Compression compression(byte[] begin) {
        boolean gzip = begin.length >= 2 && (begin[0] & 0xff) == 0x1f && (begin[1] & 0xff) == 0x8b;
        return gzip ? Compression.GZIP : Compression.NONE;
    }

    /// @throws ProblemException if the bytes are those of a known binary format
    static void refuseBinary(byte[] begin, String name) {
        String first =
                new String(begin, 0, Math.min(begin.length, LENGTH), StandardCharsets.ISO_8859_1);
        for (Magic magic : BINARIES) {
            if (first.startsWith(magic.bytes)) {
                throw ImportProblems.binary(name, magic.what);
            }
        }
    }
}
