package dev.parallax.importer;

import dev.parallax.problem.Problem;
import dev.parallax.problem.ProblemException;
import java.util.List;

/// What is said when a file cannot be imported. In every case nothing of it has been stored.
final class ImportProblems {
    private static final String SUPPORTED =
            "export the page views as CSV with a header row, or as web-vitals beacons, one JSON object a line";

    /// Column names listed in a message; more would hide what to do next.
    private static final int NAMED = 20;

    private ImportProblems() {}

    private static ProblemException usage(String code, String file, String why, String next) {
        return new ProblemException(
                Problem.usage("import-" + code, "cannot import \"" + file + "\"", why, next));
    }

    static ProblemException noSuchFile(String file) {
        return usage("no-such-file", file, "there is no such file", "check the path");
    }

    static ProblemException folder(String file) {
        return usage("folder", file, "it is a folder", "name the files in it");
    }

    static ProblemException notAFile(String file) {
        return usage("not-a-file", file, "it is not a regular file", "copy its content into one");
    }

    static ProblemException empty(String file) {
        return usage("empty", file, "it is empty", "export it again");
    }

    static ProblemException binary(String file, String what) {
        return usage("binary", file, "it is " + what, SUPPORTED);
    }

    static ProblemException unreadable(String file, Exception cause) {
        return new ProblemException(
                Problem.environment(
                        "import-unreadable",
                        "cannot read \"" + file + "\"",
                        reason(cause),
                        "check the file and its permissions, then try again"),
                cause);
    }

    static ProblemException damagedArchive(String file, Exception cause) {
        return new ProblemException(
                Problem.usage(
                        "import-damaged-archive",
                        "cannot import \"" + file + "\"",
                        "the compressed data is damaged or cut off (" + reason(cause) + ")",
                        "get the file again"),
                cause);
    }

    private static String reason(Throwable cause) {
        String message = cause.getMessage();
        return message == null ? cause.getClass().getSimpleName() : message;
    }

    static ProblemException noMetricColumn(String file, List<String> columns) {
        return usage(
                "no-metric",
                file,
                columns.isEmpty()
                        ? "it has no header row"
                        : "none of its columns is a metric (" + named(columns) + ")",
                "name the columns in a header row: ttfb, fcp, lcp, cls, inp, dcl, load");
    }

    static ProblemException aggregates(String file, List<String> columns) {
        return usage(
                "aggregates",
                file,
                "its metrics are summaries (" + named(columns) + "), not single page views",
                "export one row for each page view");
    }

    static ProblemException noWebVitals(String file, List<String> members) {
        return usage(
                "no-metric",
                file,
                members.isEmpty()
                        ? "it holds no JSON objects"
                        : "its JSON objects have no web vitals (" + named(members) + ")",
                SUPPORTED);
    }

    static ProblemException brokenQuotes(String file, Exception place) {
        Throwable detail = place.getCause();
        String found = detail == null ? reason(place) : reason(place) + ": " + reason(detail);
        return new ProblemException(
                Problem.usage(
                        "import-broken-quotes",
                        "cannot import \"" + file + "\"",
                        "its quotes cannot be made sense of (" + found + ")",
                        "correct the quotes there; within a quoted field a quote is written twice"),
                place);
    }

    static ProblemException brokenJson(String file, long line) {
        return usage(
                "broken-json",
                file,
                "the JSON array breaks off or is wrong at line " + line,
                "correct it there, or write one JSON object a line");
    }

    static ProblemException nothingUsable(List<String> files, String why) {
        return usage("nothing-usable", String.join("\", \"", files), why, SUPPORTED);
    }

    static ProblemException noWeight(List<String> files, String why) {
        return usage(
                "no-weight",
                String.join("\", \"", files),
                why,
                "give each page view a weight above 0, or leave the column out");
    }

    static ProblemException unknownFormat(String format, List<String> known) {
        return new ProblemException(
                Problem.usage(
                        "import-unknown-format",
                        "cannot import as \"" + format + "\"",
                        "there is no such format",
                        "use one of " + String.join(", ", known) + ", or let the format be found"));
    }

    static ProblemException otherFormat(String file, String format) {
        return usage(
                "other-format",
                file,
                "it is not of the format " + format,
                "let the format be found");
    }

    static ProblemException mixed(List<String> formats) {
        return new ProblemException(
                Problem.usage(
                        "import-mixed-formats",
                        "cannot import the files together",
                        "they are of different formats (" + String.join(", ", formats) + ")",
                        "import each format into a data set of its own"));
    }

    static ProblemException noFiles() {
        return new ProblemException(
                Problem.usage(
                        "import-no-files",
                        "nothing to import",
                        "no file was named",
                        "name one or more"));
    }

    private static String named(List<String> columns) {
        String joined = String.join(", ", columns.subList(0, Math.min(columns.size(), NAMED)));
        String clipped = joined.length() > 400 ? joined.substring(0, 400) + "…" : joined;
        return columns.size() > NAMED ? clipped + ", …" : clipped;
    }
}
