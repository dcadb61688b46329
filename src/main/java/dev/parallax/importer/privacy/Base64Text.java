package dev.parallax.importer.privacy;

/// Reads texts out of base 64, plain or URL-safe. Used again for each text.
final class Base64Text {
    /// Eight octets at least: shorter ones hold nothing that could be told to be private.
    private static final int SHORTEST = 11;

    private final Text text = new Text();

    /// The text behind base 64; empty if this is none, or nothing printable.
    ///
    /// @param source letters, digits and `+/-_`, then any number of `=`
    Text decode(char[] source, int from, int end) {
        text.clear();
        int last = end;
        while (last > from && source[last - 1] == '=') {
            last--;
        }
        if (last - from < SHORTEST) {
            return text;
        }
        int bits = 0;
        int count = 0;
        for (int i = from; i < last; i++) {
            bits = (bits << 6) | sextet(source[i]);
            count += 6;
            if (count >= 8) {
                count -= 8;
                char octet = (char) ((bits >>> count) & 0xff);
                if (isUnprintable(octet)) {
                    text.clear();
                    return text;
                }
                text.add(octet);
            }
        }
        return text;
    }

    private static boolean isUnprintable(char octet) {
        return octet > '~' || (octet < ' ' && octet != '\t' && octet != '\n' && octet != '\r');
    }

    private static int sextet(char c) {
        if (Letters.isUpper(c)) {
            return c - 'A';
        }
        if (Letters.isLower(c)) {
            return c - 'a' + 26;
        }
        if (Letters.isDigit(c)) {
            return c - '0' + 52;
        }
        return c == '+' || c == '-' ? 62 : 63;
    }
}
