package dev.parallax.shaping;

import dev.parallax.measure.ConnectFailure;
import dev.parallax.measure.Gateway;
import dev.parallax.measure.Network;
import dev.parallax.problem.Problem;
import dev.parallax.problem.ProblemException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/// A SOCKS5 proxy on the loopback interface that gives everything that goes through it the network
/// of a profile, from its start until it is closed. One proxy is one access link: all its
/// connections share the bandwidth.
///
/// | what | how |
/// |---|---|
/// | round-trip time | half of it on each way of every byte; connecting takes one, the first look-up of a name another |
/// | bandwidth | packets of 1,500 bytes leave one after the other, each way for itself |
/// | TCP | a congestion window for each connection, from 10 segments, which is why a fast link does not make a small response fast |
/// | failures | refused, unknown, unreachable, reset and half closed reach the client as such |
///
/// What it cannot do stands in `docs/shaping.md`. May be used by several threads.
public final class ShapingProxy implements Gateway, AutoCloseable {
    private static final Network FAST = new Network(2, 1e6, 1e6, Network.Method.PROXY);
    private static final int BACKLOG = 512;
    private static final int CLOSE_SECONDS = 2;

    /// Little room, so that what a client uploads waits with the client as on a real link.
    private static final int RECEIVE_BUFFER_BYTES = 16 * 1024;

    private final ServerSocket server;
    private final AccessLink link;
    private final Dialer dialer;
    private final Sockets sockets = new Sockets();
    private final ExecutorService threads;

    private ShapingProxy(ServerSocket server, Shape shape, Predicate<String> blocked) {
        this.server = server;
        link = new AccessLink(shape);
        dialer = new Dialer(shape.rttNanos(), blocked);
        threads =
                Executors.newThreadPerTaskExecutor(
                        Thread.ofPlatform().daemon().name("shaping-", 0).factory());
    }

    /// Starts a proxy on a free port of the loopback interface.
    ///
    /// @param network its numbers; its method is not looked at
    /// @param blocked hosts that are refused as if nobody knew their names, at once
    /// @throws ProblemException (environment) `shaping-not-started` if the machine gives no port
    public static ShapingProxy start(Network network, Predicate<String> blocked) {
        if (WarmUp.isDue()) {
            try (ShapingProxy warm = start(FAST, _ -> false)) {
                WarmUp.through(warm);
            }
        }
        try {
            var server = new ServerSocket();
            server.setReceiveBufferSize(RECEIVE_BUFFER_BYTES);
            server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), BACKLOG);
            var proxy = new ShapingProxy(server, Shape.of(network), blocked);
            proxy.threads.execute(proxy::accept);
            return proxy;
        } catch (IOException failed) {
            throw new ProblemException(
                    Problem.environment(
                            "shaping-not-started",
                            "cannot shape the network of this run",
                            "the machine gives no port on its loopback interface ("
                                    + failed.getMessage()
                                    + ")",
                            "run it again; if it stays so, look what else uses all ports"),
                    failed);
        }
    }

    @Override
    public InetSocketAddress address() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), server.getLocalPort());
    }

    @Override
    public Optional<ConnectFailure> failure(String host, int port) {
        return dialer.failure(new Destination(host, port));
    }

    /// Lets the next look-up of each name take its time again, as for another visitor.
    public void forgetNames() {
        dialer.forgetNames();
    }

    /// Whether it is closed and none of its threads is left.
    boolean isGone() {
        return server.isClosed() && threads.isTerminated();
    }

    private void accept() {
        while (true) {
            try {
                Socket client = server.accept();
                sockets.add(client);
                var connection = new Connection(client, link, dialer, sockets, threads);
                threads.execute(connection::run);
            } catch (IOException | RejectedExecutionException _) {
                return; // it was closed
            }
        }
    }

    /// Breaks off all connections. Only the system's own look-up of a name, which cannot be ended,
    /// may last a little longer.
    @Override
    public void close() {
        threads.shutdownNow();
        try {
            server.close();
        } catch (IOException _) {
            // then it is closed
        }
        sockets.closeAll();
        try {
            threads.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
