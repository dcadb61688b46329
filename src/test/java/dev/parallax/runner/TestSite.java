package dev.parallax.runner;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// A small site on loopback whose answers a test writes down: what, with which status, how late.
final class TestSite implements AutoCloseable {
    private record Answer(int status, String type, String body, Duration delay) {}

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final List<String> posted = new CopyOnWriteArrayList<>();
    private final List<String> userAgents = new CopyOnWriteArrayList<>();
    private final Semaphore visitors = new Semaphore(0);

    TestSite() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    /// The address of a path.
    String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    /// A page with this body; its title is the path.
    TestSite page(String path, String body) {
        return page(path, body, Duration.ZERO);
    }

    TestSite page(String path, String body, Duration delay) {
        return answer(path, 200, "text/html; charset=utf-8", html(path, body), delay);
    }

    TestSite answer(String path, int status, String type, String body, Duration delay) {
        answers.put(path, new Answer(status, type, body, delay));
        return this;
    }

    static String html(String title, String body) {
        return "<!doctype html><html lang=en><title>"
                + title
                + "</title><body>"
                + body
                + "</body></html>";
    }

    /// What was asked for so far, paths with their queries.
    List<String> asked() {
        return List.copyOf(asked);
    }

    /// The bodies of what was posted so far.
    List<String> posted() {
        return List.copyOf(posted);
    }

    List<String> userAgents() {
        return List.copyOf(userAgents);
    }

    /// Waits until the first request has come.
    void awaitVisitor() throws InterruptedException {
        visitors.acquire();
        visitors.release();
    }

    /// Waits until so many requests have come.
    void awaitVisitors(int count) {
        visitors.acquireUninterruptibly(count);
        visitors.release(count);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            asked.add(exchange.getRequestURI().toString());
            userAgents.add(exchange.getRequestHeaders().getFirst("User-Agent"));
            visitors.release();
            byte[] body = exchange.getRequestBody().readAllBytes();
            if (exchange.getRequestMethod().equals("POST")) {
                posted.add(new String(body, StandardCharsets.UTF_8));
            }
            Answer answer =
                    answers.getOrDefault(
                            exchange.getRequestURI().getPath(),
                            new Answer(404, "text/plain", "no such page", Duration.ZERO));
            if (!answer.delay().isZero()
                    && closing.await(answer.delay().toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
            exchange.getResponseHeaders().set("Content-Type", answer.type());
            if (answer.status() >= 300 && answer.status() < 400) {
                exchange.getResponseHeaders().set("Location", answer.body());
                exchange.sendResponseHeaders(answer.status(), -1);
                return;
            }
            byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
