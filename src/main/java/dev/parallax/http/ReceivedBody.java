package dev.parallax.http;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHeaders;

/// The bytes of a response's body, read to the end for the sake of the time but kept only in part.
final class ReceivedBody {
    private static final int CHUNK = 64 * 1024;
    private static final Pattern CHARSET =
            Pattern.compile("charset\\s*=\\s*\"?([^\\s;\"]+)", Pattern.CASE_INSENSITIVE);

    private final byte[] bytes;
    private final boolean cut;

    private ReceivedBody(byte[] bytes, boolean cut) {
        this.bytes = bytes;
        this.cut = cut;
    }

    /// True if there were more bytes than are kept.
    boolean isCut() {
        return cut;
    }

    static ReceivedBody read(ClassicHttpResponse response, int limit) throws IOException {
        HttpEntity entity = response.getEntity();
        if (entity == null) {
            return new ReceivedBody(new byte[0], false);
        }
        try (InputStream content = entity.getContent()) {
            return read(content, limit);
        }
    }

    private static ReceivedBody read(InputStream content, int limit) throws IOException {
        var kept = new ByteArrayOutputStream();
        var chunk = new byte[CHUNK];
        boolean cut = false;
        for (int length = content.read(chunk); length >= 0; length = content.read(chunk)) {
            int room = limit - kept.size();
            kept.write(chunk, 0, Math.min(length, room));
            cut |= length > room;
        }
        return new ReceivedBody(kept.toByteArray(), cut);
    }

    /// The body unpacked, at most as many bytes as the limit says: a small response may unpack to a
    /// gigantic one. What cannot be unpacked stays as it is.
    ReceivedBody unpacked(ClassicHttpResponse response, int limit) {
        Header encoding = response.getFirstHeader(HttpHeaders.CONTENT_ENCODING);
        if (encoding == null || !encoding.getValue().strip().equalsIgnoreCase("gzip")) {
            return this;
        }
        try (var content = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            byte[] plain = content.readNBytes(limit);
            return new ReceivedBody(plain, cut || (plain.length == limit && content.read() >= 0));
        } catch (IOException _) {
            return this;
        }
    }

    String text(ClassicHttpResponse response) {
        return new String(bytes, charset(response));
    }

    private static Charset charset(ClassicHttpResponse response) {
        Header type = response.getFirstHeader(HttpHeaders.CONTENT_TYPE);
        Matcher named = CHARSET.matcher(type == null ? "" : type.getValue());
        try {
            return named.find() ? Charset.forName(named.group(1)) : StandardCharsets.UTF_8;
        } catch (IllegalCharsetNameException | UnsupportedCharsetException _) {
            return StandardCharsets.UTF_8;
        }
    }
}
