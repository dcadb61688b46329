package dev.parallax.bench;

import dev.parallax.http.HttpCall;
import dev.parallax.http.HttpOptions;
import dev.parallax.http.HttpResult;
import dev.parallax.http.HttpSession;
import dev.parallax.http.ProxyRule;
import dev.parallax.http.ProxyServer;
import dev.parallax.http.TestAuthority;
import dev.parallax.http.TlsOptions;
import dev.parallax.measure.Phases;
import dev.parallax.measure.Profile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How far the phases of an HTTP exchange are from what the server's own stamps say: look-up by a
/// stub, connecting through a delaying proxy, TLS, waiting, receiving, each delayed on purpose.
///
/// The aim: p50 <= 0.5 ms, p95 <= 2 ms on an otherwise idle machine, no phase negative, and the sum
/// of the phases within 1 ms of the whole call.
public final class HttpPhasesBench {
    private static final int[] DELAYS = {0, 5, 50, 500};
    private static final int[] EXCHANGES = {300, 200, 60, 12};
    private static final int WARM_UP = 50;
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private HttpPhasesBench() {}

    /// No arguments.
    public static void main(String[] arguments) throws Exception {
        var authority = new TestAuthority();
        Path pem = authority.writePem(Files.createTempFile("authority", ".pem"));
        var options = HttpOptions.DIRECT.with(TlsOptions.USUAL.trusting(List.of(pem)));
        Files.delete(pem);
        for (String protocol : List.of("http/1.1", "h2")) {
            try (var origin = new SlowOrigin(authority.good("shop.test"), protocol, 0)) {
                new Series(origin, options).run(WARM_UP);
            }
            for (int i = 0; i < DELAYS.length; i++) {
                try (var origin =
                        new SlowOrigin(authority.good("shop.test"), protocol, DELAYS[i])) {
                    var series = new Series(origin, options);
                    series.run(EXCHANGES[i]);
                    series.print("%s, delay %d ms".formatted(protocol, DELAYS[i]));
                }
            }
        }
    }

    /// Exchanges with one server, each by a visitor of its own.
    private static final class Series {
        private final SlowOrigin origin;
        private final SlowOrigin.Lookups lookups = new SlowOrigin.Lookups();
        private final HttpOptions options;
        private final Map<String, List<Double>> errors = new LinkedHashMap<>();
        private double least = Double.MAX_VALUE;

        Series(SlowOrigin origin, HttpOptions options) {
            this.origin = origin;
            var proxy =
                    new ProxyServer(
                            ProxyServer.Kind.HTTP, "proxy.test", origin.port(), Optional.empty());
            this.options =
                    options.with(ProxyRule.through(proxy, List.of())).with(origin.names(lookups));
        }

        void run(int exchanges) throws InterruptedException {
            for (int i = 0; i < exchanges; i++) {
                try (var session = HttpSession.open(Profile.DESKTOP, options)) {
                    long begin = System.nanoTime();
                    HttpResult result = session.send(HttpCall.get("https://shop.test/", LIMIT));
                    double whole = (System.nanoTime() - begin) / 1e6;
                    if (!(result instanceof HttpResult.Answered answered)) {
                        throw new IllegalStateException(String.valueOf(result));
                    }
                    session.close();
                    note(answered.exchanges().getFirst().phases(), origin.take(), whole);
                }
            }
        }

        private void note(Phases phases, SlowOrigin.Stamps truth, double whole) {
            add("dns", phases.dns(), lookups.millis);
            add("connect", phases.connect(), truth.connect());
            add("tls", phases.tls(), truth.tls());
            add("wait", phases.waiting(), truth.waiting());
            add("receive", phases.receive(), truth.receive());
            add("sum of the phases against the whole", phases.total(), whole);
        }

        private void add(String what, Double measured, double truth) {
            least = Math.min(least, measured);
            errors.computeIfAbsent(what, _ -> new ArrayList<>()).add(Math.abs(measured - truth));
        }

        void print(String title) {
            errors.forEach((what, millis) -> Line.print(title + ": " + what, millis));
            System.out.printf("%-60s least phase %.3f ms%n", title, least);
        }
    }

    private static final class Line {
        static void print(String what, List<Double> millis) {
            List<Double> sorted = millis.stream().sorted().toList();
            int n = sorted.size();
            System.out.printf(
                    "%-60s n %4d  error p50 %6.3f  p95 %6.3f  max %7.3f ms%n",
                    what, n, sorted.get(n / 2), sorted.get(n * 95 / 100), sorted.get(n - 1));
        }
    }
}
