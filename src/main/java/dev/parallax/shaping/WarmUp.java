package dev.parallax.shaping;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Some transfers on the loopback interface before anything is shaped: they load the classes, which
/// would otherwise make the first connection of the first run slower than its network.
final class WarmUp {
    private static final Logger LOG = LoggerFactory.getLogger(WarmUp.class);
    private static final int ROUNDS = 5;
    private static final int BYTES = 100_000;
    private static final int LIMIT_MILLIS = 2_000;
    private static final AtomicBoolean DONE = new AtomicBoolean();

    private WarmUp() {}

    /// True once in the life of the process.
    static boolean isDue() {
        return !DONE.getAndSet(true);
    }

    /// Goes through a proxy that shapes next to nothing.
    static void through(ShapingProxy proxy) {
        try (var origin = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            origin.setSoTimeout(LIMIT_MILLIS);
            for (int round = 0; round < ROUNDS; round++) {
                transfer(proxy, origin);
            }
        } catch (IOException broken) {
            LOG.warn("not warmed up: the first connection will look slow", broken);
        }
    }

    private static void transfer(ShapingProxy proxy, ServerSocket origin) throws IOException {
        try (var client = new Socket(new Proxy(Proxy.Type.SOCKS, proxy.address()))) {
            client.setSoTimeout(LIMIT_MILLIS);
            client.connect(InetSocketAddress.createUnresolved("localhost", origin.getLocalPort()));
            client.getOutputStream().write(1);
            try (Socket server = origin.accept()) {
                server.getInputStream().read();
                server.getOutputStream().write(new byte[BYTES]);
            }
            client.getInputStream().transferTo(OutputStream.nullOutputStream());
        }
    }
}
