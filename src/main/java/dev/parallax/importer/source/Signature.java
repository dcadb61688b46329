package dev.parallax.importer.source;

import dev.parallax.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// What the first bytes of a file say about it, whatever its name says.
final class Signature {
    /// Bytes that are enough to tell: a tar archive says so at byte 257.
    static final int LENGTH = 512;

    private static final String ZIP = "PK\u0003\u0004";
    private static final String EMPTY_ZIP = "PK\u0005\u0006";
    private static final String GZIP = "\u001f\u008b";
    private static final String ZSTD = "(\u00b5/\u00fd";
    private static final String PARQUET = "PAR1";
    private static final String TAR = "ustar";
    private static final int TAR_AT = 257;

    /// What a file is made of on the disk.
    enum Kind {
        TEXT,
        GZIP,
        ZSTD,
        ZIP,
        PARQUET
    }

    private record Magic(String bytes, String what) {}

    private static final List<Magic> BINARIES =
            List.of(
                    new Magic("PARE", "an encrypted Parquet file"),
                    new Magic("SQLite format 3", "an SQLite database"),
                    new Magic("%PDF-", "a PDF"),
                    new Magic("\u0089PNG", "a picture"),
                    new Magic("\u00ff\u00d8\u00ff", "a picture"),
                    new Magic("GIF8", "a picture"),
                    new Magic("BZh", "a bzip2 archive"),
                    new Magic("\u00fd7zXZ", "an xz archive"),
                    new Magic("7z\u00bc\u00af", "a 7z archive"),
                    new Magic("Rar!", "a RAR archive"),
                    new Magic("ORC", "an ORC file"),
                    new Magic("Obj\u0001", "an Avro file"),
                    new Magic("ARROW1", "an Arrow file"),
                    new Magic("\u00d0\u00cf\u0011\u00e0", "an old spreadsheet"),
                    new Magic("\u007fELF", "a program"));

    private static final List<Magic> PACKED =
            List.of(
                    new Magic(ZIP, "a zip archive"),
                    new Magic(EMPTY_ZIP, "a zip archive"),
                    new Magic(GZIP, "compressed"),
                    new Magic(ZSTD, "compressed"),
                    new Magic(PARQUET, "a Parquet file"));

    private Signature() {}

    static Kind kind(byte[] begin) {
        String first = text(begin);
        if (first.startsWith(ZIP) || first.startsWith(EMPTY_ZIP)) {
            return Kind.ZIP;
        }
        if (first.startsWith(GZIP)) {
            return Kind.GZIP;
        }
        if (first.startsWith(ZSTD)) {
            return Kind.ZSTD;
        }
        return first.startsWith(PARQUET) ? Kind.PARQUET : Kind.TEXT;
    }

    /// @throws ProblemException if the bytes are those of a known binary format
    static void refuseBinary(byte[] begin, String name) {
        String first = text(begin);
        for (Magic magic : BINARIES) {
            if (first.startsWith(magic.bytes)) {
                throw SourceProblems.binary(name, magic.what);
            }
        }
        if (first.startsWith(TAR, TAR_AT)) {
            throw SourceProblems.binary(name, "a tar archive");
        }
    }

    /// Refuses what would have to be unpacked again.
    ///
    /// @param begin of what came out of a compressed file or archive
    /// @throws ProblemException if it is packed itself
    static void refusePacked(byte[] begin, String name) {
        String first = text(begin);
        for (Magic magic : PACKED) {
            if (first.startsWith(magic.bytes)) {
                throw SourceProblems.nested(name, magic.what);
            }
        }
    }

    private static String text(byte[] begin) {
        return new String(begin, 0, Math.min(begin.length, LENGTH), StandardCharsets.ISO_8859_1);
    }
}
