package dev.parallax.importer.layout;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// Goes once through the JSON of a unit and picks the texts that the layout wants; what it does not
/// want is skipped unread.
final class JsonWalker {
    /// JSON within a text within a text: deeper is nonsense.
    private static final int DEEPEST_TEXT = 3;

    private final JsonFactory factory;
    private final Layout layout;
    private final RecordTexts texts = new RecordTexts();
    private long[] chosen = new long[8];
    private int frames;
    private int textDepth;
    private boolean hasRows;
    private long line;

    JsonWalker(JsonFactory factory, Layout layout) {
        this.factory = factory;
        this.layout = layout;
    }

    /// Reads the object or value whose first token the parser has just read, and tells its records.
    ///
    /// @param at the line it is in, if the parser does not know it; else 0
    /// @throws JacksonException if it is not well-formed; nothing was told then
    void read(JsonParser parser, long at, Fields fields) {
        begin(at);
        long first = lineOf(parser);
        value(parser, layout.root());
        tell(first, fields);
    }

    private long lineOf(JsonParser parser) {
        return line == 0 ? parser.currentTokenLocation().getLineNr() : line;
    }

    /// Forgets the last unit.
    void begin(long at) {
        line = at;
        texts.clear();
        frames = 0;
        textDepth = 0;
        hasRows = false;
    }

    /// Takes the text of a column or key, which may be JSON itself.
    void take(Node node, char[] text, int from, int length) {
        scalar(node, text, from, length);
    }

    void tell(long first, Fields fields) {
        if (texts.isOverflown()) {
            fields.broken(first, Fields.Fault.SIZE);
        } else if (hasRows) {
            texts.tellRows(fields);
        } else {
            texts.tell(first, fields);
        }
    }

    /// Tells the texts taken so far, within a record that the caller begins and ends.
    void tellTexts(Fields fields) {
        texts.tellAll(fields);
    }

    private void value(JsonParser parser, Node node) {
        switch (parser.currentToken()) {
            case START_OBJECT -> {
                if (node.choices.isEmpty()) {
                    members(parser, node);
                } else {
                    chosenElement(parser, node);
                }
            }
            case START_ARRAY -> elements(parser, node);
            case VALUE_NULL -> {}
            default -> scalar(parser, node);
        }
    }

    private void members(JsonParser parser, Node node) {
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            chooseBy(parser, node, name);
            Node child = node.find(name);
            if (child == null) {
                parser.skipChildren();
            } else {
                value(parser, child);
            }
        }
    }

    private void chooseBy(JsonParser parser, Node node, String name) {
        if (!node.choices.isEmpty() && parser.currentToken().isScalarValue() && node.isKey(name)) {
            chosen[frames - 1] |=
                    node.choose(
                            name,
                            parser.getStringCharacters(),
                            parser.getStringOffset(),
                            parser.getStringLength());
        }
    }

    private void elements(JsonParser parser, Node node) {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (node.isRows) {
                row(parser, node);
            } else {
                value(parser, node);
            }
        }
    }

    private void row(JsonParser parser, Node node) {
        hasRows = true;
        int mark = texts.mark();
        long first = lineOf(parser);
        value(parser, node);
        texts.addRow(mark, first);
    }

    private void chosenElement(JsonParser parser, Node node) {
        if (frames == chosen.length) {
            chosen = Arrays.copyOf(chosen, frames * 2);
        }
        chosen[frames++] = 0;
        int mark = texts.mark();
        members(parser, node);
        texts.retain(mark, node.depth, chosen[--frames]);
    }

    private void scalar(JsonParser parser, Node node) {
        scalar(
                node,
                parser.getStringCharacters(),
                parser.getStringOffset(),
                parser.getStringLength());
    }

    private void scalar(Node node, char[] text, int from, int length) {
        for (Node.Target target : node.targets) {
            texts.add(target, text, from, length);
        }
        if (!node.isLeaf() && length > 1 && textDepth < DEEPEST_TEXT && opens(text, from, length)) {
            within(node, text, from, length);
        }
    }

    private static boolean opens(char[] text, int from, int length) {
        char first = text[from];
        char last = text[from + length - 1];
        return (first == '{' && last == '}') || (first == '[' && last == ']');
    }

    /// A text that is JSON itself; one that only looks so stays a text.
    private void within(Node node, char[] text, int from, int length) {
        int mark = texts.mark();
        int framesBefore = frames;
        textDepth++;
        @Nullable JacksonException broken = null;
        // a copy: the outer parser's buffer may be used again meanwhile
        char[] copy = Arrays.copyOfRange(text, from, from + length);
        try (JsonParser inner = factory.createParser(ObjectReadContext.empty(), copy)) {
            inner.nextToken();
            value(inner, node);
        } catch (JacksonException notJson) {
            broken = notJson;
        }
        textDepth--;
        frames = framesBefore;
        if (broken != null) {
            texts.cut(mark);
        }
    }
}
