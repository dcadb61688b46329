package dev.parallax.importer.layout;

import java.io.IOException;
import java.io.Reader;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.core.util.JsonRecyclerPools;

/// Reads records from JSON of any size: documents one after the other, or one on each line. Only
/// one unit is in memory at a time.
public final class JsonRecords {
    /// Longer lines are refused one by one.
    public static final int LONGEST_LINE = 16_000_000;

    /// `NaN` is no JSON, but Python writes it.
    static final JsonFactory FACTORY =
            JsonFactory.builder()
                    .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                    .recyclerPool(JsonRecyclerPools.threadLocalPool())
                    .build();

    private final List<String> unitPath;
    private final JsonWalker walker;

    /// @param layout of a unit
    /// @param unitPath names of the members that lead from a document to its units; empty if each
    ///   document, or each element of one that is an array, is a unit
    public JsonRecords(Layout layout, List<String> unitPath) {
        this.unitPath = List.copyOf(unitPath);
        this.walker = new JsonWalker(FACTORY, layout);
    }

    /// Reads documents that follow one another, on as many lines as they like.
    ///
    /// @throws JacksonException if the text is not well-formed from some place on; a failure to
    ///   read is its cause
    public void readDocuments(Reader text, Fields fields) {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
            documents(parser, 0, fields);
        }
    }

    /// Reads a document from each line. A line that is none is told as broken.
    public void readLines(Reader text, Fields fields) throws IOException {
        var lines = new LineReader(text, LONGEST_LINE);
        while (lines.next()) {
            if (!lines.isBlank()) {
                readLine(lines, fields);
            }
        }
    }

    /// Reads the document that one line is.
    void readLine(LineReader lines, Fields fields) {
        if (lines.isTooLong()) {
            fields.broken(lines.number(), Fields.Fault.SIZE);
            return;
        }
        fields.line(lines.text(), lines.from(), lines.length());
        try (JsonParser parser =
                FACTORY.createParser(
                        ObjectReadContext.empty(), lines.text(), lines.from(), lines.length())) {
            documents(parser, lines.number(), fields);
        } catch (JacksonException notJson) {
            fields.broken(lines.number(), Fields.Fault.SYNTAX);
        }
    }

    private void documents(JsonParser parser, long line, Fields fields) {
        while (parser.nextToken() != null) {
            document(parser, line, fields);
        }
    }

    private void document(JsonParser parser, long line, Fields fields) {
        switch (parser.currentToken()) {
            case START_ARRAY -> {
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    document(parser, line, fields);
                }
            }
            case START_OBJECT -> {
                if (unitPath.isEmpty()) {
                    walker.read(parser, line, fields);
                } else {
                    descend(parser, 0, line, fields);
                }
            }
            default ->
                    fields.broken(
                            line == 0 ? parser.currentTokenLocation().getLineNr() : line,
                            Fields.Fault.SYNTAX);
        }
    }

    /// Goes through the members of an object to the next name of the path.
    private void descend(JsonParser parser, int depth, long line, Fields fields) {
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            boolean onTheWay = parser.currentName().equals(unitPath.get(depth));
            parser.nextToken();
            if (onTheWay) {
                follow(parser, depth + 1, line, fields);
            } else {
                parser.skipChildren();
            }
        }
    }

    private void follow(JsonParser parser, int depth, long line, Fields fields) {
        switch (parser.currentToken()) {
            case START_ARRAY -> {
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    follow(parser, depth, line, fields);
                }
            }
            case START_OBJECT -> {
                if (depth == unitPath.size()) {
                    walker.read(parser, line, fields);
                } else {
                    descend(parser, depth, line, fields);
                }
            }
            default -> {
                // null, or a text where units were expected: there is no unit
            }
        }
    }
}
