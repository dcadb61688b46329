package dev.parallax.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parallax.measure.Exchange;
import dev.parallax.measure.Profile;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class HttpRedirectsTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final List<String> heads = new CopyOnWriteArrayList<>();
    private RawServer shop;
    private RawServer other;
    private HttpSession session;

    @BeforeEach
    void open() throws IOException {
        other = RawServer.start(talk -> answer(talk, "http://127.0.0.1:1"));
        String elsewhere = "http://127.0.0.1:" + other.port();
        shop = RawServer.start(talk -> answer(talk, elsewhere));
        session = HttpSession.open(Profile.DESKTOP);
    }

    @AfterEach
    void close() throws IOException {
        session.close();
        shop.close();
        other.close();
    }

    /// `/STATUS/WHERE` redirects, anything else answers.
    private void answer(RawServer.Talk talk, String elsewhere) throws IOException {
        for (String head = talk.readHead(); !head.isEmpty(); head = talk.readHead()) {
            heads.add(head);
            String[] path = head.split(" ", 3)[1].substring(1).split("/", 2);
            if (path[0].matches("30\\d")) {
                String location =
                        switch (path[1]) {
                            case "elsewhere" -> elsewhere + "/end";
                            case "circle" -> "/302/circle";
                            case "file" -> "file:///etc/passwd";
                            case "spaces" -> "/a b?q=é";
                            case "query" -> "?q=1";
                            case "cookie" -> "/end\r\nSet-Cookie: basket=7; Path=/";
                            case "long" -> "/302/longer";
                            case "longer" -> "/end";
                            default -> "/" + path[1];
                        };
                talk.say(
                        "HTTP/1.1 %s Moved\r\nLocation: %s\r\nContent-Length: 0\r\n\r\n"
                                .formatted(path[0], location));
            } else {
                talk.say("HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nend");
            }
        }
    }

    @Test
    void eachHopIsAnExchange() {
        HttpResult.Answered answered = get("/302/long");
        assertThat(answered.url()).isEqualTo(shop.url("/end"));
        assertThat(answered.body()).isEqualTo("end");
        assertThat(answered.exchanges())
                .extracting(Exchange::status)
                .containsExactly(302, 302, 200);
        assertThat(answered.exchanges())
                .extracting(Exchange::url)
                .containsExactly(shop.url("/302/long"), shop.url("/302/longer"), shop.url("/end"));
        double hops = answered.exchanges().stream().mapToDouble(hop -> hop.phases().total()).sum();
        assertThat(answered.totalMillis()).isEqualTo(hops);
        assertThat(answered.firstByteMillis())
                .isLessThanOrEqualTo(hops)
                .isGreaterThan(answered.exchanges().getFirst().phases().total());
    }

    @Test
    void cookiesAreKeptByTheSession() {
        get("/302/cookie");
        assertThat(heads.getLast()).contains("Cookie: basket=7");
        get("/later");
        assertThat(heads.getLast()).contains("Cookie: basket=7");
    }

    @Test
    void addressesAreReadAsABrowserReadsThem() {
        assertThat(get("/302/spaces").url()).isEqualTo(shop.url("/a%20b?q=%C3%A9"));
        assertThat(get("/302/query").exchanges().get(1).url())
                .isEqualTo(shop.url("/302/query?q=1"));
    }

    @Test
    void aPostBecomesAGetWhereBrowsersDoSo() {
        for (int status : List.of(301, 302, 303)) {
            send(
                    "POST",
                    "/" + status + "/end",
                    Map.of("Content-Type", "text/plain"),
                    "tea",
                    List.of());
            assertThat(heads.getLast()).contains("GET /end").doesNotContain("Content-Type");
        }
    }

    @Test
    void a307KeepsMethodAndBody() {
        RawServer.Script echo =
                talk -> {
                    String head = talk.readHead();
                    byte[] body = talk.socket().getInputStream().readNBytes(3);
                    if (head.contains("/from")) {
                        talk.say(
                                "HTTP/1.1 307 Moved\r\nLocation: /to\r\nConnection: close\r\n\r\n");
                    } else {
                        talk.say("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n");
                        talk.say(head.split(" ", 3)[0] + " " + body.length);
                    }
                };
        try (var server = RawServer.start(echo)) {
            var call = new HttpCall("PUT", server.url("/from"), Map.of(), "tea", LIMIT, List.of());
            assertThat(((HttpResult.Answered) session.send(call)).body()).isEqualTo("PUT 3");
        } catch (IOException broken) {
            throw new AssertionError(broken);
        }
    }

    @Test
    void anotherOriginGetsNoCredentialsAndNoSecrets() {
        Map<String, String> headers =
                Map.of("Authorization", "Basic abc", "X-Key", "k-s3cret", "X-Plain", "yes");
        HttpResult result = send("GET", "/302/elsewhere", headers, null, List.of("s3cret"));
        assertThat(result).isInstanceOf(HttpResult.Answered.class);
        assertThat(heads.getFirst()).contains("Basic abc", "k-s3cret", "X-Plain");
        assertThat(heads.getLast()).contains("X-Plain").doesNotContain("Basic abc", "s3cret");
    }

    @Test
    void aBodyWithASecretIsNotSentToAnotherOrigin() {
        var failed =
                (HttpResult.Failed)
                        send("POST", "/307/elsewhere", Map.of(), "pin=s3cret", List.of("s3cret"));
        assertThat(failed.problem().code()).isEqualTo("http-redirect-refused");
        assertThat(failed.problem().why()).contains("holds a secret");
        assertThat(other.accepted()).isZero();
    }

    @Test
    void aCircleEnds() {
        var failed = (HttpResult.Failed) send("GET", "/302/circle", Map.of(), null, List.of());
        assertThat(failed.problem().code()).isEqualTo("http-redirect-loop");
        assertThat(failed.exchanges()).hasSize(HttpSession.REDIRECT_LIMIT + 1);
    }

    @Test
    void onlyHttpIsFollowed() {
        var failed = (HttpResult.Failed) send("GET", "/302/file", Map.of(), null, List.of());
        assertThat(failed.problem().code()).isEqualTo("http-redirect-refused");
        assertThat(failed.problem().kind().exitCode()).isEqualTo(1);
        assertThat(failed.exchanges()).extracting(Exchange::status).containsExactly(302);
    }

    @Test
    void a304IsNoRedirect() {
        assertThat(get("/304/end").status()).isEqualTo(304);
    }

    private HttpResult.Answered get(String path) {
        return (HttpResult.Answered) send("GET", path, Map.of(), null, List.of());
    }

    private HttpResult send(
            String method,
            String path,
            Map<String, String> headers,
            String body,
            List<String> secrets) {
        return session.send(new HttpCall(method, shop.url(path), headers, body, LIMIT, secrets));
    }
}
