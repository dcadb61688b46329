package dev.parallax.shaping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parallax.measure.ConnectFailure;
import dev.parallax.measure.Network;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Real sockets through the proxy. What a time may not fall below is exact; what it may not exceed
/// leaves room for a machine that does other things too.
@Timeout(60)
final class ShapingProxyTest {
    private static final double ROOM_MILLIS = 250;

    @Test
    void connectAndEachExchangeTakeARoundTrip() throws IOException {
        try (var origin = echo();
                var proxy = proxy(100, 0);
                var client = client(proxy)) {
            long start = System.nanoTime();
            client.connect(unresolved("127.0.0.1", origin.port()));
            double connect = millisSince(start);
            start = System.nanoTime();
            client.getOutputStream().write(7);
            int answer = client.getInputStream().read();
            double exchange = millisSince(start);

            assertThat(answer).isEqualTo(7);
            assertThat(connect).isBetween(100.0, 100 + ROOM_MILLIS);
            assertThat(exchange).isBetween(100.0, 100 + ROOM_MILLIS);
        }
    }

    @Test
    void theFirstLookUpOfANameTakesAnotherRoundTrip() throws IOException {
        String name = InetAddress.getLocalHost().getHostName();
        try (var origin = echo();
                var proxy = proxy(100, 0)) {
            double first = connectMillis(proxy, name, origin.port());
            double second = connectMillis(proxy, name, origin.port());
            proxy.forgetNames();
            double again = connectMillis(proxy, name, origin.port());
            double local = connectMillis(proxy, "localhost", origin.port());

            assertThat(first).isBetween(200.0, 200 + ROOM_MILLIS);
            assertThat(second).isBetween(100.0, 100 + ROOM_MILLIS);
            assertThat(again).isBetween(200.0, 200 + ROOM_MILLIS);
            assertThat(local).isBetween(100.0, 100 + ROOM_MILLIS);
        }
    }

    /// Whether a connect comes about does not matter to its time.
    private static double connectMillis(ShapingProxy proxy, String host, int port)
            throws IOException {
        try (var client = client(proxy)) {
            long start = System.nanoTime();
            try {
                client.connect(unresolved(host, port));
            } catch (SocketException _) {
                // this machine's name need not lead to the loopback interface
            }
            return millisSince(start);
        }
    }

    @Test
    void twoDownloadsShareTheLink() throws Exception {
        int each = 200_000;
        try (var origin = sending(each);
                var proxy = proxy(20, 8_000)) {
            long start = System.nanoTime();
            var one = CompletableFuture.supplyAsync(() -> download(proxy, origin.port()));
            var other = CompletableFuture.supplyAsync(() -> download(proxy, origin.port()));

            assertThat(one.get() + other.get()).isEqualTo(2L * each);
            double least = 2.0 * each * 1500 / 1448 * 8 / 8_000;
            assertThat(millisSince(start)).isBetween(least, 1.2 * least + ROOM_MILLIS);
        }
    }

    @Test
    void slowStartMakesASmallResponseSlowOnAFastLink() throws IOException {
        int bytes = 30 * Link.SEGMENT_BYTES;
        try (var origin = sending(bytes);
                var proxy = proxy(100, 0)) {
            long start = System.nanoTime();

            assertThat(download(proxy, origin.port())).isEqualTo(bytes);
            // a round trip to connect, half of one for 10 segments, another one for 20 more
            assertThat(millisSince(start)).isBetween(250.0, 250 + ROOM_MILLIS);
        }
    }

    @Test
    void everyByteArrivesInOrder() throws Exception {
        var sent = new byte[3_000_000];
        new Random(3).nextBytes(sent);
        try (var origin = echo();
                var proxy = proxy(2, 0);
                var client = client(proxy)) {
            client.connect(unresolved("localhost", origin.port()));
            var received =
                    CompletableFuture.supplyAsync(() -> {
                        try {
                            return client.getInputStream().readAllBytes();
                        } catch (IOException failed) {
                            throw new IllegalStateException(failed);
                        }
                    });
            client.getOutputStream().write(sent);
            client.shutdownOutput();

            assertThat(Arrays.equals(sent, received.get())).isTrue();
        }
    }

    @Test
    void aRefusedConnectIsRefused() throws IOException {
        int port = freePort();
        try (var proxy = proxy(10, 0);
                var client = client(proxy)) {
            assertThatThrownBy(() -> client.connect(unresolved("127.0.0.1", port)))
                    .isInstanceOf(SocketException.class)
                    .hasMessageContaining("refused");
            assertThat(proxy.failure("127.0.0.1", port)).contains(ConnectFailure.REFUSED);
        }
    }

    @Test
    void anUnknownNameIsTold() throws IOException {
        try (var proxy = proxy(10, 0);
                var client = client(proxy)) {
            assertThatThrownBy(() -> client.connect(unresolved("nobody.invalid", 80)))
                    .isInstanceOf(SocketException.class)
                    .hasMessageContaining("Host unreachable");
            assertThat(proxy.failure("nobody.invalid", 80)).contains(ConnectFailure.NAME_UNKNOWN);
        }
    }

    @Test
    void aBlockedHostIsUnknownAtOnce() throws IOException {
        try (var proxy = proxy(10_000, 0);
                var client = client(proxy)) {
            assertThatThrownBy(() -> client.connect(unresolved("rum.test", 80)))
                    .isInstanceOf(SocketException.class)
                    .hasMessageContaining("Host unreachable");
            assertThat(proxy.failure("rum.test", 80)).contains(ConnectFailure.NAME_UNKNOWN);
        }
    }

    @Test
    void aConnectThatComesAboutClearsTheFailureBefore() throws IOException {
        try (var proxy = proxy(0, 0)) {
            int port = freePort();
            connectMillis(proxy, "127.0.0.1", port);
            assertThat(proxy.failure("127.0.0.1", port)).isPresent();
            try (var _ = new ServerSocket(port, 5, InetAddress.getLoopbackAddress())) {
                connectMillis(proxy, "127.0.0.1", port);
            }
            assertThat(proxy.failure("127.0.0.1", port)).isEmpty();
        }
    }

    @Test
    void aResetOfTheOriginIsAResetForTheClient() throws IOException {
        try (var origin =
                        new Origin(socket -> {
                            socket.getInputStream().read();
                            socket.setSoLinger(true, 0);
                        });
                var proxy = proxy(10, 0);
                var client = client(proxy)) {
            client.connect(unresolved("127.0.0.1", origin.port()));
            client.getOutputStream().write(1);

            assertThatThrownBy(() -> client.getInputStream().read())
                    .isInstanceOf(SocketException.class)
                    .hasMessageContaining("reset");
        }
    }

    @Test
    void aClientThatDoesNotReadStopsTheOrigin() throws Exception {
        var written = new AtomicLong();
        var done = new CountDownLatch(1);
        long all = 100_000_000;
        try (var origin =
                        new Origin(socket -> {
                            var chunk = new byte[100_000];
                            while (written.get() < all) {
                                socket.getOutputStream().write(chunk);
                                written.addAndGet(chunk.length);
                            }
                            done.countDown();
                        });
                var proxy = proxy(10, 0);
                var client = client(proxy)) {
            client.connect(unresolved("127.0.0.1", origin.port()));
            client.getInputStream().read();

            assertThat(done.await(1, TimeUnit.SECONDS)).isFalse();
            assertThat(written.get()).isLessThan(30_000_000);
        }
    }

    @Test
    void whatIsNotSocksIsClosed() throws IOException {
        try (var proxy = proxy(10, 0);
                var client = new Socket()) {
            client.connect(proxy.address());
            client.getOutputStream().write(new byte[] {'G', 'E', 'T', ' ', '/'});

            assertThat(endOf(client.getInputStream())).isTrue();
        }
    }

    @Test
    void closingBreaksEverythingOff() throws IOException {
        try (var origin = echo();
                var client = new Socket(Proxy.NO_PROXY)) {
            var proxy = proxy(10_000, 0);
            try (var idle = client(proxy)) {
                client.connect(proxy.address());
                var connecting =
                        CompletableFuture.runAsync(() -> {
                            try {
                                idle.connect(unresolved("127.0.0.1", origin.port()));
                            } catch (IOException failed) {
                                throw new IllegalStateException(failed);
                            }
                        });
                proxy.close();

                assertThat(proxy.isGone()).isTrue();
                assertThat(endOf(client.getInputStream())).isTrue();
                assertThatThrownBy(connecting::join).hasRootCauseInstanceOf(IOException.class);
            }
        }
    }

    private static boolean endOf(InputStream in) {
        try {
            return in.read() < 0;
        } catch (IOException _) {
            return true;
        }
    }

    private static Origin echo() {
        return new Origin(socket -> socket.getInputStream().transferTo(socket.getOutputStream()));
    }

    private static Origin sending(int bytes) {
        return new Origin(socket -> socket.getOutputStream().write(new byte[bytes]));
    }

    private static long download(ShapingProxy proxy, int port) {
        try (var client = client(proxy)) {
            client.connect(unresolved("127.0.0.1", port));
            return client.getInputStream().readAllBytes().length;
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static ShapingProxy proxy(double rttMillis, double kbps) {
        var network = new Network(rttMillis, kbps, kbps, Network.Method.PROXY);
        return ShapingProxy.start(network, "rum.test"::equals);
    }

    private static Socket client(ShapingProxy proxy) throws IOException {
        var client = new Socket(new Proxy(Proxy.Type.SOCKS, proxy.address()));
        client.setTcpNoDelay(true);
        return client;
    }

    private static InetSocketAddress unresolved(String host, int port) {
        return InetSocketAddress.createUnresolved(host, port);
    }

    private static int freePort() throws IOException {
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return server.getLocalPort();
        }
    }

    private static double millisSince(long startNanos) {
        return (System.nanoTime() - startNanos) / 1e6;
    }
}
