package dev.parallax.http;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hc.core5.http.Header;
import org.jspecify.annotations.Nullable;

/// The bytes of a response's body, read to the end for the sake of the time but kept only in part.
final class ReceivedBody {
    private static final int CHUNK = 64 * 1024;
    private static final Pattern CHARSET =
            Pattern.compile("charset\\s*=\\s*\"?([^\\s;\"]+)", Pattern.CASE_INSENSITIVE);

    private final byte[] bytes;
    private final long length;
    private final boolean cut;

    private ReceivedBody(byte[] bytes, long length, boolean cut) {
        this.bytes = bytes;
        this.length = length;
        this.cut = cut;
    }

    /// True if there were more bytes than are kept.
    boolean isCut() {
        return cut;
    }

    /// All bytes, kept or not; of an unpacked body that is cut only those that were unpacked.
    long length() {
        return length;
    }

    static ReceivedBody read(@Nullable InputStream body, int limit) throws IOException {
        if (body == null) {
            return new ReceivedBody(new byte[0], 0, false);
        }
        try (body) {
            var kept = new ByteArrayOutputStream();
            var chunk = new byte[CHUNK];
            long all = 0;
            for (int length = body.read(chunk); length >= 0; length = body.read(chunk)) {
                kept.write(chunk, 0, Math.min(length, limit - kept.size()));
                all += length;
            }
            return new ReceivedBody(kept.toByteArray(), all, all > limit);
        }
    }

    /// The body unpacked, at most as many bytes as the limit says: a small response may unpack to a
    /// gigantic one. What cannot be unpacked stays as it is.
    ///
    /// @throws PackedBombException if it was made to be gigantic
    ReceivedBody unpacked(List<Header> headers, int limit) throws PackedBombException {
        var packed = new ByteArrayInputStream(bytes);
        try (InputStream content = Unpacking.of(packed, value(headers, "content-encoding"))) {
            if (content == null) {
                return this;
            }
            byte[] plain = content.readNBytes(limit);
            boolean isMore = plain.length == limit && content.read() >= 0;
            if (isMore && Unpacking.isBomb(bytes.length - packed.available(), limit)) {
                throw new PackedBombException(length, limit);
            }
            return new ReceivedBody(plain, plain.length, cut || isMore);
        } catch (PackedBombException bomb) {
            throw bomb;
        } catch (IOException _) {
            return this;
        }
    }

    String text(List<Header> headers) {
        return new String(bytes, charset(value(headers, "content-type")));
    }

    private static String value(List<Header> headers, String name) {
        return headers.stream()
                .filter(header -> header.getName().equalsIgnoreCase(name))
                .map(Header::getValue)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("");
    }

    private static Charset charset(String mediaType) {
        Matcher named = CHARSET.matcher(mediaType);
        try {
            return named.find() ? Charset.forName(named.group(1)) : StandardCharsets.UTF_8;
        } catch (IllegalCharsetNameException | UnsupportedCharsetException _) {
            return StandardCharsets.UTF_8;
        }
    }
}
