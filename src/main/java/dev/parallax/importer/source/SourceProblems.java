package dev.parallax.importer.source;

import com.github.luben.zstd.ZstdIOException;
import dev.parallax.problem.Problem;
import dev.parallax.problem.ProblemException;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.util.zip.ZipException;

/// What is said when a file cannot be read, whatever is in it.
final class SourceProblems {
    private static final String SUPPORTED =
            "export the page views as CSV with a header row, as Parquet, or as JSON, one object a line";

    private SourceProblems() {}

    private static ProblemException usage(String code, String file, String why, String next) {
        return new ProblemException(
                Problem.usage("import-" + code, "cannot import \"" + file + "\"", why, next));
    }

    static ProblemException noSuchFile(String file) {
        return usage("no-such-file", file, "there is no such file", "check the path");
    }

    static ProblemException notAFile(String file) {
        return usage(
                "not-a-file",
                file,
                "it is a pipe or a device, not a regular file",
                "write its content into a file");
    }

    static ProblemException empty(String file) {
        return usage("empty", file, "it is empty", "export it again");
    }

    static ProblemException emptyFolder(String file) {
        return usage(
                "empty-folder", file, "there is no file in it", "name one that has files in it");
    }

    static ProblemException emptyArchive(String file) {
        return usage("empty-archive", file, "there is no file in the archive", "pack it again");
    }

    static ProblemException tooMany(String file, int most) {
        return usage(
                "too-many-files",
                file,
                "there are more than %,d files in it".formatted(most),
                "import it in parts");
    }

    static ProblemException binary(String file, String what) {
        return usage("binary", file, "it is " + what, SUPPORTED);
    }

    static ProblemException wide(String file) {
        return usage(
                "encoding",
                file,
                "it is a text in UTF-16 without a byte order mark, or in UTF-32",
                "save it as UTF-8");
    }

    static ProblemException nested(String file, String what) {
        return usage(
                "nested",
                file,
                "it is packed twice: within is " + what,
                "unpack it once and import what comes out");
    }

    static ProblemException bomb(String file, long size) {
        return usage(
                "bomb",
                file,
                "its %,d bytes unpack to more than %d times as many"
                        .formatted(size, Expansion.LARGEST_RATIO),
                "if that is right, unpack it and import what comes out");
    }

    static ProblemException encrypted(String file) {
        return usage("encrypted", file, "it is encrypted", "unpack it and import what comes out");
    }

    static ProblemException changed(String file) {
        return new ProblemException(
                Problem.environment(
                        "import-changed",
                        "cannot import \"" + file + "\"",
                        "it was changed while it was read",
                        "import it again once nothing writes to it"));
    }

    /// The problem behind a failure to read.
    static ProblemException of(String file, IOException failed) {
        boolean isDamaged =
                failed instanceof ZipException
                        || failed instanceof EOFException
                        || failed instanceof ZstdIOException;
        return isDamaged ? damaged(file, failed) : unreadable(file, failed);
    }

    private static ProblemException unreadable(String file, Exception cause) {
        return new ProblemException(
                Problem.environment(
                        "import-unreadable",
                        "cannot read \"" + file + "\"",
                        reason(cause),
                        "check the file and its permissions, then try again"),
                cause);
    }

    private static ProblemException damaged(String file, Exception cause) {
        return new ProblemException(
                Problem.usage(
                        "import-damaged-archive",
                        "cannot import \"" + file + "\"",
                        "the compressed data is damaged or cut off (" + reason(cause) + ")",
                        "get the file again"),
                cause);
    }

    private static String reason(Throwable cause) {
        if (cause instanceof AccessDeniedException) {
            return "its permissions do not allow it";
        }
        if (cause instanceof FileSystemException failed && failed.getReason() != null) {
            return failed.getReason();
        }
        String message = cause.getMessage();
        return message == null ? cause.getClass().getSimpleName() : message;
    }
}
