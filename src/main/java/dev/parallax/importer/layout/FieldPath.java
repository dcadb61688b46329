package dev.parallax.importer.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/// Where in a record a text is: names joined by dots, each as deep as it likes.
///
/// | written | means |
/// |---|---|
/// | `view.url` | the member `url` of the member `view`; or one member that is called `view.url` |
/// | `spans[].name` | `name` in every element of the array `spans` |
/// | `events[name=fetchStart].time` | `time` in the elements of `events` whose `name` is `fetchStart` |
///
/// A path that names an array without brackets means every element too. Where a text is JSON
/// itself, the path goes on within it.
///
/// @param segments from the record inwards, at least one
public record FieldPath(List<Segment> segments) {

    /// One step inwards.
    ///
    /// @param name of the member
    /// @param choice which elements of the array of that name, null for all
    public record Segment(String name, @Nullable Choice choice) {}

    /// The elements of an array whose member has a value.
    ///
    /// @param key name of the member, a direct one
    public record Choice(String key, String value) {}

    public FieldPath {
        segments = List.copyOf(segments);
        if (segments.isEmpty()) {
            throw new IllegalArgumentException("a path has no segment");
        }
    }

    /// The path that a text of a mapping stands for. Brackets that are not of the forms above
    /// belong to the name, as in the column `LCP [ms]`.
    ///
    /// @throws IllegalArgumentException if it is empty
    public static FieldPath parse(String text) {
        var segments = new ArrayList<Segment>();
        int from = 0;
        int depth = 0;
        for (int at = 0; at <= text.length(); at++) {
            char c = at == text.length() ? '.' : text.charAt(at);
            if (c == '[') {
                depth++;
            } else if (c == ']') {
                depth--;
            } else if (c == '.' && (depth <= 0 || at == text.length())) {
                segments.add(segment(text.substring(from, at)));
                from = at + 1;
            }
        }
        return new FieldPath(segments);
    }

    /// The path of a column, whatever characters its name has.
    public static FieldPath of(String column) {
        return new FieldPath(List.of(new Segment(column, null)));
    }

    /// The same path within another column.
    public FieldPath withFirst(String column) {
        var others = new ArrayList<>(segments);
        others.set(0, new Segment(column, segments.getFirst().choice()));
        return new FieldPath(others);
    }

    /// As it is written in a mapping, but for brackets without a choice.
    @Override
    public String toString() {
        var text = new StringJoiner(".");
        for (Segment segment : segments) {
            Choice choice = segment.choice();
            text.add(
                    choice == null
                            ? segment.name()
                            : segment.name() + "[" + choice.key() + "=" + choice.value() + "]");
        }
        return text.toString();
    }

    private static Segment segment(String text) {
        int open = text.indexOf('[');
        if (open > 0 && text.endsWith("]")) {
            String inner = text.substring(open + 1, text.length() - 1);
            int equals = inner.indexOf('=');
            if (inner.isEmpty()) {
                return new Segment(text.substring(0, open), null);
            }
            if (equals > 0) {
                var choice = new Choice(inner.substring(0, equals), inner.substring(equals + 1));
                return new Segment(text.substring(0, open), choice);
            }
        }
        return new Segment(text, null);
    }
}
