package dev.parallax.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Hands out the answers as late and as broken as the settings ask.
final class Delivery implements HttpHandler, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);
    private static final int DRIPS = 10;
    private static final Duration BETWEEN_DRIPS = Duration.ofMillis(200);
    private static final Duration UNTIL_CLOSED = Duration.ofDays(1);
    private static final int MOST_PATHS = 1_000;

    private final ShopSettings settings;
    private final Function<Request, Answer> routes;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Map<String, Integer> timesAsked =
            new LinkedHashMap<>() {
                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Integer> eldest) {
                    return size() > MOST_PATHS;
                }
            };

    Delivery(ShopSettings settings, Function<Request, Answer> routes) {
        this.settings = settings;
        this.routes = routes;
    }

    @Override
    public void handle(HttpExchange exchange) {
        try (exchange) {
            deliver(exchange);
        } catch (IOException e) {
            LOG.debug("{} broke off: {}", exchange.getRequestURI(), e.toString());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.error("the shop cannot answer {}", exchange.getRequestURI(), e);
        }
    }

    private void deliver(HttpExchange exchange) throws IOException, InterruptedException {
        Request request = Request.of(exchange);
        Answer answer = routes.apply(request);
        long draw = draw(request.path());
        pause(answer.extra().plus(latency(answer.kind(), draw)));
        Fault fault = answer.fault() == Fault.NONE ? fault(answer.kind(), draw) : answer.fault();
        switch (fault) {
            case NONE -> send(exchange, answer);
            case ERROR -> send(exchange, Answer.bench(500, "text/plain", "The shop broke.\n"));
            case MISSING_IMAGE -> send(exchange, Answer.bench(404, "text/plain", "No picture.\n"));
            case HANG -> pause(UNTIL_CLOSED);
            case DROP -> LOG.debug("dropping {}", request.path());
            case TRUNCATE -> {
                OutputStream body = head(exchange, answer);
                body.write(answer.body(), 0, answer.body().length / 2);
                body.flush();
            }
            case DRIP -> drip(head(exchange, answer), answer.body());
        }
    }

    private void send(HttpExchange exchange, Answer answer) throws IOException {
        if (exchange.getRequestMethod().equals("HEAD") || answer.body().length == 0) {
            headers(exchange, answer);
            exchange.sendResponseHeaders(answer.status(), -1);
            return;
        }
        try (OutputStream body = head(exchange, answer)) {
            body.write(answer.body());
        }
    }

    private void drip(OutputStream body, byte[] bytes) throws IOException, InterruptedException {
        for (int drip = 0; drip < DRIPS; drip++) {
            int from = (int) ((long) bytes.length * drip / DRIPS);
            int to = (int) ((long) bytes.length * (drip + 1) / DRIPS);
            body.write(bytes, from, to - from);
            body.flush();
            pause(BETWEEN_DRIPS);
        }
        body.close();
    }

    private static OutputStream head(HttpExchange exchange, Answer answer) throws IOException {
        headers(exchange, answer);
        exchange.sendResponseHeaders(answer.status(), answer.body().length);
        return exchange.getResponseBody();
    }

    private static void headers(HttpExchange exchange, Answer answer) {
        answer.headers().forEach(exchange.getResponseHeaders()::set);
    }

    /// A number for this request that the seed, the path and its count decide.
    private long draw(String path) {
        int times;
        synchronized (timesAsked) {
            times = timesAsked.merge(path, 1, Integer::sum);
        }
        return path.hashCode() * 1_000_003L + times;
    }

    private Duration latency(Answer.Kind kind, long draw) {
        Latencies latencies = settings.latencies();
        Duration mean =
                switch (kind) {
                    case PAGE -> latencies.page();
                    case ASSET, PICTURE -> latencies.asset();
                    case HERO -> latencies.hero();
                    case API -> latencies.api();
                    case CATALOGUE -> latencies.catalogue();
                    case BENCH -> Duration.ZERO;
                };
        double factor = Math.exp(latencies.spread() * Chance.normal(settings.seed(), draw));
        return Duration.ofNanos(Math.round(mean.toNanos() * factor));
    }

    private Fault fault(Answer.Kind kind, long draw) {
        if (kind == Answer.Kind.BENCH) {
            return Fault.NONE;
        }
        Fault fault = settings.faults().at(Chance.of(settings.seed() + 1, draw));
        boolean picture = kind == Answer.Kind.PICTURE || kind == Answer.Kind.HERO;
        return fault == Fault.MISSING_IMAGE && !picture ? Fault.NONE : fault;
    }

    /// Waits, but not beyond the closing of the shop.
    private void pause(Duration time) throws InterruptedException {
        if (time.isPositive() && closed.await(time.toNanos(), TimeUnit.NANOSECONDS)) {
            LOG.debug("the shop closes, an answer is cut short");
        }
    }

    /// Lets go of every answer that still waits.
    @Override
    public void close() {
        closed.countDown();
    }
}
