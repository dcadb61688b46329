package dev.parallax.importer;

import dev.parallax.problem.Problem;
import dev.parallax.problem.ProblemException;
import dev.parallax.rum.ImportRecord;
import dev.parallax.rum.ImportRecord.LeftOut;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/// What is said when a file cannot be imported. In every case nothing of it has been stored.
final class ImportProblems {
    private static final String SUPPORTED =
            "export single page views in a format that is known (docs/importing.md), or say with --mapping what its parts mean";

    /// Column names listed in a message; more would hide what to do next.
    private static final int NAMED = 20;

    /// Files named in a message.
    private static final int NAMED_FILES = 3;

    private static final int LONGEST_REASON = 200;

    /// What Jackson says of its limits is for programmers.
    private static final Pattern LIMIT = Pattern.compile(", from `[^`]*`");

    /// The code of the problem that no column is a metric.
    static final String NO_METRIC = "import-no-metric";

    private ImportProblems() {}

    private static ProblemException usage(String code, String file, String why, String next) {
        return new ProblemException(
                Problem.usage("import-" + code, "cannot import \"" + file + "\"", why, next));
    }

    private static ProblemException usage(
            String code, List<String> files, String why, String next) {
        String first =
                files.stream()
                        .limit(NAMED_FILES)
                        .map(file -> "\"" + file + "\"")
                        .collect(Collectors.joining(", "));
        String all =
                files.size() > NAMED_FILES
                        ? "%s and %,d more".formatted(first, files.size() - NAMED_FILES)
                        : first;
        return new ProblemException(
                Problem.usage("import-" + code, "cannot import " + all, why, next));
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

    static ProblemException noMappedColumn(String file, List<String> columns) {
        return usage(
                "no-metric",
                file,
                "none of its columns is one that the mapping names as a metric ("
                        + named(columns)
                        + ")",
                "name them in the mapping's \"at\" as they are written in the file");
    }

    static ProblemException aggregates(String file, List<String> columns) {
        return usage(
                "aggregates",
                file,
                "its metrics are summaries (" + named(columns) + "), not single page views",
                "export one row for each page view");
    }

    static ProblemException lookAlike(String file, String what, String next) {
        return usage("look-alike", file, "it is " + what, next);
    }

    static ProblemException noRecords(String file) {
        return usage("no-records", file, "there is no record in it", "leave it out");
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

    static ProblemException brokenJson(String file, JacksonException broken) {
        return new ProblemException(
                Problem.usage(
                        "import-broken-json",
                        "cannot import \"" + file + "\"",
                        "its JSON breaks off or is wrong " + place(broken),
                        "correct it there, or write one JSON object a line"),
                broken);
    }

    /// Where JSON is wrong; what is nested too deeply or too long comes without a place.
    static String place(JacksonException broken) {
        return broken.getLocation() == null
                ? "(" + clipped(LIMIT.matcher(broken.getOriginalMessage()).replaceFirst("")) + ")"
                : "at line " + broken.getLocation().getLineNr();
    }

    private static String clipped(String text) {
        return text.length() > LONGEST_REASON ? text.substring(0, LONGEST_REASON) + "…" : text;
    }

    /// @param most what most records were left out for
    static ProblemException nothingUsable(List<String> files, long read, LeftOut most) {
        return nothingUsable(files, unusedRecords(read, most));
    }

    /// Why no record of a file was taken.
    static String unusedRecords(long read, LeftOut most) {
        return "none of its %,d records can be used, mostly for: %s (first %s)"
                .formatted(read, most.reason(), most.first());
    }

    static ProblemException nothingNew(List<String> files, ImportRecord record) {
        return usage(
                "nothing-new",
                files,
                "of its %,d records %,d are in the data set already, and none is new"
                        .formatted(record.read(), record.duplicates()),
                "leave it out");
    }

    static ProblemException nothingUsable(List<String> files, String why) {
        return usage("nothing-usable", files, why, SUPPORTED);
    }

    static ProblemException noWeight(List<String> files, String why) {
        return usage(
                "no-weight",
                files,
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

    static ProblemException badMapping(Path file, String why, @Nullable Exception cause) {
        var problem =
                Problem.usage(
                        "import-bad-mapping",
                        "cannot use the mapping \"" + file.getFileName() + "\"",
                        clipped(why.replaceAll("\\p{Cntrl}", " ")),
                        "correct it (docs/mapping-format.md), or leave it out");
        return cause == null ? new ProblemException(problem) : new ProblemException(problem, cause);
    }

    static ProblemException mixed(List<String> formats) {
        return new ProblemException(
                Problem.usage(
                        "import-mixed-formats",
                        "cannot import the files together",
                        "they are of different formats (" + String.join(", ", formats) + ")",
                        "import each format into a data set of its own"));
    }

    static ProblemException aggregatesAndOthers(String aggregates, String other) {
        return new ProblemException(
                Problem.usage(
                        "import-mixed-formats",
                        "cannot import the files together",
                        "\"%s\" holds distributions that its source summed up, \"%s\" does not"
                                .formatted(aggregates, other),
                        "import each into a data set of its own"));
    }

    static ProblemException aggregatesNotWanted() {
        return new ProblemException(
                Problem.usage(
                        "import-aggregates",
                        "cannot take page views from the files",
                        "they hold distributions that their source summed up",
                        "import them as a data set of their own: parallax rum import FILE"));
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
