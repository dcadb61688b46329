package dev.parallax.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parallax.measure.Profile;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class ThrowAwayCertificateTest {

    @Test
    void isGoodForAWholeExchange() throws IOException, GeneralSecurityException {
        var certificate = new ThrowAwayCertificate();
        RawServer.Script script =
                talk -> {
                    talk.readHead();
                    talk.say("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
                };
        try (var server = RawServer.start(RawServer.socket(certificate.server()), script);
                var session = new HttpSession(new Wire(certificate.client(), Profile.DESKTOP))) {
            String url = "https://localhost:" + server.port() + "/";
            HttpResult result = session.send(HttpCall.get(url, Duration.ofSeconds(20)));
            assertThat(result).isInstanceOf(HttpResult.Answered.class);
        }
    }
}
