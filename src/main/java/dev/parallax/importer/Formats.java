package dev.parallax.importer;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The import formats there are, each described by a file in `mappings`, and which of them a file
/// is.
final class Formats {
    private static final List<String> KEYS = List.of("csv", "web-vitals");

    private final List<Mapping> mappings;

    Formats() {
        JsonNode words = read("words");
        mappings = KEYS.stream().map(key -> Mapping.of(words, read(key))).toList();
    }

    private static JsonNode read(String name) {
        try (InputStream file = Formats.class.getResourceAsStream("mappings/" + name + ".json")) {
            if (file == null) {
                throw new IllegalStateException("mapping " + name + " is missing");
            }
            return JsonMapper.shared().readTree(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /// The keys by which the formats are asked for.
    static List<String> keys() {
        return KEYS;
    }

    /// How to read a file.
    ///
    /// @throws dev.parallax.problem.ProblemException if it is of no known format, or not of the one
    ///   that was asked for
    RecordReader readerFor(Source source, ImportOptions options) {
        Mapping.Shape shape = shape(source.preview());
        return options.format().isEmpty()
                ? reader(source, byShape(shape))
                : readerAs(options.format().get(), shape, source);
    }

    private RecordReader readerAs(String format, Mapping.Shape shape, Source source) {
        Mapping mapping = mapping(format);
        if (mapping.shape() != shape) {
            throw ImportProblems.otherFormat(source.name(), format);
        }
        return reader(source, mapping);
    }

    /// The mapping of a format.
    ///
    /// @throws dev.parallax.problem.ProblemException if there is no such format
    Mapping mapping(String format) {
        return mappings.stream()
                .filter(known -> known.format().equals(format))
                .findFirst()
                .orElseThrow(() -> ImportProblems.unknownFormat(format, KEYS));
    }

    private Mapping byShape(Mapping.Shape shape) {
        return mappings.stream()
                .filter(mapping -> mapping.shape() == shape)
                .findFirst()
                .orElseThrow();
    }

    private static RecordReader reader(Source source, Mapping mapping) {
        return switch (mapping.shape()) {
            case DELIMITED -> DelimitedReader.prepare(source, mapping);
            case JSON -> JsonReader.prepare(source, mapping);
        };
    }

    private static Mapping.Shape shape(String preview) {
        String begin = preview.stripLeading();
        return begin.startsWith("{") || begin.startsWith("[")
                ? Mapping.Shape.JSON
                : Mapping.Shape.DELIMITED;
    }
}
