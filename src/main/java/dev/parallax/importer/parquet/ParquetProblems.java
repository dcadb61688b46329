package dev.parallax.importer.parquet;

import dev.parallax.problem.Problem;
import dev.parallax.problem.ProblemException;

/// What is said when a Parquet file cannot be read.
final class ParquetProblems {
    private static final int LONGEST_REASON = 200;

    private ParquetProblems() {}

    private static Problem usage(String code, String file, String why, String next) {
        return Problem.usage("import-" + code, "cannot import \"" + file + "\"", why, next);
    }

    static ProblemException broken(String file, Throwable cause) {
        return new ProblemException(
                usage(
                        "broken-parquet",
                        file,
                        "it is a Parquet file, but damaged or cut off (" + reason(cause) + ")",
                        "write it again"),
                cause);
    }

    private static String reason(Throwable cause) {
        String message = cause.getMessage();
        String all = message == null ? cause.getClass().getSimpleName() : message;
        String line = all.replaceAll("\\s+", " ");
        return line.length() > LONGEST_REASON ? line.substring(0, LONGEST_REASON) + "…" : line;
    }

    static ProblemException tooFew(String file, long claimed, long found) {
        return new ProblemException(
                usage(
                        "broken-parquet",
                        file,
                        "it claims to have %,d rows but has %,d".formatted(claimed, found),
                        "write it again"));
    }

    static ProblemException codec(String file, String codec) {
        return new ProblemException(
                usage(
                        "parquet-codec",
                        file,
                        "its columns are compressed with " + codec + ", which is not read",
                        "write it with zstd, snappy or gzip, or uncompressed"));
    }

    static ProblemException bomb(String file) {
        return new ProblemException(
                usage(
                        "bomb",
                        file,
                        "it claims to hold far more than its size can",
                        "if that is right, write it in several files"));
    }
}
