package dev.parallax.importer.privacy;

/// Takes the encodings off a text, all layers of them: percent signs with two digits or with `u`
/// and four (`%40`, `%2540`), backslashes with `u`, `x` or a slash, and numbered entities (`&#64;`,
/// `&#x40;`). Used again for each text; allocates nothing once its buffers have grown.
final class Decoder {
    /// More layers than this are taken for an attempt to hide something.
    private static final int MOST_LAYERS = 8;

    private static final int NOT_ESCAPED = -1;

    private Text text = new Text();
    private Text other = new Text();
    private int escapeLength;

    /// Whether a text may be encoded at all.
    static boolean isCandidate(char[] source, int from, int end) {
        for (int i = from; i < end; i++) {
            char c = source[i];
            if (c == '%' || c == '\\' || c == '&') {
                return true;
            }
        }
        return false;
    }

    /// The text without any encoding; valid until the next call.
    Text decode(char[] source, int from, int end) {
        boolean changed = round(source, from, end);
        for (int layer = 1; changed && layer < MOST_LAYERS; layer++) {
            changed = round(text.letters(), 0, text.length());
        }
        return text;
    }

    /// Takes one layer off.
    private boolean round(char[] source, int from, int end) {
        Text result = other;
        result.clear();
        boolean changed = false;
        int at = from;
        while (at < end) {
            int point = escaped(source, at, end);
            if (point == NOT_ESCAPED) {
                result.add(source[at++]);
            } else {
                changed = true;
                at += escapeLength;
                add(point, result);
            }
        }
        other = text;
        text = result;
        return changed;
    }

    private static void add(int point, Text into) {
        if (Character.isBmpCodePoint(point)) {
            into.add((char) point);
        } else if (Character.isValidCodePoint(point)) {
            into.add(Character.highSurrogate(point));
            into.add(Character.lowSurrogate(point));
        }
    }

    /// The code point whose escape begins here, its length in [#escapeLength].
    private int escaped(char[] source, int at, int end) {
        return switch (source[at]) {
            case '%' -> percent(source, at, end);
            case '\\' -> backslash(source, at, end);
            case '&' -> entity(source, at, end);
            default -> NOT_ESCAPED;
        };
    }

    private int percent(char[] source, int at, int end) {
        if (at + 5 < end && (source[at + 1] == 'u' || source[at + 1] == 'U')) {
            int unit = digits(source, at + 2, at + 6);
            if (unit >= 0) {
                escapeLength = 6;
                return unit;
            }
        }
        int first = octet(source, at, end);
        if (first < 0x80) {
            escapeLength = 3;
            return first; // or NOT_ESCAPED
        }
        return utf8(first, source, at, end);
    }

    /// A sequence of UTF-8; one that is broken is read octet by octet.
    private int utf8(int first, char[] source, int at, int end) {
        int more = first >= 0xf0 ? 3 : first >= 0xe0 ? 2 : first >= 0xc0 ? 1 : 0;
        int point = more == 0 ? first : first & (0x3f >> more);
        for (int i = 1; i <= more; i++) {
            int next = octet(source, at + 3 * i, end);
            if ((next & 0xc0) != 0x80 || next < 0) {
                escapeLength = 3;
                return first;
            }
            point = (point << 6) | (next & 0x3f);
        }
        escapeLength = 3 * (more + 1);
        return point;
    }

    private static int octet(char[] source, int at, int end) {
        return at + 2 < end && source[at] == '%' ? digits(source, at + 1, at + 3) : NOT_ESCAPED;
    }

    private int backslash(char[] source, int at, int end) {
        if (at + 1 >= end) {
            return NOT_ESCAPED;
        }
        char next = source[at + 1];
        if (next == '/' || next == '"' || next == '\\') {
            escapeLength = 2;
            return next;
        }
        if (next == 'x') {
            escapeLength = 4;
            return at + 3 < end ? digits(source, at + 2, at + 4) : NOT_ESCAPED;
        }
        if (next == 'u' || next == 'U') {
            escapeLength = 6;
            return at + 5 < end ? digits(source, at + 2, at + 6) : NOT_ESCAPED;
        }
        return NOT_ESCAPED;
    }

    private int entity(char[] source, int at, int end) {
        if (at + 3 >= end || source[at + 1] != '#') {
            return NOT_ESCAPED;
        }
        boolean isHex = source[at + 2] == 'x' || source[at + 2] == 'X';
        int first = isHex ? at + 3 : at + 2;
        int last = first;
        int point = 0;
        while (last < end && last - first < 6) {
            int digit = Letters.hex(source[last]);
            if (digit < 0 || (!isHex && digit > 9)) {
                break;
            }
            point = point * (isHex ? 16 : 10) + digit;
            last++;
        }
        if (last == first || last == end || source[last] != ';') {
            return NOT_ESCAPED;
        }
        escapeLength = last + 1 - at;
        return point;
    }

    /// The hexadecimal number, negative if it is none.
    private static int digits(char[] source, int from, int end) {
        int value = 0;
        for (int i = from; i < end; i++) {
            int digit = Letters.hex(source[i]);
            if (digit < 0) {
                return NOT_ESCAPED;
            }
            value = value * 16 + digit;
        }
        return value;
    }
}
