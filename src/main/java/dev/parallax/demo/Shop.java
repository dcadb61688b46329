package dev.parallax.demo;

import com.sun.net.httpserver.HttpServer;
import dev.parallax.problem.Problem;
import dev.parallax.problem.ProblemException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// A small web shop on this machine's loopback: what the demo measures, what a recorder can be
/// tried on, and the target of tests. Saltmarsh sells twenty-four goods; it has a late large
/// picture, a slow JSON call, a heavy click handler, layout shifts, a consent banner, a card field
/// in an `iframe` and a web component with an open shadow root.
///
/// Besides the shop's pages it answers test requests such as `/slow?ms=800`, `/status/503` and
/// `/hang`; `Bench` lists them.
public final class Shop implements AutoCloseable {
    /// Read once by the JDK's server. Without it the second half of each answer waits for the
    /// client's delayed acknowledgement, some 40 ms, which the shop's settings know nothing of.
    private static final String NO_DELAY = "sun.net.httpserver.nodelay";

    private final HttpServer server;
    private final Delivery delivery;
    private final ExecutorService threads;

    private Shop(HttpServer server, Delivery delivery, ExecutorService threads) {
        this.server = server;
        this.delivery = delivery;
        this.threads = threads;
    }

    /// Opens a shop; it serves until it is closed.
    ///
    /// @throws ProblemException if the port is taken or not allowed
    public static Shop start(ShopSettings settings) {
        if (System.getProperty(NO_DELAY) == null) {
            System.setProperty(NO_DELAY, "true");
        }
        var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), settings.port());
        HttpServer server;
        try {
            server = HttpServer.create(address, 0);
        } catch (IOException e) {
            throw new ProblemException(
                    Problem.environment(
                            "shop-port",
                            "cannot open the demo shop on port " + settings.port(),
                            String.valueOf(e.getMessage()),
                            "choose another port, or 0 for any free one"));
        }
        var routes = Routes.ofShop();
        routes.warmUp();
        var delivery = new Delivery(settings, routes);
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        server.setExecutor(threads);
        server.createContext("/", delivery);
        server.start();
        return new Shop(server, delivery, threads);
    }

    /// The home page: `http://127.0.0.1:43117/`.
    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    /// Closes at once: answers under way break off, hanging ones too, and no thread is left.
    @Override
    public void close() {
        delivery.close();
        server.stop(0);
        threads.close();
    }
}
