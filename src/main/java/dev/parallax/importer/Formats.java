package dev.parallax.importer;

import dev.parallax.importer.layout.SeenPaths;
import dev.parallax.importer.mapping.Mapping;
import dev.parallax.importer.mapping.Mapping.Shape;
import dev.parallax.importer.parquet.ParquetFile;
import dev.parallax.importer.source.Source;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Finds out of which format a file is, from its content.
final class Formats {
    /// Lines in which the keys of a log are looked for.
    private static final int FIRST_LINES = 20;

    private static final String BY_WORDS_JSON = "web-vitals";
    private static final String BY_WORDS_DELIMITED = "csv";

    /// The last page of an answer that comes in pages: `{"data": []}`.
    private static final Pattern EMPTY_ANSWER =
            Pattern.compile("\\s*\\{\\s*\"\\w+\"\\s*:\\s*\\[\\s*]\\s*}\\s*");

    private final Mappings mappings;
    private final LookAlikes lookAlikes = LookAlikes.bundled();

    Formats(Mappings mappings) {
        this.mappings = mappings;
    }

    /// The mapping that the user asks for, by a file or by a format's key.
    ///
    /// @throws dev.parallax.problem.ProblemException if there is no such one
    Optional<Mapping> given(ImportOptions options) {
        return options.mapping()
                .map(MappingFile::read)
                .or(() -> options.format().map(mappings::get));
    }

    /// How to read a file.
    ///
    /// @param given what the user asked for; empty to let the content tell
    /// @throws dev.parallax.problem.ProblemException if it is of no known format, or not of the one
    ///   that was asked for
    RecordReader readerFor(Source source, Optional<Mapping> given) {
        if (source.form() == Source.Form.PARQUET) {
            return parquetReader(source, given);
        }
        if (given.isPresent()) {
            return readerAs(given.get(), source);
        }
        return reader(source, find(source));
    }

    private RecordReader parquetReader(Source source, Optional<Mapping> given) {
        if (given.isPresent() && given.get().records().shape() != Shape.DELIMITED) {
            throw ImportProblems.otherFormat(source.name(), given.get().format().key());
        }
        try (ParquetFile file = ParquetFile.open(source.path(), source.name())) {
            Mapping mapping = given.orElseGet(() -> findColumns(file.columns()));
            return ParquetReader.prepare(source, mapping, file);
        }
    }

    private Mapping findColumns(List<String> columns) {
        return mappings.all().stream()
                .filter(mapping ->
                        mapping.records().shape() == Shape.DELIMITED
                                && Header.hasColumns(columns, mapping.format().signatures()))
                .findFirst()
                .orElseGet(() -> mappings.get(BY_WORDS_DELIMITED));
    }

    private static RecordReader readerAs(Mapping mapping, Source source) {
        boolean isJson = isJson(source.preview());
        boolean wantsJson =
                switch (mapping.records().shape()) {
                    case JSON, TABLE -> true;
                    case DELIMITED -> false;
                    // log tools wrap lines of text in JSON
                    case LOGFMT, QUERY -> isJson;
                };
        if (isJson != wantsJson) {
            throw ImportProblems.otherFormat(source.name(), mapping.format().key());
        }
        return reader(source, mapping);
    }

    private Mapping find(Source source) {
        return isJson(source.preview()) ? findJson(source) : findText(source);
    }

    private Mapping findJson(Source source) {
        var seen = SeenPaths.of(source.preview());
        for (Mapping mapping : mappings.all()) {
            boolean fits =
                    switch (mapping.records().shape()) {
                        case JSON, TABLE, QUERY -> hasSignature(mapping, seen);
                        case DELIMITED, LOGFMT -> false;
                    };
            if (fits) {
                return mapping;
            }
        }
        lookAlikes.refuse(source, seen);
        if (source.isWhole() && EMPTY_ANSWER.matcher(source.preview()).matches()) {
            throw ImportProblems.noRecords(source.name());
        }
        return mappings.get(BY_WORDS_JSON);
    }

    private static boolean hasSignature(Mapping mapping, SeenPaths seen) {
        return mapping.format().signatures().stream()
                .anyMatch(signature -> signature.stream().allMatch(seen::has));
    }

    private Mapping findText(Source source) {
        List<String> lines = source.preview().lines().limit(FIRST_LINES).toList();
        List<List<String>> rows = Header.firstRows(source);
        for (Mapping mapping : mappings.all()) {
            boolean fits =
                    switch (mapping.records().shape()) {
                        case JSON, TABLE -> false;
                        case DELIMITED ->
                                rows.stream()
                                        .anyMatch(row ->
                                                Header.hasColumns(
                                                        row, mapping.format().signatures()));
                        case LOGFMT, QUERY ->
                                lines.stream().anyMatch(line -> hasKeys(line, mapping));
                    };
            if (fits) {
                return mapping;
            }
        }
        lookAlikes.refuse(source, rows);
        return mappings.get(BY_WORDS_DELIMITED);
    }

    private static boolean hasKeys(String line, Mapping mapping) {
        return mapping.format().signatures().stream()
                .anyMatch(
                        signature -> signature.stream().allMatch(key -> line.contains(key + "=")));
    }

    private static RecordReader reader(Source source, Mapping mapping) {
        return switch (mapping.records().shape()) {
            case DELIMITED -> DelimitedReader.prepare(source, mapping);
            case JSON ->
                    mapping.hasPlaces()
                            ? new PlacedReader(source, mapping)
                            : JsonReader.prepare(source, mapping);
            case TABLE, LOGFMT, QUERY -> new PlacedReader(source, mapping);
        };
    }

    private static boolean isJson(String preview) {
        String begin = preview.stripLeading();
        return begin.startsWith("{") || begin.startsWith("[");
    }
}
