package dev.parallax.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parallax.measure.Profile;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Each way an exchange can break, with its cause named.
@Timeout(60)
final class HttpFailuresTest {
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(400);
    private static final Duration OVERRUN = Duration.ofMillis(1500);

    @Test
    void refused() throws IOException {
        int port;
        try (var nobody = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = nobody.getLocalPort();
        }
        HttpResult.Failed failed = send("http://127.0.0.1:" + port + "/pay", LONG);
        assertThat(failed.problem().code()).isEqualTo("http-refused");
        assertThat(failed.problem().oneLine())
                .isEqualTo(
                        "GET http://127.0.0.1:%d/pay failed: 127.0.0.1:%d refuses connections. check that the server runs and the port is right [http-refused]"
                                .formatted(port, port));
        assertThat(failed.exchanges())
                .singleElement()
                .satisfies(exchange -> {
                    assertThat(exchange.status()).isZero();
                    assertThat(exchange.failure()).isEqualTo(failed.problem().why());
                    assertThat(exchange.phases().connect()).isNotNull();
                    assertThat(exchange.phases().waiting()).isNull();
                });
    }

    @Test
    void unknownHost() {
        // a label of 64 letters is never asked of any server
        String host = "x".repeat(64) + ".test";
        HttpResult.Failed failed = send("http://" + host + "/", LONG);
        assertThat(failed.problem().code()).isEqualTo("http-unknown-host");
        assertThat(failed.problem().why()).contains(host);
    }

    @Test
    void resetAfterTheRequest() throws IOException {
        assertThat(
                        codeOf(talk -> {
                            talk.readHead();
                            talk.reset();
                        }))
                .isEqualTo("http-reset");
    }

    @Test
    void closedWithoutAResponse() throws IOException {
        assertThat(codeOf(RawServer.Talk::readHead)).isEqualTo("http-reset");
    }

    @Test
    void closedInTheMiddleOfTheBody() throws IOException {
        assertThat(
                        codeOf(talk -> {
                            talk.readHead();
                            talk.say("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf");
                        }))
                .isEqualTo("http-reset");
    }

    @Test
    void closedInTheMiddleOfAChunk() throws IOException {
        assertThat(
                        codeOf(talk -> {
                            talk.readHead();
                            talk.say(
                                    "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nab");
                        }))
                .isEqualTo("http-reset");
    }

    @Test
    void notHttp() throws IOException {
        assertThat(
                        codeOf(talk -> {
                            talk.readHead();
                            talk.say("SSH-2.0-OpenSSH_9.9\r\n");
                            talk.pause(2000);
                        }))
                .isEqualTo("http-not-http");
    }

    @Test
    void malformedChunk() throws IOException {
        assertThat(
                        codeOf(talk -> {
                            talk.readHead();
                            talk.say("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n");
                        }))
                .isEqualTo("http-not-http");
    }

    @Test
    void aServerWithoutTls() throws IOException {
        RawServer.Script plain =
                talk -> {
                    int _ = talk.socket().getInputStream().read(new byte[4096]);
                    talk.say("HTTP/1.1 400 Bad Request\r\n\r\n");
                };
        try (var server = RawServer.start(plain)) {
            HttpResult.Failed failed = send("https://localhost:" + server.port() + "/", LONG);
            assertThat(failed.problem().code()).isEqualTo("http-tls");
            assertThat(failed.problem().why()).endsWith("the server does not speak TLS there");
        }
    }

    @Test
    void anUntrustedCertificate() throws IOException, GeneralSecurityException {
        var certificate = new ThrowAwayCertificate();
        try (var server =
                RawServer.start(RawServer.socket(certificate.server()), RawServer.Talk::readHead)) {
            HttpResult.Failed failed = send("https://localhost:" + server.port() + "/", LONG);
            assertThat(failed.problem().code()).isEqualTo("http-tls");
            assertThat(failed.problem().why())
                    .endsWith("the certificate is not signed by an authority known here");
        }
    }

    @Test
    void aCertificateForAnotherHost() throws IOException, GeneralSecurityException {
        var certificate = new ThrowAwayCertificate();
        try (var server =
                        RawServer.start(
                                RawServer.socket(certificate.server()), RawServer.Talk::readHead);
                var session = new HttpSession(new Wire(certificate.client(), Profile.DESKTOP))) {
            var failed =
                    (HttpResult.Failed)
                            session.send(
                                    HttpCall.get("https://127.0.0.1:" + server.port() + "/", LONG));
            assertThat(failed.problem().code()).isEqualTo("http-tls");
            assertThat(failed.problem().why()).endsWith("the certificate is for another host");
        }
    }

    @Test
    void noFirstByteInTime() throws IOException {
        assertTimesOut(
                "waiting for the first byte",
                talk -> {
                    talk.readHead();
                    talk.pause(30_000);
                });
    }

    @Test
    void theTimeLimitHoldsAgainstADrippingBody() throws IOException {
        assertTimesOut(
                "receiving the response",
                talk -> {
                    talk.readHead();
                    talk.say("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n");
                    while (true) {
                        talk.say("x");
                        talk.pause(20);
                    }
                });
    }

    @Test
    void theTimeLimitHoldsAgainstADrippingHead() throws IOException {
        assertTimesOut(
                "receiving the response",
                talk -> {
                    talk.readHead();
                    talk.say("HTTP/1.1 200 OK\r\nX: ");
                    while (true) {
                        talk.say("x");
                        talk.pause(20);
                    }
                });
    }

    @Test
    void theTimeLimitHoldsAgainstEndlessRedirects() throws IOException {
        RawServer.Script slowCircle =
                talk -> {
                    while (!talk.readHead().isEmpty()) {
                        talk.pause(100);
                        talk.say(
                                "HTTP/1.1 302 Found\r\nLocation: /again\r\nContent-Length: 0\r\n\r\n");
                    }
                };
        try (var server = RawServer.start(slowCircle)) {
            HttpResult.Failed failed = send(server.url("/"), SHORT);
            assertThat(failed.problem().code()).isEqualTo("http-timeout");
            assertThat(failed.exchanges()).hasSizeBetween(2, 5);
        }
    }

    @Test
    void theTimeLimitHoldsAgainstAServerThatStallsTheHandshake() throws IOException {
        try (var server = RawServer.start(talk -> talk.pause(30_000))) {
            HttpResult.Failed failed = timedOut("https://localhost:" + server.port() + "/");
            assertThat(failed.problem().why())
                    .isEqualTo("the time ran out while shaking hands for TLS");
        }
    }

    @Test
    void theTimeLimitHoldsAgainstAServerThatStallsOverTls()
            throws IOException, GeneralSecurityException {
        var certificate = new ThrowAwayCertificate();
        RawServer.Script drip =
                talk -> {
                    talk.readHead();
                    talk.say("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n");
                    talk.pause(30_000);
                };
        try (var server = RawServer.start(RawServer.socket(certificate.server()), drip);
                var session = new HttpSession(new Wire(certificate.client(), Profile.DESKTOP))) {
            long start = System.nanoTime();
            HttpResult result =
                    session.send(
                            HttpCall.get(
                                    "https://localhost:" + server.port() + "/",
                                    Duration.ofSeconds(1)));
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .isLessThan(Duration.ofSeconds(1).plus(OVERRUN));
            assertThat(((HttpResult.Failed) result).problem().code()).isEqualTo("http-timeout");
        }
    }

    @Test
    void theTimeLimitHoldsAgainstAHostThatDropsConnections() throws IOException {
        var waiting = new ArrayList<Socket>();
        // nobody accepts: once the backlog is full, Linux drops further attempts without a word
        try (var full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            for (int i = 0; i < 3; i++) {
                var socket = new Socket();
                waiting.add(socket);
                Thread.ofVirtual().start(() -> connect(socket, full));
            }
            HttpResult.Failed failed = timedOut("http://127.0.0.1:" + full.getLocalPort() + "/");
            assertThat(failed.problem().why()).startsWith("the time ran out while ");
        } finally {
            for (Socket socket : waiting) {
                socket.close();
            }
        }
    }

    private static void connect(Socket socket, ServerSocket server) {
        try {
            socket.connect(new InetSocketAddress(server.getInetAddress(), server.getLocalPort()));
        } catch (IOException _) {
            // one that found the backlog full
            return;
        }
    }

    @Test
    void cancellingEndsTheCallAtOnceAndForGood() throws Exception {
        var asked = new CountDownLatch(1);
        RawServer.Script stall =
                talk -> {
                    talk.readHead();
                    asked.countDown();
                    talk.pause(30_000);
                };
        try (var server = RawServer.start(stall);
                var session = HttpSession.open(Profile.DESKTOP)) {
            Thread canceller =
                    Thread.ofVirtual()
                            .start(() -> {
                                try {
                                    asked.await();
                                } catch (InterruptedException _) {
                                    return;
                                }
                                session.cancel();
                            });
            HttpCall call = HttpCall.get(server.url("/"), LONG);
            long start = System.nanoTime();
            assertThatThrownBy(() -> session.send(call)).isInstanceOf(CancellationException.class);
            assertThatThrownBy(() -> session.send(call)).isInstanceOf(CancellationException.class);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(OVERRUN);
            canceller.join();
        }
    }

    /// The library has steps at which a request broken off from another thread fails as a misuse of
    /// its client.
    @Test
    void cancellingAtAnyMomentIsNeverMistakenForAnythingElse() throws Exception {
        RawServer.Script ok =
                talk -> {
                    talk.readHead();
                    talk.say("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
                };
        try (var server = RawServer.start(ok)) {
            for (int moment = 0; moment < 400; moment++) {
                cancelledAfter(moment * 5_000L, server);
            }
        }
    }

    private static void cancelledAfter(long nanos, RawServer server) throws Exception {
        try (var session = HttpSession.open(Profile.DESKTOP)) {
            var started = new CountDownLatch(1);
            Thread canceller =
                    Thread.ofPlatform()
                            .start(() -> {
                                started.countDown();
                                long start = System.nanoTime();
                                while (System.nanoTime() - start < nanos) {
                                    Thread.onSpinWait();
                                }
                                session.cancel();
                            });
            started.await();
            try {
                assertThat(session.send(HttpCall.get(server.url("/"), LONG)))
                        .isInstanceOf(HttpResult.Answered.class);
            } catch (CancellationException _) {
                // as it should be
            }
            canceller.join();
        }
    }

    @Test
    void invalidCallsAreTheUsersFault() {
        assertThat(usage("shop.example/")).contains("http:// or https://");
        assertThat(usage("ftp://shop.example/")).contains("\"ftp\"");
        assertThat(usage("file:///etc/passwd")).contains("\"file\"");
        assertThat(usage("http://")).contains("no host");
        assertThat(usage("http://user:pw@shop.example/"))
                .contains("Authorization")
                .doesNotContain("pw");
        assertThat(usage("http://127.0.0.1:99999/")).isNotEmpty();
        assertThat(usage("http://a b/")).isNotEmpty();
    }

    private static String usage(String url) {
        HttpResult.Failed failed = send(url, LONG);
        assertThat(failed.problem().code()).isEqualTo("http-invalid-request");
        assertThat(failed.problem().kind().exitCode()).isEqualTo(2);
        return failed.problem().why();
    }

    @Test
    void secretsAreHiddenInProblemsAndExchanges() {
        try (var session = HttpSession.open(Profile.DESKTOP)) {
            var call =
                    new HttpCall(
                            "GET",
                            "http://127.0.0.1:1/?key=s3 cret&again=s3%20cret",
                            Map.of("X-Key", "s3 cret"),
                            null,
                            LONG,
                            List.of("s3 cret"));
            var failed = (HttpResult.Failed) session.send(call);
            assertThat(failed.problem().what())
                    .isEqualTo("GET http://127.0.0.1:1/?key=•••&again=••• failed");
            assertThat(failed.exchanges().getFirst().url())
                    .isEqualTo("http://127.0.0.1:1/?key=•••&again=•••");
            assertThat(call.toString()).doesNotContain("cret");
        }
    }

    private static String codeOf(RawServer.Script script) throws IOException {
        try (var server = RawServer.start(script)) {
            return send(server.url("/"), LONG).problem().code();
        }
    }

    private static void assertTimesOut(String during, RawServer.Script script) throws IOException {
        try (var server = RawServer.start(script)) {
            HttpResult.Failed failed = timedOut(server.url("/"));
            assertThat(failed.problem().why()).isEqualTo("the time ran out while " + during);
            assertThat(failed.exchanges().getFirst().phases().total())
                    .isBetween(SHORT.toMillis() * 0.5, SHORT.plus(OVERRUN).toMillis() * 1.0);
        }
    }

    private static HttpResult.Failed timedOut(String url) {
        try (var session = HttpSession.open(Profile.DESKTOP)) {
            long start = System.nanoTime();
            var failed = (HttpResult.Failed) session.send(HttpCall.get(url, SHORT));
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .isBetween(SHORT.minusMillis(5), SHORT.plus(OVERRUN));
            assertThat(failed.problem().code()).isEqualTo("http-timeout");
            assertThat(failed.problem().what()).endsWith("was not done after 0.4 s");
            return failed;
        }
    }

    private static HttpResult.Failed send(String url, Duration timeout) {
        try (var session = HttpSession.open(Profile.DESKTOP)) {
            HttpResult result = session.send(HttpCall.get(url, timeout));
            assertThat(result).isInstanceOf(HttpResult.Failed.class);
            return (HttpResult.Failed) result;
        }
    }
}
