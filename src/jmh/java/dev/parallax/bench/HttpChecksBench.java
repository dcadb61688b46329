package dev.parallax.bench;

import com.sun.management.OperatingSystemMXBean;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.parallax.http.HttpOptions;
import dev.parallax.http.TestAuthority;
import dev.parallax.http.TlsOptions;
import dev.parallax.journey.Assertion;
import dev.parallax.journey.Journey;
import dev.parallax.journey.Step;
import dev.parallax.measure.Run;
import dev.parallax.measure.RunStatus;
import dev.parallax.progress.Progress;
import dev.parallax.runner.HttpWalk;
import dev.parallax.runner.RunRequest;
import dev.parallax.runner.Runner;
import dev.parallax.store.Workspace;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/// How many HTTP checks this machine does in a minute: each a run of its own over a new TLS
/// connection, with an assertion and a page, stored before the next begins. The server runs in the
/// same process and takes its share.
///
/// The aim: 1,500 a minute on two processors.
public final class HttpChecksBench {
    private static final int AT_ONCE = 4;
    private static final int WARM_UP = 400;
    private static final int CHECKS = 3_000;
    private static final OperatingSystemMXBean MACHINE =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private HttpChecksBench() {}

    /// No arguments.
    public static void main(String[] arguments) throws Exception {
        var authority = new TestAuthority();
        Path folder = Files.createTempDirectory("checks");
        HttpsServer server =
                HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
        server.setHttpsConfigurator(new HttpsConfigurator(authority.good("localhost")));
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext(
                "/",
                exchange -> {
                    byte[] body =
                            "tea".repeat(1000).getBytes(java.nio.charset.StandardCharsets.US_ASCII);
                    exchange.sendResponseHeaders(200, body.length);
                    exchange.getResponseBody().write(body);
                    exchange.close();
                });
        server.start();
        var options =
                HttpOptions.DIRECT.with(
                        TlsOptions.USUAL.trusting(
                                List.of(authority.writePem(folder.resolve("ca.pem")))));
        try (var workspace =
                Workspace.create(folder.resolve("bench.parallax"), InstantSource.system())) {
            Journey journey = journey(server.getAddress().getPort());
            int revision = workspace.journeys().save(journey);
            var clock = InstantSource.system();
            var opener = HttpWalk.opener(() -> options, clock);
            var runner = new Runner(clock, opener, opener);
            RunRequest request =
                    RunRequest.of(journey, revision, dev.parallax.measure.Profile.DESKTOP, 1);
            checks(WARM_UP, workspace, runner, request);
            long cpu = MACHINE.getProcessCpuTime();
            long begin = System.nanoTime();
            checks(CHECKS, workspace, runner, request);
            double seconds = (System.nanoTime() - begin) / 1e9;
            double cpuMillis = (MACHINE.getProcessCpuTime() - cpu) / 1e6 / CHECKS;
            System.out.printf(
                    "%d checks, %d at once: %.0f a minute, %.2f ms of processor time each, the server's"
                            + " included%n",
                    CHECKS, AT_ONCE, CHECKS / seconds * 60, cpuMillis);
        } finally {
            server.stop(0);
            try (Stream<Path> files = Files.list(folder)) {
                files.forEach(file -> file.toFile().delete());
            }
            Files.delete(folder);
        }
    }

    private static Journey journey(int port) {
        return new Journey(
                "Ping",
                Journey.Kind.HTTP,
                Map.of(),
                List.of(),
                List.of(
                        new Step.Request(
                                "Get", "GET", "https://localhost:" + port + "/", Map.of(), null),
                        new Step.Assert("It is there", new Assertion.StatusIs(200)),
                        new Step.PageMark("ping")));
    }

    private static void checks(int checks, Workspace workspace, Runner runner, RunRequest request)
            throws Exception {
        try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
            var all = new ArrayList<Future<Run>>();
            for (int i = 0; i < checks; i++) {
                all.add(
                        threads.submit(() -> {
                            Run run = runner.run(request, Progress.NONE);
                            workspace.runs().save(run);
                            return run;
                        }));
            }
            for (Future<Run> run : all) {
                if (run.get().status() != RunStatus.OK) {
                    throw new IllegalStateException(String.valueOf(run.get().problem()));
                }
            }
        }
    }
}
