package dev.parallax.importer.source;

import dev.parallax.problem.ProblemException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/// How bytes become characters.
///
/// @param bomBytes length of the byte order mark
record Encoding(Charset charset, int bomBytes) {
    /// Of Latin letters in UTF-16 half of the bytes are 0, in UTF-32 three quarters.
    private static final double LEAST_ZEROS = 0.3;

    private static final double MOST_ZEROS = 0.8;

    /// The encoding of a text: as its byte order mark says, else UTF-8, else, for what is no UTF-8,
    /// windows-1252.
    ///
    /// @param whole whether this is all of the text, and not only its first part
    static Encoding of(byte[] begin, boolean whole) {
        if (startsWith(begin, 0xEF, 0xBB, 0xBF)) {
            return new Encoding(StandardCharsets.UTF_8, 3);
        }
        if (startsWith(begin, 0xFF, 0xFE)) {
            return new Encoding(StandardCharsets.UTF_16LE, 2);
        }
        if (startsWith(begin, 0xFE, 0xFF)) {
            return new Encoding(StandardCharsets.UTF_16BE, 2);
        }
        var decoder =
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT);
        CharBuffer decoded = CharBuffer.allocate(begin.length);
        boolean isUtf8 = !decoder.decode(ByteBuffer.wrap(begin), decoded, whole).isError();
        return new Encoding(isUtf8 ? StandardCharsets.UTF_8 : Charset.forName("windows-1252"), 0);
    }

    /// Refuses texts of two or four bytes a character that nothing marks as such.
    ///
    /// @param begin of what is no text in a single-byte encoding
    /// @throws ProblemException if it is one
    static void refuseWide(byte[] begin, String name) {
        int zeros = 0;
        int first = startsWith(begin, 0xFF, 0xFE) ? 2 : 0;
        for (int i = first; i < begin.length; i++) {
            int one = begin[i] & 0xff;
            if (one == 0) {
                zeros++;
            } else if (one < ' ' && one != '\t' && one != '\n' && one != '\r') {
                return;
            }
        }
        double share = (double) zeros / Math.max(1, begin.length);
        if (share > LEAST_ZEROS && share < MOST_ZEROS) {
            throw SourceProblems.wide(name);
        }
    }

    private static boolean startsWith(byte[] bytes, int... first) {
        if (bytes.length < first.length) {
            return false;
        }
        for (int i = 0; i < first.length; i++) {
            if ((bytes[i] & 0xff) != first[i]) {
                return false;
            }
        }
        return true;
    }

    /// The first part of a text. What is not valid becomes U+FFFD.
    String decode(byte[] begin) {
        int bom = Math.min(bomBytes, begin.length);
        return new String(begin, bom, begin.length - bom, charset);
    }
}
