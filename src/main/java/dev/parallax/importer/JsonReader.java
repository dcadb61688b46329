package dev.parallax.importer;

import dev.parallax.importer.layout.LineReader;
import dev.parallax.importer.layout.LineShapes;
import dev.parallax.importer.layout.SeenPaths;
import dev.parallax.importer.mapping.Mapping;
import dev.parallax.importer.privacy.Privacy;
import dev.parallax.importer.source.Meter;
import dev.parallax.importer.source.Source;
import dev.parallax.metric.Metric;
import dev.parallax.rum.Chunk;
import dev.parallax.rum.Dictionaries;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.core.util.JsonRecyclerPools;

/// Reads files of JSON objects: one on each line, or all in one array.
final class JsonReader implements RecordReader {
    private static final int LONGEST_LINE = 4_000_000;

    /// `NaN` is no JSON, but Python writes it.
    private static final JsonFactory FACTORY =
            JsonFactory.builder()
                    .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                    .recyclerPool(JsonRecyclerPools.threadLocalPool())
                    .build();

    private final Source source;
    private final Mapping mapping;

    private JsonReader(Source source, Mapping mapping) {
        this.source = source;
        this.mapping = mapping;
    }

    /// Reads the first part of the file for trial.
    ///
    /// @throws dev.parallax.problem.ProblemException if it is the whole file and has no metric
    static JsonReader prepare(Source source, Mapping mapping) {
        var reader = new JsonReader(source, mapping);
        if (source.isWhole()) {
            reader.refuseWithoutMetrics();
        }
        return reader;
    }

    private void refuseWithoutMetrics() {
        Privacy privacy = Privacy.forTrial();
        var tally = new Tally(privacy.scrubber());
        var useful = new boolean[1];
        var cells = new Cells(mapping, Dictionaries.limited(), tally, privacy);
        var record = new JsonRecord(mapping, cells, tally);
        try {
            read(
                    new StringReader(source.preview()),
                    record,
                    draft -> useful[0] |= draft.refusal == null && hasMetric(draft));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        if (!useful[0]) {
            throw ImportProblems.noWebVitals(source.name(), tally.unusedColumns());
        }
    }

    /// A page view without any metric may be one of many, but tells nothing about the file.
    private static boolean hasMetric(Draft draft) {
        for (int value : draft.metrics) {
            if (value != Chunk.MISSING) {
                return true;
            }
        }
        return false;
    }

    @Override
    public Source source() {
        return source;
    }

    @Override
    public Mapping mapping() {
        return mapping;
    }

    @Override
    public Map<Metric, FoundUnit> units() {
        var units = new EnumMap<Metric, FoundUnit>(Metric.class);
        for (Metric metric : Metric.all()) {
            units.put(metric, FoundUnit.ofFormat(metric, null));
        }
        return units;
    }

    @Override
    public void read(Intake intake, Meter meter) throws IOException {
        var record = new JsonRecord(mapping, intake.cells(mapping), intake.tally());
        try (Reader text = source.open(meter)) {
            read(text, record, intake::accept);
        }
    }

    private void read(Reader text, JsonRecord record, Consumer<Draft> intake) throws IOException {
        if (SeenPaths.hasDocumentOnEachLine(source.preview())) {
            readLines(text, record, intake);
        } else {
            readDocuments(text, record, intake);
        }
    }

    private static void readLines(Reader text, JsonRecord record, Consumer<Draft> intake)
            throws IOException {
        var draft = new Draft();
        var raw = new RawText();
        var lines = new LineReader(text, LONGEST_LINE);
        LineShapes<JsonRecord.Shape> shapes = record.shapes();
        while (lines.next(shapes)) {
            JsonRecord.Shape shape = shapes.found();
            if (shape != null) {
                draft.clear();
                draft.line = lines.number();
                record.read(shape, lines.text(), draft);
                raw.set(lines.text(), lines.from(), lines.length());
                draft.source = raw;
                intake.accept(draft);
            } else if (!lines.isBlank()) {
                readLine(lines, record, draft);
                if (!lines.isTooLong()) {
                    raw.set(lines.text(), lines.from(), lines.length());
                    draft.source = raw;
                }
                intake.accept(draft);
            }
        }
    }

    private static void readLine(LineReader lines, JsonRecord record, Draft draft) {
        draft.clear();
        draft.line = lines.number();
        if (lines.isTooLong()) {
            draft.refusal = Reason.TOO_LONG;
            return;
        }
        try (JsonParser parser =
                FACTORY.createParser(
                        ObjectReadContext.empty(), lines.text(), lines.from(), lines.length())) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                draft.refusal = Reason.NOT_JSON;
                return;
            }
            record.read(parser, draft);
            if (parser.nextToken() == null) {
                record.shapes().learn(lines.text(), lines.from(), lines.length());
            } else {
                draft.refusal = Reason.NOT_JSON;
            }
        } catch (JacksonException _) {
            draft.refusal = Reason.NOT_JSON;
        }
    }

    private void readDocuments(Reader text, JsonRecord record, Consumer<Draft> intake)
            throws IOException {
        var draft = new Draft();
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
            while (parser.nextToken() != null) {
                if (parser.currentToken() == JsonToken.START_ARRAY) {
                    while (parser.nextToken() != JsonToken.END_ARRAY) {
                        readElement(parser, record, draft, intake);
                    }
                } else {
                    readElement(parser, record, draft, intake);
                }
            }
        } catch (JacksonException broken) {
            if (broken.getCause() instanceof IOException failed) {
                throw failed;
            }
            throw ImportProblems.brokenJson(source.name(), broken);
        }
    }

    private static void readElement(
            JsonParser parser, JsonRecord record, Draft draft, Consumer<Draft> intake) {
        draft.clear();
        draft.line = line(parser);
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            record.read(parser, draft);
        } else {
            parser.skipChildren();
            draft.refusal = Reason.NOT_JSON;
        }
        intake.accept(draft);
    }

    private static long line(JsonParser parser) {
        return parser.currentTokenLocation().getLineNr();
    }
}
