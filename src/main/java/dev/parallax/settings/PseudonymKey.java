package dev.parallax.settings;

import java.security.SecureRandom;
import java.util.HexFormat;

/// The user's secret key that turns ids of visitors, sessions and page views into pseudonyms: 128
/// random bits. Whoever has it can check whether an id they know is in a workspace; nobody can get
/// an id back out of a pseudonym, with or without it.
///
/// @param low bytes 0 to 7 of the key, the first one lowest
/// @param high bytes 8 to 15
public record PseudonymKey(long low, long high) {
    private static final int DIGITS = 2 * Long.BYTES;

    /// A key that nobody else has.
    static PseudonymKey random() {
        var random = new SecureRandom();
        return new PseudonymKey(random.nextLong(), random.nextLong());
    }

    /// The key that [#hex()] wrote.
    ///
    /// @throws IllegalArgumentException if these are not 32 hexadecimal digits
    static PseudonymKey ofHex(String text) {
        if (text.length() != 2 * DIGITS) {
            throw new IllegalArgumentException("not 32 hexadecimal digits");
        }
        return new PseudonymKey(
                HexFormat.fromHexDigitsToLong(text, 0, DIGITS),
                HexFormat.fromHexDigitsToLong(text, DIGITS, 2 * DIGITS));
    }

    /// 32 hexadecimal digits: the low half, then the high one.
    String hex() {
        return HexFormat.of().toHexDigits(low) + HexFormat.of().toHexDigits(high);
    }

    /// Says nothing, so that no log or message gives the key away.
    @Override
    public String toString() {
        return "PseudonymKey";
    }
}
