package dev.parallax.importer.privacy;

/// Kinds of characters. Everything beyond ASCII counts as a letter of a name, not of a token.
final class Letters {
    private static final byte DIGIT = 1;
    private static final byte LOWER = 2;
    private static final byte UPPER = 4;
    private static final byte JOINER = 8;
    private static final byte HEX = 16;
    private static final byte[] KINDS = new byte[128];

    static {
        for (char c = 0; c < KINDS.length; c++) {
            KINDS[c] = kinds(c);
        }
    }

    private Letters() {}

    private static byte kinds(char c) {
        int kinds = 0;
        if (c >= '0' && c <= '9') {
            kinds = DIGIT | HEX;
        } else if (c >= 'a' && c <= 'z') {
            kinds = c <= 'f' ? LOWER | HEX : LOWER;
        } else if (c >= 'A' && c <= 'Z') {
            kinds = c <= 'F' ? UPPER | HEX : UPPER;
        } else if (c == '-' || c == '_') {
            kinds = JOINER;
        }
        return (byte) kinds;
    }

    private static boolean is(char c, int kinds) {
        return c < KINDS.length && (KINDS[c] & kinds) != 0;
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    static boolean isHex(char c) {
        return is(c, HEX);
    }

    static boolean isLower(char c) {
        return c >= 'a' && c <= 'z';
    }

    static boolean isUpper(char c) {
        return c >= 'A' && c <= 'Z';
    }

    static boolean isLetter(char c) {
        return is(c, LOWER | UPPER);
    }

    static boolean isAlphanumeric(char c) {
        return is(c, DIGIT | LOWER | UPPER);
    }

    /// A character of the URL-safe base 64.
    static boolean isToken(char c) {
        return is(c, DIGIT | LOWER | UPPER | JOINER);
    }

    /// A character of a mailbox's name, in any language.
    static boolean isMailbox(char c) {
        return isToken(c) || c == '.' || c == '+' || c == '%' || c == '~' || c > 0x7f;
    }

    /// A character of a host's name, in any language.
    static boolean isHost(char c) {
        return isAlphanumeric(c) || c == '-' || c == '.' || c > 0x7f;
    }

    /// The value of a hexadecimal digit, -1 if it is none.
    static int hex(char c) {
        return isHex(c) ? Character.digit(c, 16) : -1;
    }
}
