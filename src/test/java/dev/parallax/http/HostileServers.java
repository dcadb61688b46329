package dev.parallax.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;

/// Servers that do what no server should, one row each, with the cause that has to be named.
final class HostileServers {
    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n";
    private static final String CHUNKED = OK + "Transfer-Encoding: chunked\r\n\r\n";
    private static final Duration WHOLE_DAY = Duration.ofDays(1);

    private final TestAuthority authority;
    private final List<Row> rows = new ArrayList<>();

    /// How a server comes up.
    interface Opening {
        ServerSocket open() throws IOException, GeneralSecurityException;
    }

    /// One behaviour.
    ///
    /// @param url with `PORT` in place of the port
    /// @param code and why: what a run over HTTP has to say; the beginning or the end of the reason
    /// @param requests heads that are to reach the server
    record Row(
            String name,
            String url,
            Opening opening,
            RawServer.Script script,
            String code,
            String why,
            int requests) {
        @Override
        public String toString() {
            return name;
        }

        boolean isSecure() {
            return url.startsWith("https");
        }

        RawServer start() throws IOException, GeneralSecurityException {
            return RawServer.start(opening.open(), script);
        }
    }

    private final TestAuthority weak;
    private final byte[] bomb = bomb();

    private HostileServers(TestAuthority authority, TestAuthority weak) throws IOException {
        this.authority = authority;
        this.weak = weak;
    }

    /// All rows; only the authorities given are trusted.
    ///
    /// @param weak signs by a method that is broken
    static List<Row> all(TestAuthority authority, TestAuthority weak)
            throws GeneralSecurityException, IOException {
        var servers = new HostileServers(authority, weak);
        servers.atConnecting();
        servers.atCertificates();
        servers.atHandshakes();
        servers.atRequests();
        servers.atHeads();
        servers.atBodies();
        servers.atRedirects();
        servers.atHttp2();
        return servers.rows;
    }

    private void plain(
            String name, String code, String why, int requests, RawServer.Script script) {
        rows.add(
                new Row(
                        name,
                        "http://127.0.0.1:PORT/",
                        HostileServers::loopback,
                        script,
                        code,
                        why,
                        requests));
    }

    private static ServerSocket loopback() throws IOException {
        return new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    }

    private void secure(String name, String why, Opening opening) {
        rows.add(
                new Row(
                        name,
                        "https://localhost:PORT/",
                        opening,
                        RawServer.Talk::readHead,
                        "http-tls",
                        why,
                        0));
    }

    private void atConnecting() {
        plain("closes at once", "http-reset", "", 0, _ -> {});
        plain("resets at once", "http-reset", "", 0, RawServer.Talk::reset);
        rows.add(
                new Row(
                        "nobody listens",
                        "http://127.0.0.1:1/",
                        HostileServers::loopback,
                        _ -> {},
                        "http-refused",
                        "refuses connections",
                        0));
        rows.add(
                new Row(
                        "no such name",
                        "http://" + "x".repeat(64) + ".test:PORT/",
                        HostileServers::loopback,
                        _ -> {},
                        "http-unknown-host",
                        "is not known",
                        0));
    }

    private void atCertificates() throws GeneralSecurityException, IOException {
        Instant now = Instant.now();
        var good = TestAuthority.Wish.of("localhost");
        certificate("expired", "has expired", authority.issue(good.until(now.minusSeconds(60))));
        certificate(
                "not valid yet",
                "is not valid yet",
                authority.issue(good.from(now.plus(WHOLE_DAY))));
        certificate(
                "for another host",
                "is for another host",
                authority.issue(TestAuthority.Wish.of("elsewhere.example")));
        certificate(
                "of an unknown authority",
                "not signed by an authority known here",
                new TestAuthority().issue(good));
        certificate(
                "only for clients", "is not made for servers", authority.issue(good.forClients()));
        certificate(
                "signed by one that may not sign",
                "may not sign certificates",
                authority.issue(TestAuthority.Wish.of("middle.example")).issue(good));
        certificate("signed weakly", "too weak", weak.issue(good));
        var self = new ThrowAwayCertificate();
        SSLContext shown = self.server();
        secure(
                "self-signed",
                "not signed by an authority known here",
                () -> RawServer.socket(shown));
        SSLContext asking = authority.issue(good).context(new TestAuthority());
        for (String version : List.of("TLSv1.2", "TLSv1.3")) {
            secure(
                    "wants a client certificate over " + version,
                    "wants a client certificate",
                    () -> {
                        var server = (SSLServerSocket) RawServer.socket(asking);
                        server.setNeedClientAuth(true);
                        server.setEnabledProtocols(new String[] {version});
                        return server;
                    });
        }
    }

    private void certificate(String name, String why, TestAuthority shown)
            throws GeneralSecurityException, IOException {
        SSLContext context = shown.context();
        secure("certificate " + name, why, () -> RawServer.socket(context));
    }

    private void atHandshakes() {
        alert("too old a TLS", 70, "no safe version of TLS, 1.2 or 1.3");
        alert("no cipher in common", 40, "an old cipher or a client certificate");
        alert("a name it does not know", 112, "does not know this name");
        alert("neither HTTP/1.1 nor HTTP/2", 120, "neither HTTP/1.1 nor HTTP/2 there");
        handshake("no TLS", "http-tls", "does not speak TLS there", talk -> talk.say(OK + "\r\n"));
        handshake(
                "garbage for a handshake",
                "http-tls",
                "",
                talk -> talk.say(HexFormat.of().parseHex("160303000402ffffff")));
        handshake("closes in the handshake", "http-tls", "ended the handshake", _ -> {});
        handshake(
                "resets in the handshake",
                "http-reset",
                "closed the connection while shaking hands for TLS",
                RawServer.Talk::reset);
        handshake(
                "stalls in the handshake",
                "http-timeout",
                "while shaking hands for TLS",
                talk -> talk.pause(30_000));
        handshake(
                "drips a handshake",
                "http-timeout",
                "while shaking hands for TLS",
                talk -> {
                    talk.say(new byte[] {0x16, 3, 3, 0x20, 0});
                    drip(talk, 100);
                });
    }

    private void alert(String name, int code, String why) {
        handshake(
                "alert: " + name,
                "http-tls",
                why,
                talk -> talk.say(new byte[] {0x15, 3, 3, 0, 2, 2, (byte) code}));
    }

    private void handshake(String name, String code, String why, RawServer.Script script) {
        rows.add(
                new Row(
                        name,
                        "https://localhost:PORT/",
                        HostileServers::loopback,
                        talk -> {
                            if (talk.socket().getInputStream().read(new byte[8192]) > 0) {
                                script.talk(talk);
                            }
                        },
                        code,
                        why,
                        0));
    }

    private void atRequests() {
        plain("closes without an answer", "http-reset", "", 1, RawServer.Talk::readHead);
        answers("resets without an answer", "http-reset", "", RawServer.Talk::reset);
        answers(
                "stalls without an answer",
                "http-timeout",
                "waiting for the first byte",
                talk -> talk.pause(30_000));
        answers(
                "answers 102 for ever",
                "http-timeout",
                "the time ran out",
                talk -> {
                    while (true) {
                        talk.say("HTTP/1.1 102 Processing\r\n\r\n");
                        talk.pause(50);
                    }
                });
    }

    private void answers(String name, String code, String why, RawServer.Script script) {
        plain(
                name,
                code,
                why,
                1,
                talk -> {
                    if (!talk.readHead().isEmpty()) {
                        script.talk(talk);
                    }
                });
    }

    private static void drip(RawServer.Talk talk, long millis) throws IOException {
        while (true) {
            talk.say("x");
            talk.pause(millis);
        }
    }

    private void atHeads() {
        answers(
                "speaks SSH",
                "http-not-http",
                "is not valid HTTP",
                talk -> {
                    talk.say("SSH-2.0-OpenSSH_9.9\r\n");
                    talk.pause(2000);
                });
        answers(
                "a header line without end",
                "http-head-too-large",
                "256 KiB",
                talk -> {
                    talk.say(OK + "X: ");
                    while (true) {
                        talk.say("x".repeat(64 * 1024));
                    }
                });
        answers(
                "headers without end",
                "http-head-too-large",
                "1,000 lines",
                talk -> {
                    talk.say(OK);
                    while (true) {
                        talk.say("X: y\r\n".repeat(1000));
                    }
                });
        answers(
                "drips the head",
                "http-timeout",
                "receiving the response",
                talk -> {
                    talk.say("HTTP/1.1 200 OK\r\nX: ");
                    drip(talk, 1000);
                });
        answers(
                "stalls in the head",
                "http-timeout",
                "receiving the response",
                talk -> {
                    talk.say("HTTP/1.1 200");
                    talk.pause(30_000);
                });
        answers(
                "resets in the head",
                "http-reset",
                "",
                talk -> {
                    talk.say("HTTP/1.1 200 OK\r\nX");
                    talk.pause(100);
                    talk.reset();
                });
    }

    private void atBodies() {
        answers(
                "a chunk size that is none",
                "http-not-http",
                "is not valid HTTP",
                talk -> talk.say(CHUNKED + "zz\r\n"));
        answers(
                "a chunk that breaks off",
                "http-reset",
                "before the response was complete",
                talk -> talk.say(CHUNKED + "5\r\nab"));
        answers(
                "fewer bytes than announced",
                "http-reset",
                "before the response was complete",
                talk -> talk.say(OK + "Content-Length: 100\r\n\r\nhalf"));
        answers(
                "drips the body",
                "http-timeout",
                "receiving the response",
                talk -> {
                    talk.say(OK + "Content-Length: 100000\r\n\r\n");
                    drip(talk, 1000);
                });
        answers(
                "stalls in the body",
                "http-timeout",
                "receiving the response",
                talk -> {
                    talk.say(OK + "Content-Length: 100000\r\n\r\nx");
                    talk.pause(30_000);
                });
        answers(
                "a body without end",
                "http-timeout",
                "receiving the response",
                talk -> {
                    talk.say(CHUNKED);
                    while (true) {
                        talk.say("10000\r\n" + "x".repeat(0x10000) + "\r\n");
                    }
                });
        answers(
                "resets in the body",
                "http-reset",
                "",
                talk -> {
                    talk.say(OK + "Content-Length: 100000\r\n\r\nx");
                    talk.pause(100);
                    talk.reset();
                });
        answers(
                "a decompression bomb",
                "http-bomb",
                "unpack to more than 10 MB",
                talk -> {
                    talk.say(
                            OK
                                    + "Content-Encoding: gzip\r\nContent-Length: "
                                    + bomb.length
                                    + "\r\n\r\n");
                    talk.say(bomb);
                });
    }

    private static byte[] bomb() throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(packed)) {
            var zeros = new byte[1 << 20];
            for (int i = 0; i < 100; i++) {
                out.write(zeros);
            }
        }
        return packed.toByteArray();
    }

    private void atRedirects() {
        redirects("a circle", "http-redirect-loop", "in a circle", 21, "/", 0);
        redirects("a slow circle", "http-timeout", "the time ran out", -1, "/", 100);
        redirects("to a file", "http-redirect-refused", "\"file\"", 1, "file:///etc/passwd", 0);
    }

    private void redirects(
            String name, String code, String why, int requests, String target, long millis) {
        plain(
                "redirects " + name,
                code,
                why,
                requests,
                talk -> {
                    while (!talk.readHead().isEmpty()) {
                        talk.pause(millis);
                        talk.say(
                                "HTTP/1.1 302 Found\r\nLocation: "
                                        + target
                                        + "\r\nContent-Length: 0\r\n\r\n");
                    }
                });
    }

    private void atHttp2() throws GeneralSecurityException, IOException {
        SSLContext good = authority.good("localhost");
        String head = frame("88", 1, 4);
        http2(
                good,
                "resets the stream",
                "http-reset",
                "error ENHANCE_YOUR_CALM",
                frame("0000000b", 3, 0));
        http2(good, "goes away", "http-reset", "error INTERNAL_ERROR", goAway());
        http2(good, "closes", "http-reset", "before the response was complete", "");
        http2(good, "a frame that is too large", "http-not-http", "", "ffffff010400000001");
        http2(good, "a head that cannot be read", "http-not-http", "", frame("ffffffffffff", 1, 4));
        http2(good, "a push nobody wanted", "http-not-http", "", frame("00000002", 5, 4));
        http2(
                good,
                "another length than announced",
                "http-not-http",
                "",
                // content-length: 9
                frame("880f0d0139", 1, 4) + frame("78", 0, 1));
        http2(
                good,
                "breaks off in the body",
                "http-reset",
                "before the response was complete",
                head + frame("78", 0, 0));
        http2(
                good,
                "a head without end",
                "http-head-too-large",
                "256 KiB",
                frame("88", 1, 0) + frame("00".repeat(16_000), 9, 0).repeat(20));
    }

    private static String goAway() {
        return "000008070000000000" + "00000000" + "00000002";
    }

    /// A frame of stream 1, in hexadecimal digits.
    private static String frame(String payload, int type, int flags) {
        return "%06x%02x%02x00000001%s".formatted(payload.length() / 2, type, flags, payload);
    }

    private void http2(SSLContext tls, String name, String code, String why, String frames) {
        byte[] settings = HexFormat.of().parseHex("000000040000000000");
        byte[] answer = HexFormat.of().parseHex(frames);
        rows.add(
                new Row(
                        "HTTP/2: " + name,
                        "https://localhost:PORT/",
                        () -> RawServer.http2Socket(tls),
                        talk -> {
                            talk.readHead();
                            talk.say(settings);
                            talk.say(answer);
                            talk.pause(100);
                        },
                        code,
                        why,
                        1));
    }
}
