package dev.parallax.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parallax.measure.Phases;
import dev.parallax.measure.Profile;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.Message;
import org.apache.hc.core5.http.URIScheme;
import org.apache.hc.core5.http.impl.bootstrap.HttpAsyncServer;
import org.apache.hc.core5.http.nio.AsyncServerRequestHandler;
import org.apache.hc.core5.http.nio.entity.StringAsyncEntityConsumer;
import org.apache.hc.core5.http.nio.support.AsyncResponseBuilder;
import org.apache.hc.core5.http.nio.support.BasicRequestConsumer;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.http2.HttpVersionPolicy;
import org.apache.hc.core5.http2.impl.nio.bootstrap.H2ServerBootstrap;
import org.apache.hc.core5.http2.ssl.H2ServerTlsStrategy;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.reactor.ListenerEndpoint;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Whole exchanges over HTTP/2 with a server of the library, which keeps its windows small.
@Timeout(60)
final class Http2Test {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    @TempDir Path folder;
    private final AtomicInteger requests = new AtomicInteger();
    private HttpAsyncServer server;
    private HttpSession session;
    private String base = "";

    /// Says back what it was sent; `/long` says eight million bytes, `/moved` leads to `/end`.
    private final class Echo implements AsyncServerRequestHandler<Message<HttpRequest, String>> {
        @Override
        public BasicRequestConsumer<String> prepare(
                HttpRequest request,
                org.apache.hc.core5.http.EntityDetails entity,
                HttpContext context) {
            return new BasicRequestConsumer<>(
                    entity == null ? null : new StringAsyncEntityConsumer());
        }

        @Override
        public void handle(
                Message<HttpRequest, String> message, ResponseTrigger trigger, HttpContext context)
                throws org.apache.hc.core5.http.HttpException, IOException {
            requests.incrementAndGet();
            HttpRequest request = message.getHead();
            var response = AsyncResponseBuilder.create(200);
            switch (request.getPath()) {
                case "/long" -> response.setEntity("x".repeat(8_000_000), ContentType.TEXT_PLAIN);
                case "/moved" -> {
                    response.setStatus(302);
                    response.setHeader("Location", "/end");
                    response.setHeader("Set-Cookie", "basket=7; Path=/");
                }
                case "/headers" -> {
                    for (int i = 0; i < 300; i++) {
                        response.addHeader("X-" + i, "y".repeat(300));
                    }
                }
                default -> {
                    var text =
                            new StringBuilder(request.getMethod() + " " + request.getPath() + "\n");
                    for (var header : request.getHeaders()) {
                        text.append(header.getName())
                                .append(": ")
                                .append(header.getValue())
                                .append('\n');
                    }
                    String body = message.getBody();
                    response.setEntity(
                            text + (body == null ? "" : body.length() + " characters"),
                            ContentType.TEXT_PLAIN);
                }
            }
            trigger.submitResponse(response.build(), context);
        }
    }

    @BeforeEach
    void open() throws Exception {
        var authority = new TestAuthority();
        server =
                H2ServerBootstrap.bootstrap()
                        .setVersionPolicy(HttpVersionPolicy.NEGOTIATE)
                        .setTlsStrategy(new H2ServerTlsStrategy(authority.good("localhost")))
                        .register("localhost", "*", new Echo())
                        .register("*", new Echo())
                        .create();
        server.start();
        ListenerEndpoint endpoint =
                server.listen(
                                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                                URIScheme.HTTPS)
                        .get();
        base = "https://localhost:" + ((InetSocketAddress) endpoint.getAddress()).getPort();
        session =
                HttpSession.open(
                        Profile.DESKTOP,
                        HttpOptions.DIRECT.with(
                                TlsOptions.USUAL.trusting(
                                        List.of(authority.writePem(folder.resolve("ca.pem"))))));
    }

    @AfterEach
    void close() {
        session.close();
        server.close(CloseMode.IMMEDIATE);
        server.initiateShutdown();
    }

    private HttpResult.Answered get(String path) {
        HttpResult result = session.send(HttpCall.get(base + path, LIMIT));
        assertThat(result).isInstanceOf(HttpResult.Answered.class);
        return (HttpResult.Answered) result;
    }

    @Test
    void oneConnectionCarriesRequestAfterRequest() {
        HttpResult.Answered first = get("/one?q=1");
        HttpResult.Answered second = get("/two");
        assertThat(first.exchanges().getFirst().protocol()).isEqualTo("h2");
        assertThat(first.body())
                .startsWith("GET /one?q=1\n")
                .contains("(synthetic)")
                .containsPattern("(?i)accept-language: en-US");
        assertThat(second.body()).startsWith("GET /two\n");
        Phases phases = first.exchanges().getFirst().phases();
        assertThat(phases.tls()).isNotNull();
        assertThat(phases.waiting()).isNotNull();
        assertThat(second.exchanges().getFirst().phases().connect()).isNull();
    }

    @Test
    void largeBodiesFlowBothWays() {
        HttpResult.Answered answered = get("/long");
        assertThat(answered.body()).hasSize(8_000_000);
        assertThat(answered.exchanges().getFirst().transferBytes()).isGreaterThan(8_000_000);
        var call =
                new HttpCall(
                        "POST",
                        base + "/echo",
                        Map.of("X-Own", "yes"),
                        "z".repeat(3_000_000),
                        LIMIT,
                        List.of());
        var sent = (HttpResult.Answered) session.send(call);
        assertThat(sent.body()).startsWith("POST /echo\n").endsWith("3000000 characters");
        assertThat(sent.body()).containsIgnoringCase("x-own: yes");
    }

    @Test
    void longHeadsComeInSeveralFrames() {
        assertThat(get("/headers").header("x-299")).contains("y".repeat(300));
        assertThat(get("/again").status()).isEqualTo(200);
    }

    @Test
    void redirectsAndCookiesWorkAsOverHttp1() {
        HttpResult.Answered answered = get("/moved");
        assertThat(answered.exchanges()).hasSize(2);
        assertThat(answered.body())
                .startsWith("GET /end\n")
                .containsIgnoringCase("cookie: basket=7");
        assertThat(requests.get()).isEqualTo(2);
    }

    @Test
    void aHeadOnlyRequestHasNoBody() {
        var call = new HttpCall("HEAD", base + "/", Map.of(), null, LIMIT, List.of());
        assertThat(((HttpResult.Answered) session.send(call)).body()).isEmpty();
        assertThat(get("/after").status()).isEqualTo(200);
    }
}
