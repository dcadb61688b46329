package dev.parallax.importer.layout;

import java.util.Arrays;

/// A string of JSON without the escapes it is written with; used again for the next one.
final class UnescapedText {
    /// The string is left to a parser.
    static final int NONE = -1;

    private static final int LONGEST = 1 << 16;

    private char[] letters = new char[256];
    private int length;

    /// Reads the string whose first letter is at some place.
    ///
    /// @return behind its closing quote; [#NONE] if it is none, breaks off or is very long
    int read(char[] text, int from, int limit) {
        length = 0;
        int at = from;
        while (at < limit && length < LONGEST) {
            char letter = text[at];
            if (letter == '"') {
                return at + 1;
            }
            if (letter < ' ') {
                return NONE;
            }
            if (letter == '\\') {
                int escaped = at + 1 < limit ? escaped(text, at + 1, limit) : NONE;
                if (escaped == NONE) {
                    return NONE;
                }
                add((char) escaped);
                at += text[at + 1] == 'u' ? 6 : 2;
            } else {
                add(letter);
                at++;
            }
        }
        return NONE;
    }

    private static int escaped(char[] text, int at, int limit) {
        return switch (text[at]) {
            case '"', '\\', '/' -> text[at];
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> at + 5 <= limit ? hexadecimal(text, at + 1) : NONE;
            default -> NONE;
        };
    }

    private static int hexadecimal(char[] text, int from) {
        int code = 0;
        for (int at = from; at < from + 4; at++) {
            int digit = text[at] < 128 ? Character.digit(text[at], 16) : NONE;
            if (digit < 0) {
                return NONE;
            }
            code = code << 4 | digit;
        }
        return code;
    }

    private void add(char letter) {
        if (length == letters.length) {
            letters = Arrays.copyOf(letters, length * 2);
        }
        letters[length++] = letter;
    }

    char[] letters() {
        return letters;
    }

    int length() {
        return length;
    }
}
