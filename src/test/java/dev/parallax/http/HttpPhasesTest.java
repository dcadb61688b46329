package dev.parallax.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parallax.measure.Exchange;
import dev.parallax.measure.Phases;
import dev.parallax.measure.Profile;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Phases against delays that the server makes on purpose. A phase may be late on a busy machine,
/// never early.
final class HttpPhasesTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";

    /// What the server lets pass, in milliseconds.
    private static final int PAUSE = 500;

    /// A busy machine is late, but never by a pause.
    private static final double LATE = 400;

    // the server's pause and the client's clock are two timers
    private static final double EARLY = 2;

    // a phase is shorter by as much as its beginning was noticed late
    private static final double SEEN_LATE = 200;

    @Test
    void phasesFollowTheServersDelays() throws IOException {
        RawServer.Script slow =
                talk -> {
                    talk.readHead();
                    talk.pause(PAUSE);
                    talk.say("HTTP/1.1 200 OK\r\nContent-Length: 30\r\n\r\n");
                    for (int part = 0; part < 3; part++) {
                        talk.say("0123456789");
                        talk.pause(PAUSE / 2);
                    }
                    talk.pause(4 * PAUSE);
                };
        try (var server = RawServer.start(slow);
                var session = HttpSession.open(Profile.DESKTOP)) {
            long start = System.nanoTime();
            Exchange exchange = answered(session, server.url("/")).exchanges().getFirst();
            double wall = (System.nanoTime() - start) / 1e6;

            Phases phases = exchange.phases();
            assertThat(phases.dns()).isNull();
            assertThat(phases.connect()).isBetween(0.0, LATE);
            assertThat(phases.tls()).isNull();
            assertThat(phases.send()).isBetween(0.0, LATE);
            assertThat(phases.waiting()).isBetween(PAUSE - EARLY, PAUSE + LATE);
            assertThat(phases.receive()).isBetween(PAUSE - SEEN_LATE, PAUSE + LATE);
            assertThat(phases.total()).isBetween(2 * PAUSE - SEEN_LATE, wall);
        }
    }

    @Test
    void looksNamesUpOnceAConnection() throws IOException {
        try (var server = RawServer.start(HttpPhasesTest::answerForEver);
                var session = HttpSession.open(Profile.DESKTOP)) {
            String url = "http://localhost:" + server.port() + "/";
            Phases first = answered(session, url).exchanges().getFirst().phases();
            Phases second = answered(session, url).exchanges().getFirst().phases();

            assertThat(first.dns()).isNotNull();
            assertThat(first.connect()).isNotNull();
            assertThat(second.dns()).isNull();
            assertThat(second.connect()).isNull();
            assertThat(second.waiting()).isNotNull();
            assertThat(server.accepted()).isEqualTo(1);
        }
    }

    @Test
    void aNewSessionIsCold() throws IOException {
        try (var server = RawServer.start(HttpPhasesTest::answerForEver)) {
            for (int i = 0; i < 2; i++) {
                try (var session = HttpSession.open(Profile.DESKTOP)) {
                    Phases phases =
                            answered(session, server.url("/")).exchanges().getFirst().phases();
                    assertThat(phases.connect()).isNotNull();
                }
            }
            assertThat(server.accepted()).isEqualTo(2);
        }
    }

    @Test
    void theFirstByteEndsTheWaitingEvenIfTheHeadDrips() throws IOException {
        RawServer.Script drip =
                talk -> {
                    talk.readHead();
                    talk.say("HTT");
                    talk.pause(PAUSE);
                    talk.say("P/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
                };
        try (var server = RawServer.start(drip);
                var session = HttpSession.open(Profile.DESKTOP)) {
            Phases phases = answered(session, server.url("/")).exchanges().getFirst().phases();
            assertThat(phases.waiting()).isLessThan(LATE);
            assertThat(phases.receive()).isBetween(PAUSE - SEEN_LATE, PAUSE + LATE);
        }
    }

    @Test
    void interimResponsesBelongToTheWaiting() throws IOException {
        RawServer.Script hints =
                talk -> {
                    talk.readHead();
                    talk.say("HTTP/1.1 103 Early Hints\r\nLink: </a.css>; rel=preload\r\n\r\n");
                    talk.pause(PAUSE);
                    talk.say(OK);
                };
        try (var server = RawServer.start(hints);
                var session = HttpSession.open(Profile.DESKTOP)) {
            HttpResult.Answered answered = answered(session, server.url("/"));
            assertThat(answered.status()).isEqualTo(200);
            assertThat(answered.exchanges().getFirst().phases().waiting())
                    .isBetween(PAUSE - EARLY, PAUSE + LATE);
        }
    }

    @Test
    void aSlowUploadIsSending() throws IOException {
        String body = "x".repeat(16 * 1024 * 1024);
        RawServer.Script slowReader =
                talk -> {
                    talk.readHead();
                    talk.pause(300);
                    talk.socket().getInputStream().readNBytes(body.length());
                    talk.say(OK);
                };
        try (var server = RawServer.start(slowReader);
                var session = HttpSession.open(Profile.DESKTOP)) {
            var call = new HttpCall("POST", server.url("/"), Map.of(), body, LIMIT, List.of());
            var answered = (HttpResult.Answered) session.send(call);
            Phases phases = answered.exchanges().getFirst().phases();
            // waiting still holds what the kernel had buffered
            assertThat(phases.send()).isGreaterThan(200);
        }
    }

    @Test
    void theHandshakeIsAPhaseOfItsOwn() throws IOException, GeneralSecurityException {
        var certificate = new ThrowAwayCertificate();
        RawServer.Script slowHandshake =
                talk -> {
                    talk.pause(PAUSE);
                    answerForEver(talk);
                };
        try (var server = RawServer.start(RawServer.socket(certificate.server()), slowHandshake);
                var session = new HttpSession(new Wire(certificate.client(), Profile.DESKTOP))) {
            String url = "https://localhost:" + server.port() + "/";
            Phases first = answered(session, url).exchanges().getFirst().phases();
            Phases second = answered(session, url).exchanges().getFirst().phases();

            assertThat(first.connect()).isLessThan(LATE);
            assertThat(first.tls()).isGreaterThan(PAUSE - EARLY);
            assertThat(first.waiting()).isLessThan(LATE);
            assertThat(second.tls()).isNull();
        }
    }

    @Test
    void startsCountFromTheOpeningOfTheSession() throws IOException {
        try (var server = RawServer.start(HttpPhasesTest::answerForEver);
                var session = HttpSession.open(Profile.DESKTOP)) {
            Exchange first = answered(session, server.url("/")).exchanges().getFirst();
            Exchange second = answered(session, server.url("/")).exchanges().getFirst();
            assertThat(first.startMillis()).isNotNegative();
            assertThat(second.startMillis())
                    .isGreaterThanOrEqualTo(first.startMillis() + first.phases().total());
        }
    }

    @Test
    void countsTheBytesOfEachExchangeAsSent() throws IOException {
        try (var server = RawServer.start(HttpPhasesTest::answerForEver);
                var session = HttpSession.open(Profile.DESKTOP)) {
            for (int i = 0; i < 2; i++) {
                Exchange exchange = answered(session, server.url("/")).exchanges().getFirst();
                assertThat(exchange.transferBytes()).isEqualTo(OK.length());
                assertThat(exchange.protocol()).isEqualTo("http/1.1");
            }
        }
    }

    private static void answerForEver(RawServer.Talk talk) throws IOException {
        while (!talk.readHead().isEmpty()) {
            talk.say(OK);
        }
    }

    private static HttpResult.Answered answered(HttpSession session, String url) {
        HttpResult result = session.send(HttpCall.get(url, LIMIT));
        assertThat(result).isInstanceOf(HttpResult.Answered.class);
        return (HttpResult.Answered) result;
    }
}
