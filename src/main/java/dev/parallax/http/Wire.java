package dev.parallax.http;

import dev.parallax.http.PhaseClock.Phase;
import dev.parallax.http.Redirect.Hop;
import dev.parallax.measure.Profile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.VersionInfo;
import org.jspecify.annotations.Nullable;

/// The library's client, stripped of everything that would hide an exchange (redirects, retries,
/// authentication, unpacking), with a clock at its hooks.
final class Wire implements AutoCloseable {
    private static final String SYNTHETIC = "Parallax/0.1 (synthetic)";
    private static final Set<String> LEFT_TO_THE_CLIENT =
            Set.of(
                    "connection",
                    "content-length",
                    "expect",
                    "keep-alive",
                    "proxy-connection",
                    "te",
                    "transfer-encoding",
                    "upgrade");

    // generous for real sites, and the end for a server that sends one line for ever
    private static final Http1Config LIMITS =
            Http1Config.custom()
                    .setMaxLineLength(256 * 1024)
                    .setMaxHeaderCount(1000)
                    .setMaxEmptyLineCount(1)
                    .build();

    private final TimedLookup lookup = new TimedLookup(this::clock);
    private final TimedExchange exchange = new TimedExchange(this::clock);
    private final CloseableHttpClient client;
    private final String userAgent;
    private final String locale;
    private PhaseClock clock = new PhaseClock();
    private volatile @Nullable HttpUriRequestBase underWay;

    Wire(SSLContext tls, Profile profile) {
        String own = profile.device().userAgent();
        userAgent = own == null ? library().replace(" ", "/") : own;
        locale = profile.locale();
        var connector = new TimedConnector(this::clock, lookup, new DefaultClientTlsStrategy(tls));
        client =
                HttpClients.custom()
                        .setConnectionManager(
                                new PoolingHttpClientConnectionManager(
                                        connector, null, null, null, connections()))
                        .setRequestExecutor(exchange)
                        .setDefaultRequestConfig(
                                RequestConfig.custom()
                                        .setAuthenticationEnabled(false)
                                        .setProtocolUpgradeEnabled(false)
                                        .build())
                        .disableRedirectHandling()
                        .disableAutomaticRetries()
                        .disableContentCompression()
                        .disableAuthCaching()
                        .build();
    }

    private static ManagedHttpClientConnectionFactory connections() {
        return ManagedHttpClientConnectionFactory.builder().http1Config(LIMITS).build();
    }

    /// The library's name and version: `Apache-HttpClient 5.6.5`.
    static String library() {
        VersionInfo version =
                VersionInfo.loadVersionInfo("org.apache.hc.client5", Wire.class.getClassLoader());
        return "Apache-HttpClient " + (version == null ? "5" : version.getRelease());
    }

    private PhaseClock clock() {
        return clock;
    }

    /// Sends one hop and reads the response to its end.
    ///
    /// @param stamps is running until this method returns or throws
    /// @param stopped asked once the request can be aborted, so that an earlier [#abort] is not
    ///   lost
    Received send(Hop hop, PhaseClock stamps, BooleanSupplier stopped)
            throws IOException, HttpException {
        clock = stamps;
        HttpUriRequestBase request = request(hop);
        underWay = request;
        try {
            if (stopped.getAsBoolean()) {
                throw new IOException("stopped before it began");
            }
            return client.execute(request, this::receive);
        } catch (RuntimeException misused) {
            // the client is not ready to lose its connection to an abort between two of its steps
            if (stopped.getAsBoolean()) {
                throw new IOException("stopped on its way", misused);
            }
            throw misused;
        } finally {
            underWay = null;
            stamps.stop();
        }
    }

    private Received receive(ClassicHttpResponse response) throws IOException {
        ReceivedBody sent = ReceivedBody.read(response, HttpSession.BODY_LIMIT);
        clock.end(Phase.RECEIVE);
        ReceivedBody plain = sent.unpacked(response, HttpSession.BODY_LIMIT);
        return new Received(
                response.getCode(),
                headers(response),
                plain.text(response),
                plain.isCut(),
                String.valueOf(response.getVersion()).toLowerCase(Locale.ROOT),
                exchange.receivedBytes());
    }

    private static Map<String, String> headers(ClassicHttpResponse response) {
        var headers = new TreeMap<String, String>();
        for (Header header : response.getHeaders()) {
            headers.merge(
                    header.getName().toLowerCase(Locale.ROOT),
                    header.getValue() == null ? "" : header.getValue(),
                    (one, other) -> one + ", " + other);
        }
        return headers;
    }

    private HttpUriRequestBase request(Hop hop) {
        var request = new HttpUriRequestBase(hop.method(), hop.uri());
        hop.headers().forEach((name, value) -> header(request, name, value));
        String own = value(request, HttpHeaders.USER_AGENT, userAgent);
        request.setHeader(
                HttpHeaders.USER_AGENT, own.contains(SYNTHETIC) ? own : own + " " + SYNTHETIC);
        request.setHeader(HttpHeaders.ACCEPT, value(request, HttpHeaders.ACCEPT, "*/*"));
        request.setHeader(
                HttpHeaders.ACCEPT_LANGUAGE, value(request, HttpHeaders.ACCEPT_LANGUAGE, locale));
        request.setHeader(
                HttpHeaders.ACCEPT_ENCODING, value(request, HttpHeaders.ACCEPT_ENCODING, "gzip"));
        String body = hop.body();
        if (body != null) {
            request.setEntity(new ByteArrayEntity(body.getBytes(StandardCharsets.UTF_8), null));
        }
        return request;
    }

    private static void header(HttpUriRequestBase request, String name, String value) {
        String key = name.strip().toLowerCase(Locale.ROOT);
        // ":authority" and the like are HTTP/2's, and come with journeys made from recorded traffic
        if (!key.startsWith(":") && !LEFT_TO_THE_CLIENT.contains(key)) {
            request.addHeader(name.strip(), value);
        }
    }

    private static String value(HttpUriRequestBase request, String name, String otherwise) {
        Header header = request.getFirstHeader(name);
        return header == null || header.getValue() == null ? otherwise : header.getValue();
    }

    /// Breaks off the request under way; from any thread.
    void abort() {
        HttpUriRequestBase request = underWay;
        if (request != null) {
            request.cancel();
        }
        lookup.abort();
    }

    @Override
    public void close() {
        client.close(CloseMode.IMMEDIATE);
    }
}
