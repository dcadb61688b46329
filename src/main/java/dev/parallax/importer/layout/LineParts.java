package dev.parallax.importer.layout;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A line of JSON cut at its values.
///
/// @param letters what stands before each value, and behind the last one
/// @param paths of each value, the names from the outermost to the innermost
record LineParts(List<char[]> letters, List<List<String>> paths) {
    /// A line with more values is not cut.
    static final int MOST_VALUES = 512;

    private static final int DEEPEST = 32;
    private static final int LONGEST_LETTERS = 1_000;

    /// Cuts a line that is known to be one JSON object and nothing else.
    ///
    /// @return null if it has arrays, objects without members or names with escapes, or is too
    ///   large
    static @Nullable LineParts of(char[] text, int from, int length) {
        var cut = new Cut(text, from, from + length);
        return cut.all() ? new LineParts(cut.letters, cut.paths) : null;
    }

    private static final class Cut {
        private final List<char[]> letters = new ArrayList<>();
        private final List<List<String>> paths = new ArrayList<>();
        private final List<String> path = new ArrayList<>();
        private final char[] text;
        private final int end;
        private int at;
        private int last;

        /// Whether an object has just begun.
        private boolean isEmpty;

        Cut(char[] text, int from, int end) {
            this.text = text;
            this.end = end;
            this.at = from;
            this.last = from;
        }

        boolean all() {
            int depth = 0;
            for (; at < end; at++) {
                switch (text[at]) {
                    case '{' -> {
                        depth++;
                        isEmpty = true;
                        if (depth > DEEPEST) {
                            return false;
                        }
                    }
                    case '}' -> {
                        depth--;
                        if (isEmpty) {
                            return false;
                        }
                        if (!path.isEmpty()) {
                            path.removeLast();
                        }
                    }
                    case ' ', '\t', '\r', ',' -> {
                        // between members
                    }
                    case '"' -> {
                        if (!member()) {
                            return false;
                        }
                    }
                    default -> {
                        return false;
                    }
                }
            }
            return depth == 0 && cutTo(end);
        }

        /// A name and its value, or the beginning of one that is an object.
        private boolean member() {
            int nameFrom = at + 1;
            int nameEnd = endOfString();
            String name = new String(text, nameFrom, nameEnd - nameFrom);
            if (name.indexOf('\\') >= 0) {
                return false;
            }
            at = nameEnd + 1;
            while (text[at] == ' ' || text[at] == '\t' || text[at] == '\r' || text[at] == ':') {
                at++;
            }
            isEmpty = false;
            path.add(name);
            if (text[at] == '{') {
                at--;
                return true;
            }
            if (text[at] == '[' || paths.size() == MOST_VALUES || !cutTo(at)) {
                return false;
            }
            paths.add(List.copyOf(path));
            path.removeLast();
            at = text[at] == '"' ? endOfString() : endOfWord() - 1;
            last = at + 1;
            return true;
        }

        /// Where the string ends whose first quote is here.
        private int endOfString() {
            int closing = at + 1;
            while (text[closing] != '"') {
                closing += text[closing] == '\\' ? 2 : 1;
            }
            return closing;
        }

        /// Behind a number, or one of the words JSON has.
        private int endOfWord() {
            int behind = at;
            while (behind < end && ",} \t\r".indexOf(text[behind]) < 0) {
                behind++;
            }
            return behind;
        }

        private boolean cutTo(int to) {
            letters.add(Arrays.copyOfRange(text, last, to));
            return to - last <= LONGEST_LETTERS;
        }
    }
}
