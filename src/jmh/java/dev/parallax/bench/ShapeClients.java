package dev.parallax.bench;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.Proxy;
import dev.parallax.browser.Browsers;
import dev.parallax.http.HttpCall;
import dev.parallax.http.HttpOptions;
import dev.parallax.http.HttpResult;
import dev.parallax.http.HttpSession;
import dev.parallax.http.ProxyRule;
import dev.parallax.http.ProxyServer;
import dev.parallax.http.TlsOptions;
import dev.parallax.measure.Profile;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import javax.net.ssl.SSLSocket;

/// The three kinds of client whose transfers are timed, each on a new connection: a bare socket, an
/// HTTP run's session, and Chromium. Straight to the server, or through a SOCKS proxy.
final class ShapeClients implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofMinutes(1);
    private static final String PAINTS =
            """
            () => new Promise(done => {
              const fcp = performance.getEntriesByName('first-contentful-paint')[0];
              new PerformanceObserver(list => {
                const last = list.getEntries().at(-1);
                done([fcp ? fcp.startTime : -1, last.startTime]);
              }).observe({type: 'largest-contentful-paint', buffered: true});
            })
            """;

    private final ShapeKeys keys;
    private final Playwright playwright;
    private final Browser browser;

    ShapeClients(ShapeKeys keys) {
        this.keys = keys;
        playwright = Playwright.create();
        browser =
                playwright
                        .chromium()
                        .launch(
                                new BrowserType.LaunchOptions()
                                        .setExecutablePath(
                                                Browsers.ofThisMachine().find(null).path())
                                        .setArgs(
                                                List.of(
                                                        "--disable-quic",
                                                        "--disable-gpu",
                                                        "--no-sandbox",
                                                        "--ignore-certificate-errors-spki-list="
                                                                + keys.fingerprint())));
    }

    /// A client's times in milliseconds.
    ///
    /// @param kind `socket`, `http`, `chromium` or `page`, which has two: FCP and LCP
    List<Double> millis(String kind, URI uri, OptionalInt proxy) throws IOException {
        return switch (kind) {
            case "socket" -> List.of(socket(uri, proxy));
            case "http" -> List.of(http(uri, proxy));
            case "chromium" -> chromium(uri, proxy, false);
            default -> chromium(uri, proxy, true);
        };
    }

    private double socket(URI uri, OptionalInt proxy) throws IOException {
        long start = System.nanoTime();
        try (Socket plain =
                proxy.isPresent()
                        ? new Socket(
                                new java.net.Proxy(
                                        java.net.Proxy.Type.SOCKS,
                                        new InetSocketAddress(
                                                InetAddress.getLoopbackAddress(),
                                                proxy.getAsInt())))
                        : new Socket()) {
            plain.connect(
                    proxy.isPresent()
                            ? InetSocketAddress.createUnresolved(uri.getHost(), uri.getPort())
                            : new InetSocketAddress(
                                    InetAddress.ofLiteral(uri.getHost()), uri.getPort()));
            plain.setTcpNoDelay(true);
            Socket socket = plain;
            if (uri.getScheme().equals("https")) {
                var secure =
                        (SSLSocket)
                                keys.tls()
                                        .getSocketFactory()
                                        .createSocket(plain, uri.getHost(), uri.getPort(), false);
                secure.startHandshake();
                socket = secure;
            }
            String request = "GET " + uri.getPath() + " HTTP/1.1\r\nHost: it\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            read(socket.getInputStream(), Integer.parseInt(uri.getPath().substring(7)));
            return (System.nanoTime() - start) / 1e6;
        }
    }

    private static void read(InputStream in, int bytes) throws IOException {
        var head = new StringBuilder();
        while (head.length() < 4 || !head.substring(head.length() - 4).equals("\r\n\r\n")) {
            head.append((char) in.read());
        }
        var buffer = new byte[64 * 1024];
        for (int left = bytes; left > 0; ) {
            int length = in.read(buffer);
            if (length < 0) {
                throw new IOException("ended early");
            }
            left -= length;
        }
    }

    private double http(URI uri, OptionalInt proxy) {
        HttpOptions options =
                HttpOptions.DIRECT.with(TlsOptions.USUAL.trusting(List.of(keys.pem())));
        if (proxy.isPresent()) {
            ProxyServer way = ProxyServer.socks("127.0.0.1", proxy.getAsInt());
            options = options.with(ProxyRule.through(way, List.of()));
        }
        try (var session = HttpSession.open(Profile.DESKTOP, options)) {
            var call = new HttpCall("GET", uri.toString(), Map.of(), null, LIMIT, List.of());
            HttpResult result = session.send(call);
            if (!(result instanceof HttpResult.Answered answered)) {
                throw new IllegalStateException(result.toString());
            }
            return answered.exchanges().getFirst().phases().total();
        }
    }

    private List<Double> chromium(URI uri, OptionalInt proxy, boolean paints) {
        var options = new Browser.NewContextOptions().setViewportSize(1000, 800);
        proxy.ifPresent(port -> options.setProxy(new Proxy("socks5://127.0.0.1:" + port)));
        try (BrowserContext context = browser.newContext(options)) {
            Page page = context.newPage();
            page.navigate(uri.toString(), new Page.NavigateOptions().setTimeout(60_000));
            if (paints) {
                var times = new ArrayList<Double>();
                for (Object time : (List<?>) page.evaluate(PAINTS)) {
                    times.add(((Number) time).doubleValue());
                }
                return times;
            }
            String end = "performance.getEntriesByType('navigation')[0].responseEnd";
            return List.of(((Number) page.evaluate(end)).doubleValue());
        }
    }

    /// Loads what would make the first transfers slow, on the loopback interface.
    void warmUp(int httpPort, int httpsPort) throws IOException {
        for (int round = 0; round < 30; round++) {
            for (String kind : List.of("socket", "http")) {
                millis(kind, uri("http", "127.0.0.1", httpPort, "/bytes/100000"), none());
                millis(kind, uri("https", "127.0.0.1", httpsPort, "/bytes/100000"), none());
            }
        }
        for (int round = 0; round < 3; round++) {
            millis("chromium", uri("http", "127.0.0.1", httpPort, "/bytes/100000"), none());
            millis("chromium", uri("https", "127.0.0.1", httpsPort, "/bytes/100000"), none());
            millis("page", uri("http", "127.0.0.1", httpPort, "/page"), none());
        }
    }

    private static OptionalInt none() {
        return OptionalInt.empty();
    }

    static URI uri(String scheme, String host, int port, String path) {
        return URI.create(scheme + "://" + host + ":" + port + path);
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
