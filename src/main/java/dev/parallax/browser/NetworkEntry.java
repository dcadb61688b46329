package dev.parallax.browser;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.parallax.measure.BodyPreview;
import dev.parallax.measure.ByteSizes;
import dev.parallax.measure.ExchangeDetail;
import dev.parallax.measure.ExchangeDetail.Source;
import dev.parallax.measure.Header;
import dev.parallax.measure.Initiator;
import dev.parallax.measure.TlsDetail;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What DevTools has told so far of one request, or of one hop of a chain of redirects.
final class NetworkEntry {
    private static final Set<String> TYPES_WITH_BODY = Set.of("document", "xhr", "fetch");

    /// A longer body is not fetched: it would go through two pipes for its first 16 kB.
    private static final long LONGEST_BODY = 512 << 10;

    private final String requestId;
    private final String type;
    private final Initiator initiator;
    private final long requestBodyBytes;
    private List<Header> requestHeaders;
    private List<Header> responseHeaders = List.of();
    private long requestHeaderBytes = -1;
    private long responseHeaderBytes = -1;
    private long transferBytes = -1;
    private long decodedBytes;
    private String remoteAddress = "";
    private String protocol = "";
    private String mediaType = "";
    private Source source = Source.NETWORK;
    private @Nullable TlsDetail tls;
    private @Nullable BodyPreview body;
    private boolean bodyAsked;
    private boolean finished;

    NetworkEntry(JsonObject event, Initiator initiator) {
        JsonObject request = event.getAsJsonObject("request");
        this.requestId = text(event, "requestId");
        this.type = text(event, "type").toLowerCase(Locale.ROOT);
        this.initiator = initiator;
        this.requestHeaders = headers(request.getAsJsonObject("headers"));
        this.requestBodyBytes =
                request.has("postData")
                        ? request.get("postData")
                                .getAsString()
                                .getBytes(StandardCharsets.UTF_8)
                                .length
                        : 0;
    }

    String requestId() {
        return requestId;
    }

    /// The headers as they left the machine, cookies included.
    void sent(JsonObject headers) {
        requestHeaders = headers(headers);
        requestHeaderBytes = bytesOf(requestHeaders);
    }

    void answered(JsonObject response) {
        protocol = text(response, "protocol");
        mediaType = text(response, "mimeType");
        responseHeaderBytes = number(response, "encodedDataLength");
        if (responseHeaders.isEmpty()) {
            responseHeaders = headers(response.getAsJsonObject("headers"));
        }
        String host = text(response, "remoteIPAddress");
        remoteAddress = host.isEmpty() ? "" : host + ":" + number(response, "remotePort");
        if (isTrue(response, "fromServiceWorker")) {
            source = Source.SERVICE_WORKER;
        } else if (isTrue(response, "fromDiskCache") || isTrue(response, "fromPrefetchCache")) {
            source = Source.DISK_CACHE;
        }
        if (response.has("securityDetails")) {
            tls = tls(response.getAsJsonObject("securityDetails"));
        }
    }

    /// The headers of the answer as they came.
    void received(JsonObject event) {
        responseHeaders = headers(event.getAsJsonObject("headers"));
        if (event.has("headersText")) {
            responseHeaderBytes = event.get("headersText").getAsString().length();
        }
    }

    void fromMemory() {
        source = Source.MEMORY_CACHE;
    }

    void grew(long bytes) {
        decodedBytes += bytes;
    }

    void ended(JsonObject event) {
        transferBytes = Math.max(number(event, "encodedDataLength"), 0);
        finished = true;
    }

    /// The answer was a redirect, and this its end.
    void redirected(JsonObject response) {
        answered(response);
        transferBytes = Math.max(number(response, "encodedDataLength"), 0);
        finished = true;
    }

    /// True once if its body is text worth keeping and is there to be fetched.
    boolean wantsBody() {
        if (bodyAsked
                || !finished
                || !TYPES_WITH_BODY.contains(type)
                || decodedBytes == 0
                || decodedBytes > LONGEST_BODY
                || !isText(mediaType)) {
            return false;
        }
        bodyAsked = true;
        return true;
    }

    void keepBody(String text) {
        body = BodyPreview.of(mediaType, text);
    }

    private static boolean isText(String mediaType) {
        return mediaType.startsWith("text/")
                || mediaType.endsWith("json")
                || mediaType.endsWith("xml")
                || mediaType.endsWith("javascript")
                || mediaType.equals("application/x-www-form-urlencoded");
    }

    /// Such as `http/1.1`, `h2`; empty if no answer came.
    String protocol() {
        return protocol;
    }

    /// Headers and body as they came, -1 if it has not ended.
    long transferBytes() {
        return transferBytes;
    }

    ExchangeDetail detail() {
        long bodyBytes =
                transferBytes < 0
                        ? -1
                        : Math.max(transferBytes - Math.max(responseHeaderBytes, 0), 0);
        return new ExchangeDetail(
                initiator,
                requestHeaders,
                responseHeaders,
                new ByteSizes(
                        requestHeaderBytes,
                        requestBodyBytes,
                        responseHeaderBytes,
                        bodyBytes,
                        finished ? decodedBytes : -1),
                remoteAddress,
                source,
                Optional.ofNullable(tls),
                Optional.ofNullable(body));
    }

    private static TlsDetail tls(JsonObject details) {
        return new TlsDetail(
                text(details, "protocol"),
                text(details, "cipher"),
                text(details, "subjectName"),
                text(details, "issuer"),
                instant(details, "validFrom"),
                instant(details, "validTo"));
    }

    private static @Nullable Instant instant(JsonObject from, String member) {
        return from.has(member) ? Instant.ofEpochSecond(from.get(member).getAsLong()) : null;
    }

    private static List<Header> headers(@Nullable JsonObject headers) {
        if (headers == null) {
            return List.of();
        }
        var kept = new ArrayList<Header>();
        for (var header : headers.entrySet()) {
            if (kept.size() == Header.MOST) {
                break;
            }
            kept.add(Header.kept(header.getKey(), header.getValue().getAsString()));
        }
        return kept;
    }

    /// As HTTP/1.1 would spell them; what compression of HTTP/2 saved is not told.
    private static long bytesOf(List<Header> headers) {
        return headers.stream()
                .mapToLong(header -> header.name().length() + header.value().length() + 4L)
                .sum();
    }

    private static String text(JsonObject from, String member) {
        JsonElement value = from.get(member);
        return value == null || value.isJsonNull() ? "" : value.getAsString();
    }

    private static long number(JsonObject from, String member) {
        JsonElement value = from.get(member);
        return value == null || value.isJsonNull() ? -1 : (long) value.getAsDouble();
    }

    private static boolean isTrue(JsonObject from, String member) {
        return from.has(member) && from.get(member).getAsBoolean();
    }
}
