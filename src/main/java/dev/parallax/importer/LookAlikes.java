package dev.parallax.importer;

import dev.parallax.importer.layout.SeenPaths;
import dev.parallax.importer.source.Source;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Files that people take for exports of real users' page views: recordings, lab results,
/// summaries. They are known by marks in `look-alikes.json`, so that the refusal can say what they
/// are and what to do instead.
final class LookAlikes {
    private final List<LookAlike> all;

    /// One kind of file.
    ///
    /// @param what it is, for a sentence that begins with "it is"
    /// @param json it is this kind if of one of these every path occurs
    /// @param columns it is this kind if of one of these every column occurs
    /// @param begins it is this kind if its text begins with one of these
    /// @param mostColumns tables with more columns are not meant; 0 for any number
    private record LookAlike(
            String what,
            Next next,
            List<List<String>> json,
            List<List<String>> columns,
            List<String> begins,
            int mostColumns) {}

    /// What to do with such a file instead.
    private enum Next {
        JOURNEY("import it as a journey: parallax journey import FILE"),
        LAB(
                "import what real users' browsers measured; the lab side of a comparison comes from a"
                        + " check that Parallax runs itself"),
        FIGURES("export single page views, one record for each (docs/importing.md)"),
        REPORT(
                "save an answer for a page or origin that is in the Chrome UX Report, or rows of its"
                        + " tables with metrics (docs/importing.md)"),
        AGAIN("get the answer again, with the key and address that the service asks for");

        private final String words;

        Next(String words) {
            this.words = words;
        }
    }

    private LookAlikes(List<LookAlike> all) {
        this.all = all;
    }

    /// Reads the marks of those that are known.
    static LookAlikes bundled() {
        try (InputStream file = LookAlikes.class.getResourceAsStream("look-alikes.json")) {
            if (file == null) {
                throw new IllegalStateException("look-alikes.json is missing");
            }
            var all = new ArrayList<LookAlike>();
            JsonMapper.shared().readTree(file).forEach(json -> all.add(read(json)));
            return new LookAlikes(List.copyOf(all));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static LookAlike read(JsonNode json) {
        return new LookAlike(
                json.required("what").stringValue(),
                Next.valueOf(json.required("next").stringValue().toUpperCase(Locale.ROOT)),
                lists(json.path("json")),
                lists(json.path("columns")),
                texts(json.path("begins")),
                json.path("only").asInt(0));
    }

    private static List<List<String>> lists(JsonNode json) {
        var lists = new ArrayList<List<String>>();
        json.forEach(list -> lists.add(texts(list)));
        return lists;
    }

    private static List<String> texts(JsonNode json) {
        var texts = new ArrayList<String>();
        json.forEach(text -> texts.add(text.stringValue()));
        return texts;
    }

    /// Refuses a JSON text that is one of these.
    ///
    /// @throws dev.parallax.problem.ProblemException if it is
    void refuse(Source source, SeenPaths seen) {
        refuse(
                source,
                all.stream()
                        .filter(kind ->
                                kind.json.stream()
                                        .anyMatch(marks -> marks.stream().allMatch(seen::has)))
                        .filter(kind -> kind.mostColumns == 0 || isNarrow(kind, seen))
                        .findFirst());
    }

    private static boolean isNarrow(LookAlike kind, SeenPaths seen) {
        return seen.names().size() <= kind.mostColumns;
    }

    /// Refuses a text that is no JSON and one of these.
    ///
    /// @param rows what may be its header
    /// @throws dev.parallax.problem.ProblemException if it is
    void refuse(Source source, List<List<String>> rows) {
        String begin = withoutDeclaration(source.preview().stripLeading());
        refuse(
                source,
                all.stream()
                        .filter(kind ->
                                kind.begins.stream().anyMatch(begin::startsWith)
                                        || rows.stream().anyMatch(row -> isHeaderOf(kind, row)))
                        .findFirst());
        if (begin.startsWith("<")) {
            throw ImportProblems.lookAlike(source.name(), "XML", Next.FIGURES.words);
        }
    }

    private static boolean isHeaderOf(LookAlike kind, List<String> row) {
        return (kind.mostColumns == 0 || row.size() <= kind.mostColumns)
                && Header.hasColumns(row, kind.columns);
    }

    /// An XML text from its first element on.
    private static String withoutDeclaration(String text) {
        String rest = text;
        while (rest.startsWith("<?") || rest.startsWith("<!--")) {
            int end = rest.indexOf('>');
            if (end < 0) {
                return rest;
            }
            rest = rest.substring(end + 1).stripLeading();
        }
        return rest;
    }

    private static void refuse(Source source, Optional<LookAlike> kind) {
        if (kind.isPresent()) {
            throw ImportProblems.lookAlike(source.name(), kind.get().what, kind.get().next.words);
        }
    }
}
