package dev.parallax.importer.crux;

import dev.parallax.importer.layout.LineReader;
import java.io.IOException;
import java.io.Reader;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Reads JSON objects one after the other, each as a tree in which every number is the text that it
/// was: this source writes numbers as texts as often as not.
final class JsonUnits {
    private static final int LONGEST_LINE = 4_000_000;

    /// A row with all histograms has some thousand.
    private static final int MOST_NODES = 200_000;

    private static final JsonFactory FACTORY =
            JsonFactory.builder().enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS).build();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final Taker taker;
    private int nodes;

    /// Takes what is read.
    interface Taker {
        void unit(JsonNode unit, long line);

        /// Something is there that is no object, or too large for one.
        ///
        /// @param text the line, if it is known
        void broken(String reason, long line, Optional<String> text);
    }

    JsonUnits(Taker taker) {
        this.taker = taker;
    }

    /// Reads one object from each line.
    void readLines(Reader text) throws IOException {
        var lines = new LineReader(text, LONGEST_LINE);
        while (lines.next()) {
            if (!lines.isBlank()) {
                readLine(lines);
            }
        }
    }

    private void readLine(LineReader lines) {
        if (lines.isTooLong()) {
            taker.broken(Ledger.TOO_LONG, lines.number(), Optional.empty());
            return;
        }
        try (JsonParser parser =
                FACTORY.createParser(
                        ObjectReadContext.empty(), lines.text(), lines.from(), lines.length())) {
            parser.nextToken();
            Optional<JsonNode> unit = tree(parser);
            if (unit.isEmpty()) {
                taker.broken(Ledger.TOO_LONG, lines.number(), Optional.empty());
            } else if (!unit.get().isObject() || parser.nextToken() != null) {
                broken(lines);
            } else {
                taker.unit(unit.get(), lines.number());
            }
        } catch (JacksonException notJson) {
            broken(lines);
        }
    }

    private void broken(LineReader lines) {
        var text = new String(lines.text(), lines.from(), lines.length());
        taker.broken(Ledger.NOT_JSON, lines.number(), Optional.of(text));
    }

    /// Reads objects that follow one another, or are elements of arrays.
    ///
    /// @throws JacksonException if the text is not well-formed from some place on; a failure to
    ///   read is its cause
    void readDocuments(Reader text) {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
            while (parser.nextToken() != null) {
                document(parser);
            }
        }
    }

    private void document(JsonParser parser) {
        if (parser.currentToken() == JsonToken.START_ARRAY) {
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                document(parser);
            }
            return;
        }
        long line = parser.currentTokenLocation().getLineNr();
        Optional<JsonNode> unit = tree(parser);
        if (unit.isEmpty()) {
            taker.broken(Ledger.TOO_LONG, line, Optional.empty());
        } else if (unit.get().isObject()) {
            taker.unit(unit.get(), line);
        } else {
            taker.broken(Ledger.NOT_JSON, line, Optional.empty());
        }
    }

    /// The value that begins with the parser's token; empty if it is too large.
    private Optional<JsonNode> tree(JsonParser parser) {
        nodes = 0;
        JsonNode tree = node(parser);
        return nodes > MOST_NODES ? Optional.empty() : Optional.of(tree);
    }

    private JsonNode node(JsonParser parser) {
        if (++nodes > MOST_NODES) {
            parser.skipChildren();
            return NODES.nullNode();
        }
        return switch (parser.currentToken()) {
            case START_OBJECT -> {
                ObjectNode object = NODES.objectNode();
                while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                    String name = parser.currentName();
                    parser.nextToken();
                    object.set(name, node(parser));
                }
                yield object;
            }
            case START_ARRAY -> {
                ArrayNode array = NODES.arrayNode();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    array.add(node(parser));
                }
                yield array;
            }
            case VALUE_NULL -> NODES.nullNode();
            case null -> NODES.nullNode();
            default -> NODES.stringNode(parser.getString());
        };
    }
}
