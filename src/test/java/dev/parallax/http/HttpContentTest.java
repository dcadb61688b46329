package dev.parallax.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.parallax.measure.Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What is sent and what is made of the response, with the JDK's server.
final class HttpContentTest {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private HttpServer server;
    private HttpSession session;

    @BeforeEach
    void open() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/echo", HttpContentTest::echo);
        server.createContext(
                "/latin",
                exchange ->
                        answer(
                                exchange,
                                "text/plain; charset=ISO-8859-1",
                                new byte[] {(byte) 0xe9}));
        server.createContext(
                "/utf8",
                exchange -> answer(exchange, "text/html", "é".getBytes(StandardCharsets.UTF_8)));
        server.createContext(
                "/odd",
                exchange ->
                        answer(
                                exchange,
                                "text/html; charset=klingon",
                                "é".getBytes(StandardCharsets.UTF_8)));
        server.createContext("/gzip", exchange -> packed(exchange, 1000));
        server.createContext("/bomb", exchange -> packed(exchange, 100 * 1024 * 1024));
        server.createContext("/digits", HttpContentTest::digits);
        server.createContext("/long", HttpContentTest::unendingly);
        server.createContext("/none", exchange -> exchange.sendResponseHeaders(204, -1));
        server.start();
        session = HttpSession.open(Profile.DESKTOP);
    }

    @AfterEach
    void close() {
        session.close();
        server.stop(0);
    }

    private static void echo(HttpExchange exchange) throws IOException {
        var text = new StringBuilder(exchange.getRequestMethod()).append('\n');
        exchange.getRequestHeaders()
                .forEach((name, values) ->
                        text.append(name).append(": ").append(values).append('\n'));
        text.append(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        answer(exchange, "text/plain", text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static void answer(HttpExchange exchange, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", type);
        exchange.getResponseHeaders().add("X-Twice", "one");
        exchange.getResponseHeaders().add("X-Twice", "two");
        boolean headOnly = exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(200, headOnly ? -1 : body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(headOnly ? new byte[0] : body);
        }
    }

    private static void packed(HttpExchange exchange, int length) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(packed)) {
            var zeros = "0".repeat(1000).getBytes(StandardCharsets.US_ASCII);
            for (int written = 0; written < length; written += zeros.length) {
                out.write(zeros);
            }
        }
        exchange.getResponseHeaders().add("Content-Encoding", "gzip");
        answer(exchange, "text/plain", packed.toByteArray());
    }

    private static void digits(HttpExchange exchange) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(packed)) {
            for (int number = 0; number < 2_000_000; number++) {
                out.write("%07d ".formatted(number).getBytes(StandardCharsets.US_ASCII));
            }
        }
        exchange.getResponseHeaders().add("Content-Encoding", "gzip");
        answer(exchange, "text/plain", packed.toByteArray());
    }

    private static void unendingly(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        try (OutputStream out = exchange.getResponseBody()) {
            var part = new byte[1024 * 1024];
            for (int i = 0; i < 12; i++) {
                out.write(part);
            }
        }
    }

    @Test
    void theVisitorIsRecognisablySynthetic() {
        assertThat(get("/echo").body())
                .contains("User-agent: [Apache-HttpClient/5.6.5 Parallax/0.1 (synthetic)]")
                .contains("Accept-language: [en-US]")
                .contains("Accept: [*/*]");
        var call =
                new HttpCall(
                        "GET",
                        url("/echo"),
                        Map.of("user-agent", "Mozilla/5.0", "accept", "text/html"),
                        null,
                        LIMIT,
                        List.of());
        assertThat(((HttpResult.Answered) session.send(call)).body())
                .contains("User-agent: [Mozilla/5.0 Parallax/0.1 (synthetic)]")
                .contains("Accept: [text/html]");
    }

    @Test
    void theProfileGivesItsUserAgent() {
        try (var mobile = HttpSession.open(Profile.MOBILE)) {
            var answered = (HttpResult.Answered) mobile.send(HttpCall.get(url("/echo"), LIMIT));
            assertThat(answered.body())
                    .containsPattern("User-agent: \\[Mozilla.*Mobile.* Parallax/0.1 ");
        }
    }

    @Test
    void methodHeadersAndBodyArrive() {
        var call =
                new HttpCall(
                        "patch",
                        url("/echo"),
                        Map.of(
                                "Content-Type",
                                "application/json",
                                "Content-Length",
                                "999",
                                ":path",
                                "/"),
                        "{\"tea\":\"grün\"}",
                        LIMIT,
                        List.of());
        assertThat(((HttpResult.Answered) session.send(call)).body())
                .startsWith("PATCH\n")
                .contains("Content-type: [application/json]")
                .contains("Content-length: [15]")
                .endsWith("{\"tea\":\"grün\"}");
    }

    @Test
    void headersAreFoundWhateverTheirCase() {
        HttpResult.Answered answered = get("/utf8");
        assertThat(answered.header("content-TYPE")).contains("text/html");
        assertThat(answered.header("X-Twice")).contains("one, two");
        assertThat(answered.header("X-None")).isEmpty();
        assertThat(answered.exchanges().getFirst().type()).isEqualTo("document");
    }

    @Test
    void theBodyIsDecodedByItsCharset() {
        assertThat(get("/latin").body()).isEqualTo("é");
        assertThat(get("/utf8").body()).isEqualTo("é");
        assertThat(get("/odd").body()).isEqualTo("é");
    }

    @Test
    void aPackedBodyIsUnpackedAndCountedAsSent() {
        HttpResult.Answered answered = get("/gzip");
        assertThat(answered.body()).isEqualTo("0".repeat(1000));
        assertThat(answered.cut()).isFalse();
        assertThat(answered.exchanges().getFirst().transferBytes()).isBetween(50L, 400L);
    }

    @Test
    void aBombIsNamed() {
        var failed = (HttpResult.Failed) session.send(HttpCall.get(url("/bomb"), LIMIT));
        assertThat(failed.problem().code()).isEqualTo("http-bomb");
        assertThat(failed.problem().why()).endsWith("bytes unpack to more than 10 MB");
    }

    @Test
    void aBodyThatUnpacksToTooMuchIsCut() {
        HttpResult.Answered answered = get("/digits");
        assertThat(answered.body()).hasSize(HttpSession.BODY_LIMIT);
        assertThat(answered.cut()).isTrue();
    }

    @Test
    void aLongBodyIsReadToItsEndButKeptInPart() {
        HttpResult.Answered answered = get("/long");
        assertThat(answered.body()).hasSize(HttpSession.BODY_LIMIT);
        assertThat(answered.cut()).isTrue();
        assertThat(answered.exchanges().getFirst().transferBytes()).isGreaterThan(12 * 1024 * 1024);
    }

    @Test
    void aResponseMayHaveNoBody() {
        assertThat(get("/none").body()).isEmpty();
        var head = new HttpCall("HEAD", url("/utf8"), Map.of(), null, LIMIT, List.of());
        assertThat(((HttpResult.Answered) session.send(head)).body()).isEmpty();
    }

    @Test
    void namesItsEngine() {
        assertThat(HttpSession.engine()).isEqualTo("Apache-HttpClient 5.6.5, HTTP/1.1 and HTTP/2");
    }

    private HttpResult.Answered get(String path) {
        return (HttpResult.Answered) session.send(HttpCall.get(url(path), LIMIT));
    }

    private String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }
}
