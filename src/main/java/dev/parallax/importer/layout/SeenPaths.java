package dev.parallax.importer.layout;

import java.util.HashSet;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;

/// The paths that occur in the first part of a JSON text, by which its format is told: `view.id`,
/// `data[].attributes`. With the value behind an equals sign where it is a short one: `type=view`.
/// An array that is the whole text is left out of the paths.
public final class SeenPaths {
    private static final int LONGEST_VALUE = 40;
    private static final int MOST_PATHS = 5_000;

    private final Set<String> paths = new HashSet<>();
    private int documents;

    private SeenPaths() {}

    /// Looks at a text as far as it is well-formed; it may break off anywhere.
    public static SeenPaths of(String preview) {
        var seen = new SeenPaths();
        try (JsonParser parser =
                JsonRecords.FACTORY.createParser(ObjectReadContext.empty(), preview)) {
            while (parser.nextToken() != null && seen.paths.size() < MOST_PATHS) {
                seen.documents++;
                seen.value(parser, "");
            }
        } catch (JacksonException cutOff) {
            // as far as it goes is enough
            return seen;
        }
        return seen;
    }

    /// Whether a text is one whole document.
    public static boolean isWhole(String text) {
        try (JsonParser parser =
                JsonRecords.FACTORY.createParser(ObjectReadContext.empty(), text)) {
            if (parser.nextToken() == null) {
                return false;
            }
            parser.skipChildren();
            return parser.nextToken() == null;
        } catch (JacksonException cutOff) {
            return false;
        }
    }

    /// Whether each line of a text is a document of its own: the first one is whole, and there is
    /// another line.
    public static boolean hasDocumentOnEachLine(String preview) {
        String begin = preview.stripLeading();
        int end = begin.indexOf('\n');
        return end > 0 && !begin.substring(end).isBlank() && isWhole(begin.substring(0, end));
    }

    /// Documents that began.
    public int documents() {
        return documents;
    }

    /// Whether a path, or a path with a value, occurs. A name with dots in it is the same as names
    /// within one another.
    public boolean has(String path) {
        return paths.contains(path);
    }

    /// Names at the top, for a message on what was found.
    public Set<String> names() {
        var names = new HashSet<String>();
        paths.stream().filter(path -> path.indexOf('=') < 0).forEach(names::add);
        return names;
    }

    private void value(JsonParser parser, String path) {
        switch (parser.currentToken()) {
            case START_OBJECT -> {
                while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                    String name = parser.currentName();
                    String inner = path.isEmpty() ? name : path + "." + name;
                    paths.add(inner);
                    parser.nextToken();
                    value(parser, inner);
                }
            }
            case START_ARRAY -> {
                String inner = path.isEmpty() ? "" : path + "[]";
                if (!inner.isEmpty()) {
                    paths.add(inner);
                }
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    value(parser, inner);
                }
            }
            case VALUE_STRING -> {
                if (parser.getStringLength() <= LONGEST_VALUE) {
                    paths.add(path + "=" + parser.getString());
                }
            }
            default -> {
                // numbers tell nothing about a format
            }
        }
    }
}
