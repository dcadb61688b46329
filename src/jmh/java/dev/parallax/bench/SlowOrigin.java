package dev.parallax.bench;

import dev.parallax.http.NameLookup;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.LockSupport;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/// A proxy and the server behind it in one, slow by a fixed delay in every phase, with stamps of
/// its own: what each phase of a client has to show.
final class SlowOrigin implements AutoCloseable {
    private static final byte[] HTTP_1 =
            "HTTP/1.1 200 OK\r\nContent-Length: 1\r\nConnection: close\r\n\r\n"
                    .getBytes(StandardCharsets.US_ASCII);
    private static final byte[] HTTP_2 =
            HexFormat.of().parseHex("000000040000000000" + "00000101040000000188");
    private static final byte[] HTTP_2_BODY = HexFormat.of().parseHex("00000100010000000178");

    private final ServerSocket server;
    private final SSLContext tls;
    private final String protocol;
    private final long delayNanos;
    private final BlockingQueue<Stamps> stamps = new LinkedBlockingQueue<>();

    /// What one exchange took as the server saw it, milliseconds.
    record Stamps(double connect, double tls, double waiting, double receive) {}

    /// @param protocol `h2` or `http/1.1`
    SlowOrigin(SSLContext tls, String protocol, long delayMillis) throws IOException {
        this.tls = tls;
        this.protocol = protocol;
        delayNanos = delayMillis * 1_000_000;
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofPlatform().daemon().name("origin").start(this::serve);
    }

    int port() {
        return server.getLocalPort();
    }

    /// Looks the proxy's name up, as slowly as everything else.
    NameLookup names(Lookups lookups) {
        return _ -> {
            long begin = System.nanoTime();
            pass();
            InetAddress[] found = {InetAddress.getLoopbackAddress()};
            lookups.millis = (System.nanoTime() - begin) / 1e6;
            return found;
        };
    }

    /// What the last look-up took.
    static final class Lookups {
        volatile double millis;
    }

    Stamps take() throws InterruptedException {
        return stamps.take();
    }

    private void pass() {
        long end = System.nanoTime() + delayNanos;
        for (long left = delayNanos; left > 0; left = end - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    private void serve() {
        while (!server.isClosed()) {
            try (Socket client = server.accept()) {
                answer(client);
            } catch (IOException gone) {
                if (!server.isClosed()) {
                    throw new java.io.UncheckedIOException(gone);
                }
            }
        }
    }

    private void answer(Socket client) throws IOException {
        long accepted = System.nanoTime();
        client.setTcpNoDelay(true);
        readHead(client.getInputStream());
        pass();
        client.getOutputStream()
                .write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        long connected = System.nanoTime();
        pass();
        var secure = (SSLSocket) tls.getSocketFactory().createSocket(client, null, true);
        SSLParameters wishes = secure.getSSLParameters();
        wishes.setApplicationProtocols(new String[] {protocol});
        secure.setSSLParameters(wishes);
        secure.setUseClientMode(false);
        secure.startHandshake();
        long shaken = System.nanoTime();
        readHead(secure.getInputStream());
        long asked = System.nanoTime();
        pass();
        OutputStream out = secure.getOutputStream();
        boolean isHttp2 = protocol.equals("h2");
        long first = System.nanoTime();
        out.write(isHttp2 ? HTTP_2 : HTTP_1);
        out.flush();
        pass();
        long last = System.nanoTime();
        out.write(isHttp2 ? HTTP_2_BODY : new byte[] {'x'});
        out.flush();
        stamps.add(
                new Stamps(
                        (connected - accepted) / 1e6,
                        (shaken - connected) / 1e6,
                        (first - asked) / 1e6,
                        (last - first) / 1e6));
        secure.getInputStream().readAllBytes();
    }

    private static void readHead(InputStream in) throws IOException {
        int seen = 0;
        while (seen < 2) {
            int letter = in.read();
            if (letter < 0) {
                throw new IOException("closed in the head");
            }
            seen = letter == '\n' ? seen + 1 : letter == '\r' ? seen : 0;
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
