package dev.parallax.http;

import dev.parallax.http.Dialer.Link;
import dev.parallax.http.PhaseClock.Phase;
import dev.parallax.http.Redirect.Hop;
import dev.parallax.measure.Profile;
import java.io.IOException;
import java.net.SocketException;
import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.http.message.BasicHeader;
import org.apache.hc.core5.util.VersionInfo;
import org.jspecify.annotations.Nullable;

/// Sends one request after the other, each over the connection that is open to its origin or over a
/// new one. Nothing is hidden: no retry, no redirect followed, no connection made ahead.
final class Wire implements AutoCloseable {
    private static final String SYNTHETIC = "Parallax/0.1 (synthetic)";
    private static final Set<String> LEFT_TO_THE_CLIENT =
            Set.of(
                    "connection",
                    "content-length",
                    "expect",
                    "keep-alive",
                    "proxy-authorization",
                    "proxy-connection",
                    "te",
                    "transfer-encoding",
                    "upgrade");

    private final Dialer dialer;
    private final Map<String, Open> open = new HashMap<>();
    private final CookieJar cookies = new CookieJar(InstantSource.system());
    private final ClientKeys keys;
    private final String userAgent;
    private final String locale;
    private volatile @Nullable Line underWay;

    /// A connection, and what is spoken on it.
    private record Open(Line line, Link link) {}

    Wire(SSLContext tls, Profile profile) {
        this(_ -> tls, new ClientKeys(null), HttpOptions.DIRECT, profile);
    }

    Wire(HttpOptions options, Profile profile) {
        this(options, new ClientKeys(null), profile);
    }

    private Wire(HttpOptions options, ClientKeys keys, Profile profile) {
        this(ColdTls.contexts(options.tls(), keys), keys, options, profile);
    }

    private Wire(
            Function<String, SSLContext> tls,
            ClientKeys keys,
            HttpOptions options,
            Profile profile) {
        this.keys = keys;
        String own = profile.device().userAgent();
        userAgent = own == null ? library().replace(" ", "/") : own;
        locale = profile.locale();
        dialer = new Dialer(tls, options.proxies(), options.names());
    }

    /// The library's name and version: `Apache-HttpClient 5.6.5`.
    static String library() {
        VersionInfo version =
                VersionInfo.loadVersionInfo("org.apache.hc.client5", Wire.class.getClassLoader());
        return "Apache-HttpClient " + (version == null ? "5" : version.getRelease());
    }

    /// Sends one hop and reads the response to its end.
    ///
    /// @param stamps is running until this method returns or throws
    /// @param stopped asked once the request can be aborted, so that an earlier [#abort] is not
    ///   lost
    Received send(Hop hop, PhaseClock stamps, BooleanSupplier stopped)
            throws IOException, HttpException {
        String origin = origin(hop.uri());
        try {
            Line.Request request = request(hop);
            Open connection = connection(origin, hop.uri(), stamps, stopped);
            underWay = connection.line();
            if (stopped.getAsBoolean()) {
                throw new IOException("stopped before it began");
            }
            Received received = exchange(connection, request, stamps);
            open.put(origin, connection);
            return received;
        } catch (SocketException | SSLException | NoHttpResponseException broken) {
            throw keys.wereAskedInVain() && !stamps.reached(Phase.RECEIVE)
                    ? new SSLHandshakeException("certificate_required", broken)
                    : broken;
        } finally {
            underWay = null;
            stamps.stop();
        }
    }

    private Open connection(String origin, URI uri, PhaseClock stamps, BooleanSupplier stopped)
            throws IOException {
        Open kept = open.remove(origin);
        if (kept != null && kept.line().isReusable()) {
            return kept;
        }
        if (kept != null) {
            kept.line().abort();
        }
        Link link = dialer.dial(uri, stamps, stopped, userAgent + " " + SYNTHETIC);
        Line line = link.protocol().equals("h2") ? new Http2Line(link) : new Http1Line(link);
        return new Open(line, link);
    }

    private Received exchange(Open connection, Line.Request request, PhaseClock stamps)
            throws IOException, HttpException {
        Line line = connection.line();
        try {
            Line.Head head = line.send(request, stamps);
            ReceivedBody sent = ReceivedBody.read(head.body(), HttpSession.BODY_LIMIT);
            stamps.end(Phase.RECEIVE);
            cookies.take(request.uri(), head.headers());
            ReceivedBody plain = sent.unpacked(head.headers(), HttpSession.BODY_LIMIT);
            byte[] body = request.bytes();
            return new Received(
                    head.status(),
                    head.headers(),
                    plain.text(head.headers()),
                    plain.isCut(),
                    head.protocol(),
                    new Received.Transfer(
                            request.headers(),
                            body == null ? 0 : body.length,
                            line.receivedBytes(),
                            sent.length(),
                            plain.length()),
                    TlsReading.remoteAddress(connection.link()),
                    TlsReading.of(connection.link().socket()));
        } catch (IOException | HttpException | RuntimeException broken) {
            line.abort();
            throw broken;
        }
    }

    private static String origin(URI uri) {
        return uri.getScheme()
                + "://"
                + uri.getHost().toLowerCase(Locale.ROOT)
                + ":"
                + Dialer.portOf(uri);
    }

    private Line.Request request(Hop hop) {
        var headers = new ArrayList<Header>();
        hop.headers().forEach((name, value) -> header(headers, name, value));
        String agent = take(headers, "User-Agent").orElse(userAgent);
        headers.add(
                new BasicHeader(
                        "User-Agent", agent.contains(SYNTHETIC) ? agent : agent + " " + SYNTHETIC));
        otherwise(headers, "Accept", "*/*");
        otherwise(headers, "Accept-Language", locale);
        otherwise(headers, "Accept-Encoding", Unpacking.ACCEPTED);
        cookies.forRequest(hop.uri())
                .ifPresent(kept -> {
                    String own = take(headers, "Cookie").map(one -> one + "; ").orElse("");
                    headers.add(new BasicHeader("Cookie", own + kept));
                });
        return new Line.Request(hop.method(), hop.uri(), headers, hop.body());
    }

    private static void header(List<Header> headers, String name, String value) {
        String key = name.strip().toLowerCase(Locale.ROOT);
        // ":authority" and the like are HTTP/2's, and come with journeys made from recorded traffic
        if (!key.startsWith(":") && !LEFT_TO_THE_CLIENT.contains(key)) {
            headers.add(new BasicHeader(name.strip(), value));
        }
    }

    private static Optional<String> take(List<Header> headers, String name) {
        Optional<Header> found =
                headers.stream()
                        .filter(header -> header.getName().equalsIgnoreCase(name))
                        .findFirst();
        found.ifPresent(headers::remove);
        return found.map(Header::getValue);
    }

    private static void otherwise(List<Header> headers, String name, String value) {
        if (headers.stream().noneMatch(header -> header.getName().equalsIgnoreCase(name))) {
            headers.add(new BasicHeader(name, value));
        }
    }

    /// Breaks off the request under way; from any thread.
    void abort() {
        dialer.abort();
        Line line = underWay;
        if (line != null) {
            line.abort();
        }
    }

    @Override
    public void close() {
        open.values().forEach(connection -> connection.line().abort());
        open.clear();
    }
}
