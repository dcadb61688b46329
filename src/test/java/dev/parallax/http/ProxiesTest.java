package dev.parallax.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parallax.measure.Phases;
import dev.parallax.measure.Profile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Requests through proxies that lead every name to this machine.
@Timeout(60)
final class ProxiesTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";

    @TempDir Path folder;
    private final List<String> heads = new CopyOnWriteArrayList<>();

    @Test
    void plainRequestsNameTheirWholeAddress() throws IOException {
        RawServer.Script script =
                talk -> {
                    for (String head = talk.readHead(); !head.isEmpty(); head = talk.readHead()) {
                        heads.add(head);
                        talk.say(OK);
                    }
                };
        try (var proxy = RawServer.start(script);
                var session =
                        through(
                                "http://ann:s%3acret@127.0.0.1:" + proxy.port(),
                                HttpOptions.DIRECT)) {
            HttpResult result = session.send(HttpCall.get("http://shop.test/tea?x=1", LIMIT));
            assertThat(result).isInstanceOf(HttpResult.Answered.class);
            assertThat(heads.getFirst())
                    .startsWith("GET http://shop.test/tea?x=1 HTTP/1.1\r\nHost: shop.test\r\n")
                    // ann:s:cret
                    .contains("Proxy-Authorization: Basic YW5uOnM6Y3JldA==");
            assertThat(result.exchanges().getFirst().detail().requestHeaders())
                    .noneMatch(header -> header.name().equalsIgnoreCase("Proxy-Authorization"));
        }
    }

    @Test
    void encryptedRequestsGoThroughATunnelWhoseOpeningIsConnecting()
            throws IOException, GeneralSecurityException {
        var authority = new TestAuthority();
        RawServer.Script answer =
                talk -> {
                    heads.add(talk.readHead());
                    talk.say(OK);
                };
        try (var server = RawServer.start(RawServer.socket(authority.good("shop.test")), answer);
                var proxy =
                        RawServer.start(talk -> {
                            heads.add(talk.readHead());
                            talk.pause(300);
                            talk.say("HTTP/1.1 200 Connection established\r\n\r\n");
                            pass(talk.socket(), server.port());
                        });
                var session =
                        through(
                                "127.0.0.1:" + proxy.port(),
                                HttpOptions.DIRECT.with(trusting(authority)))) {
            HttpResult result = session.send(HttpCall.get("https://shop.test/", LIMIT));
            assertThat(result).isInstanceOf(HttpResult.Answered.class);
            assertThat(heads.getFirst()).startsWith("CONNECT shop.test:443 HTTP/1.1\r\n");
            Phases phases = result.exchanges().getFirst().phases();
            assertThat(phases.connect()).isGreaterThan(298);
            assertThat(phases.dns()).isNull();
            assertThat(phases.tls()).isNotNull();
        }
    }

    private static void pass(Socket client, int port) throws IOException {
        try (var server = new Socket(InetAddress.getLoopbackAddress(), port)) {
            Thread up = Thread.ofVirtual().start(() -> copy(client, server));
            copy(server, client);
            up.join();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private static void copy(Socket from, Socket to) {
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            in.transferTo(out);
            to.shutdownOutput();
        } catch (IOException _) {
            // one of them has gone
            return;
        }
    }

    @Test
    void aSocksProxyLooksNamesUp() throws IOException {
        RawServer.Script script =
                talk -> {
                    InputStream in = talk.socket().getInputStream();
                    assertThat(in.readNBytes(3)).containsExactly(5, 1, 0);
                    talk.say(new byte[] {5, 0});
                    in.readNBytes(4);
                    heads.add(new String(in.readNBytes(in.read()), US_ASCII));
                    in.readNBytes(2);
                    talk.say(new byte[] {5, 0, 0, 1, 127, 0, 0, 1, 0, 80});
                    heads.add(talk.readHead());
                    talk.say(OK);
                };
        try (var proxy = RawServer.start(script);
                var session = through("socks5://127.0.0.1:" + proxy.port(), HttpOptions.DIRECT)) {
            HttpResult result = session.send(HttpCall.get("http://shop.test/tea", LIMIT));
            assertThat(result).isInstanceOf(HttpResult.Answered.class);
            assertThat(heads.getFirst()).isEqualTo("shop.test");
            assertThat(heads.getLast()).startsWith("GET /tea HTTP/1.1\r\n");
        }
    }

    @Test
    void whatAProxyRefusesIsItsFault() throws IOException {
        assertThat(codeThrough("https://shop.test/", "407 Proxy Authentication Required"))
                .isEqualTo("http-proxy-credentials");
        assertThat(codeThrough("http://shop.test/", "407 Proxy Authentication Required"))
                .isEqualTo("http-proxy-credentials");
        assertThat(codeThrough("https://shop.test/", "403 Forbidden"))
                .isEqualTo("http-proxy-refused");
        try (var session = through("http://127.0.0.1:1", HttpOptions.DIRECT)) {
            var failed =
                    (HttpResult.Failed) session.send(HttpCall.get("https://shop.test/", LIMIT));
            assertThat(failed.problem().code()).isEqualTo("http-proxy-unreachable");
            assertThat(failed.problem().why())
                    .isEqualTo("the proxy 127.0.0.1:1 does not work: it refuses connections");
        }
    }

    private static String codeThrough(String url, String status) throws IOException {
        try (var proxy =
                        RawServer.start(talk -> {
                            talk.readHead();
                            talk.say("HTTP/1.1 " + status + "\r\nContent-Length: 0\r\n\r\n");
                        });
                var session = through("127.0.0.1:" + proxy.port(), HttpOptions.DIRECT)) {
            return ((HttpResult.Failed) session.send(HttpCall.get(url, LIMIT))).problem().code();
        }
    }

    @Test
    void aClientCertificateIsShownToItsHostsOnly() throws IOException, GeneralSecurityException {
        var authority = new TestAuthority();
        var clients = new TestAuthority();
        Path key =
                clients.issue(TestAuthority.Wish.of("ann").forClients())
                        .writePkcs12(folder.resolve("ann.p12"));
        var server =
                (javax.net.ssl.SSLServerSocket)
                        RawServer.socket(
                                authority
                                        .issue(TestAuthority.Wish.of("localhost"))
                                        .context(clients));
        server.setNeedClientAuth(true);
        try (var raw =
                RawServer.start(
                        server,
                        talk -> {
                            if (!talk.readHead().isEmpty()) {
                                talk.say(OK);
                            }
                        })) {
            String url = "https://localhost:" + raw.port() + "/";
            TlsOptions signed =
                    trusting(authority).signingIn(key, "open sesame", List.of("localhost"));
            TlsOptions elsewhere =
                    trusting(authority).signingIn(key, "open sesame", List.of("*.test"));
            assertThat(send(url, signed)).isInstanceOf(HttpResult.Answered.class);
            assertThat(((HttpResult.Failed) send(url, elsewhere)).problem().why())
                    .endsWith("the server wants a client certificate");
        }
        assertThatThrownBy(() -> TlsOptions.USUAL.signingIn(key, "wrong", List.of("a")))
                .hasMessageContaining("the pass phrase is wrong");
    }

    @Test
    void tlsIsTold() throws IOException, GeneralSecurityException {
        var authority = new TestAuthority();
        try (var raw =
                RawServer.start(
                        RawServer.socket(authority.good("localhost")),
                        talk -> {
                            talk.readHead();
                            talk.say(OK);
                        })) {
            HttpResult result = send("https://localhost:" + raw.port() + "/", trusting(authority));
            var tls = result.exchanges().getFirst().detail().tls().orElseThrow();
            assertThat(tls.protocol()).isEqualTo("TLS 1.3");
            assertThat(tls.cipher()).startsWith("TLS_");
            assertThat(tls.subject()).isEqualTo("localhost");
            assertThat(tls.issuer()).startsWith("Test authority");
            assertThat(Duration.between(tls.validFrom(), tls.validTo()))
                    .isEqualTo(Duration.ofDays(91));
        }
    }

    private static HttpResult send(String url, TlsOptions tls) {
        try (var session = HttpSession.open(Profile.DESKTOP, HttpOptions.DIRECT.with(tls))) {
            return session.send(HttpCall.get(url, LIMIT));
        }
    }

    @Test
    void theEnvironmentIsObeyed() {
        Map<String, String> environment =
                Map.of(
                        "https_proxy", "http://one:3128",
                        "HTTP_PROXY", "two",
                        "NO_PROXY", "shop.test, .intern,10.0.0.1");
        ProxyRule rule = ProxyRule.of(environment::get);
        assertThat(proxy(rule, "https://a.test/")).isEqualTo("one:3128");
        assertThat(proxy(rule, "http://a.test/")).isEqualTo("two:80");
        for (String direct :
                List.of(
                        "http://shop.test/",
                        "http://www.shop.test/",
                        "http://wiki.intern/",
                        "http://10.0.0.1/",
                        "http://localhost:8080/",
                        "http://127.0.0.1/",
                        "http://[::1]/")) {
            assertThat(proxy(rule, direct)).as(direct).isEqualTo("directly");
        }
        assertThat(proxy(rule, "http://workshop.test/")).isEqualTo("two:80");
        assertThatThrownBy(() -> ProxyServer.parse("ftp://user:secret@x"))
                .hasMessageNotContaining("secret");
    }

    private static String proxy(ProxyRule rule, String url) {
        return rule.of(URI.create(url)).map(ProxyServer::toString).orElse("directly");
    }

    private TlsOptions trusting(TestAuthority authority)
            throws IOException, GeneralSecurityException {
        return TlsOptions.USUAL.trusting(
                List.of(authority.writePem(folder.resolve("authority.pem"))));
    }

    private static HttpSession through(String proxy, HttpOptions options) {
        var server = Optional.of(ProxyServer.parse(proxy));
        return HttpSession.open(
                Profile.DESKTOP, options.with(new ProxyRule(server, server, List.of())));
    }
}
