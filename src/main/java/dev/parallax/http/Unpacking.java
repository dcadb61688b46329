package dev.parallax.http;

import com.github.luben.zstd.ZstdInputStream;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;

/// The ways bodies are packed that this client understands.
final class Unpacking {
    /// What is asked for.
    static final String ACCEPTED = "gzip, deflate, zstd";

    /// Text seldom shrinks to less than a twentieth; what grows this much was made to.
    private static final int SUSPICIOUS = 200;

    private Unpacking() {}

    /// The plain content, null if it is not packed, or in a way not understood.
    static @Nullable InputStream of(InputStream content, String encoding) throws IOException {
        return switch (encoding.strip().toLowerCase(Locale.ROOT)) {
            case "gzip", "x-gzip" -> new GZIPInputStream(content);
            case "zstd" -> new ZstdInputStream(content);
            case "deflate" -> inflating(content);
            default -> null;
        };
    }

    /// Servers differ in whether "deflate" has the frame of zlib (RFC 9110 §8.4.1.2 says yes).
    private static InputStream inflating(InputStream content) throws IOException {
        var ahead = new BufferedInputStream(content);
        ahead.mark(2);
        int first = ahead.read();
        int second = ahead.read();
        ahead.reset();
        boolean isZlib = (first & 0x0f) == 8 && ((first << 8) | second) % 31 == 0;
        return new InflaterInputStream(ahead, new Inflater(!isZlib));
    }

    /// True for a body that is small on the wire and gigantic behind it.
    ///
    /// @param packedBytes of which the plain ones were made
    static boolean isBomb(long packedBytes, long plainBytes) {
        return plainBytes > packedBytes * SUSPICIOUS;
    }
}
