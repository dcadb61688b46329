package dev.parallax.http;

import dev.parallax.measure.Profile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.message.BasicHeader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One plain and one encrypted exchange with a throw-away server on the loopback interface, before
/// anything is measured: they load the classes, the random source and the trusted certificates,
/// which would otherwise count as the first site's look-up, connect, TLS and waiting.
final class WarmUp {
    private static final Logger LOG = LoggerFactory.getLogger(WarmUp.class);
    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final byte[] RESPONSE =
            "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\nok"
                    .getBytes(StandardCharsets.US_ASCII);

    private static boolean done;

    private WarmUp() {}

    /// Warms up at the first call of the process; later calls do nothing.
    static synchronized void once() {
        if (!done) {
            done = true;
            try {
                warmUp(new ThrowAwayCertificate());
            } catch (IOException | GeneralSecurityException broken) {
                LOG.warn("not warmed up: the first exchange will look slow", broken);
            }
        }
    }

    private static void warmUp(ThrowAwayCertificate certificate)
            throws IOException, GeneralSecurityException {
        var loopback = InetAddress.getLoopbackAddress();
        try (var plain = new ServerSocket(0, 1, loopback);
                var tls =
                        certificate
                                .server()
                                .getServerSocketFactory()
                                .createServerSocket(0, 1, loopback);
                var session = new HttpSession(new Wire(certificate.client(), Profile.DESKTOP))) {
            answerOnce(plain);
            answerOnce(tls);
            session.send(HttpCall.get("http://localhost:" + plain.getLocalPort(), LIMIT));
            session.send(HttpCall.get("https://localhost:" + tls.getLocalPort(), LIMIT));
            // what real sessions trust is read from a file, once
            ColdTls.context();
        }
        speakHttp2();
    }

    /// A whole exchange with a response that is there already: settings, a head that says 200, and
    /// a body of two bytes.
    private static void speakHttp2() throws IOException {
        byte[] response = {
            0,
            0,
            0,
            4,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            1,
            1,
            4,
            0,
            0,
            0,
            1,
            (byte) 0x88,
            0,
            0,
            2,
            0,
            1,
            0,
            0,
            0,
            1,
            'o',
            'k'
        };
        var frames =
                new Http2Frames(
                        new ByteArrayInputStream(response), OutputStream.nullOutputStream());
        var request =
                new Line.Request(
                        "GET",
                        URI.create("https://localhost/"),
                        List.of(new BasicHeader("Accept", "*/*")),
                        null);
        try {
            ReceivedBody.read(
                    new Http2Line(null, frames).send(request, new PhaseClock()).body(), 2);
        } catch (HttpException broken) {
            throw new IOException(broken);
        }
    }

    private static void answerOnce(ServerSocket server) {
        Thread.ofVirtual()
                .name("warm-up")
                .start(() -> {
                    try (Socket client = server.accept()) {
                        // the request fits into one packet, and its content does not matter
                        if (client.getInputStream().read(new byte[4096]) > 0) {
                            client.getOutputStream().write(RESPONSE);
                        }
                    } catch (IOException _) {
                        // then the client fails too, and its result is of no interest
                        return;
                    }
                });
    }
}
