package dev.parallax.importer.layout;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Knows how the lines of JSON before were built: which names, in which order, with what between.
/// Exports write line after line alike, so of most lines only the values are new: where each begins
/// is told by the letters before it, which are compared with the expected ones. That takes a third
/// of the time of reading tokens and looking up names.
///
/// What is found is what a JSON parser would find. Whatever is unusual is left to one: a line built
/// otherwise, arrays, exponents, a line that breaks off. For one thread.
///
/// @param <S> what is to be done with lines of one shape
public final class LineShapes<S> {
    /// Parts of all shapes together; a file whose lines are all different gains nothing by more.
    private static final int MOST_STEPS = 1 << 13;

    /// What may follow one value.
    private static final int MOST_OTHERS = 32;

    /// A longer number is left to the parser, which has a limit of its own.
    private static final int LONGEST_NUMBER = 40;

    /// Lines that are all learnt from; of more only some, lest unusual ones are cut up in vain.
    private static final int FIRST_LINES = 256;

    private static final int THEN_EVERY = 16;
    private static final int NONE = -1;

    /// Values with escapes in one line.
    private static final int MOST_UNESCAPED = 32;

    private final Plan<S> plan;
    private final int[] starts = new int[LineParts.MOST_VALUES];
    private final int[] lengths = new int[LineParts.MOST_VALUES];
    private @Nullable Step<S> first;
    private int steps;
    private int unknownLines;
    private final UnescapedText[] unescaped = new UnescapedText[MOST_UNESCAPED];
    private int unescapedCount;
    private int count;
    private int end;
    private @Nullable S found;

    /// Says what is to be done with lines of a shape.
    @FunctionalInterface
    public interface Plan<S> {
        /// The plan for one shape.
        ///
        /// @param paths of a line's values, the names from the outermost to the innermost
        S of(List<List<String>> paths);
    }

    /// What stands before a value, or behind the last one.
    private static final class Step<S> {
        private final char[] letters;

        /// What else may stand here.
        private @Nullable Step<S> other;

        /// What follows the value.
        private @Nullable Step<S> next;

        /// Set if there is no value any more.
        private @Nullable S shape;

        Step(char[] letters) {
            this.letters = letters;
        }

        boolean isAt(char[] text, int from, int limit) {
            if (limit - from < letters.length) {
                return false;
            }
            for (int i = 0; i < letters.length; i++) {
                if (text[from + i] != letters[i]) {
                    return false;
                }
            }
            return true;
        }
    }

    public LineShapes(Plan<S> plan) {
        this.plan = plan;
    }

    /// Looks at the line that begins at some place of a text. The line break belongs to what is
    /// looked at.
    ///
    /// @param limit where the text ends for now
    /// @return whether the line is built like one before; then the values are those of this line
    boolean find(char[] text, int from, int limit) {
        found = null;
        count = 0;
        unescapedCount = 0;
        int at = from;
        Step<S> step = first;
        while (step != null) {
            if (step.isAt(text, at, limit)) {
                at += step.letters.length;
                if (step.shape != null) {
                    return breaks(text, at, limit, step.shape);
                }
                at = value(text, at, limit);
                step = at == NONE ? null : step.next;
            } else {
                step = step.other;
            }
        }
        return false;
    }

    private boolean breaks(char[] text, int from, int limit, S shape) {
        int at = from < limit && text[from] == '\r' ? from + 1 : from;
        if (at < limit && text[at] == '\n') {
            end = at;
            found = shape;
            return true;
        }
        return false;
    }

    /// Takes the value that begins here.
    ///
    /// @return where it ends, or [#NONE] if it is left to the parser
    private int value(char[] text, int from, int limit) {
        if (from == limit) {
            return NONE;
        }
        return switch (text[from]) {
            case '"' -> string(text, from + 1, limit);
            case 'n' -> word("null", NONE, text, from, limit);
            case 't' -> word("true", 4, text, from, limit);
            case 'f' -> word("false", 5, text, from, limit);
            default -> number(text, from, limit);
        };
    }

    private int string(char[] text, int from, int limit) {
        for (int at = from; at < limit; at++) {
            char letter = text[at];
            if (letter == '"') {
                take(from, at - from);
                return at + 1;
            }
            if (letter == '\\') {
                return unescape(text, from, limit);
            }
            if (letter < ' ') {
                return NONE;
            }
        }
        return NONE;
    }

    /// Takes a string with escapes.
    private int unescape(char[] text, int from, int limit) {
        if (unescapedCount == MOST_UNESCAPED) {
            return NONE;
        }
        if (unescaped[unescapedCount] == null) {
            unescaped[unescapedCount] = new UnescapedText();
        }
        UnescapedText into = unescaped[unescapedCount];
        int end = into.read(text, from, limit);
        if (end != UnescapedText.NONE) {
            take(~unescapedCount, into.length());
            unescapedCount++;
        }
        return end;
    }

    private int word(String word, int length, char[] text, int from, int limit) {
        if (limit - from < word.length()) {
            return NONE;
        }
        for (int i = 0; i < word.length(); i++) {
            if (text[from + i] != word.charAt(i)) {
                return NONE;
            }
        }
        take(from, length);
        return from + word.length();
    }

    private int number(char[] text, int from, int limit) {
        int first = text[from] == '-' ? from + 1 : from;
        int at = digits(text, first, limit);
        if (at == first || (text[first] == '0' && at > first + 1)) {
            return NONE;
        }
        if (at < limit && text[at] == '.') {
            int point = at;
            at = digits(text, point + 1, limit);
            if (at == point + 1) {
                return NONE;
            }
        }
        if (at - from > LONGEST_NUMBER) {
            return NONE;
        }
        take(from, at - from);
        return at;
    }

    /// Where the digits from here on end.
    private static int digits(char[] text, int from, int limit) {
        int at = from;
        while (at < limit && text[at] >= '0' && text[at] <= '9') {
            at++;
        }
        return at;
    }

    private void take(int from, int length) {
        starts[count] = from;
        lengths[count] = length;
        count++;
    }

    /// Where the line break of the line is that was found.
    int end() {
        return end;
    }

    /// The shape of the line that was looked at last; null if it is none of those before.
    public @Nullable S found() {
        return found;
    }

    /// Values of that line.
    public int count() {
        return count;
    }

    /// The letters that a value is a part of.
    ///
    /// @param line the text that was looked at
    public char[] text(int value, char[] line) {
        return starts[value] < 0 ? unescaped[~starts[value]].letters() : line;
    }

    /// Where in its text a value begins.
    public int start(int value) {
        return Math.max(starts[value], 0);
    }

    /// The length of a value; -1 for `null`.
    public int length(int value) {
        return lengths[value];
    }

    /// Learns from a line that a JSON parser has read without complaint.
    public void learn(char[] text, int from, int length) {
        boolean isWanted = unknownLines < FIRST_LINES || unknownLines % THEN_EVERY == 0;
        unknownLines++;
        if (isWanted && steps < MOST_STEPS) {
            LineParts parts = LineParts.of(text, from, length);
            if (parts != null) {
                add(parts);
            }
        }
    }

    private void add(LineParts parts) {
        Step<S> before = null;
        for (char[] letters : parts.letters()) {
            Step<S> step = step(before, letters);
            if (step == null) {
                return;
            }
            before = step;
        }
        if (before != null && before.shape == null) {
            before.shape = plan.of(parts.paths());
        }
    }

    /// The step behind another one, made if there is none; null if there are too many.
    private @Nullable Step<S> step(@Nullable Step<S> before, char[] letters) {
        var others = new ArrayList<Step<S>>();
        Step<S> start = before == null ? first : before.next;
        for (Step<S> step = start; step != null; step = step.other) {
            if (Arrays.equals(step.letters, letters)) {
                return step;
            }
            others.add(step);
        }
        if (others.size() >= MOST_OTHERS) {
            return null;
        }
        steps++;
        var made = new Step<S>(letters);
        if (!others.isEmpty()) {
            others.getLast().other = made;
        } else if (before == null) {
            first = made;
        } else {
            before.next = made;
        }
        return made;
    }
}
