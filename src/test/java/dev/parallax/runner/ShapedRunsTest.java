package dev.parallax.runner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parallax.browser.Browsers;
import dev.parallax.journey.Condition;
import dev.parallax.journey.Journey;
import dev.parallax.journey.Step;
import dev.parallax.journey.Target;
import dev.parallax.measure.Exchange;
import dev.parallax.measure.Network;
import dev.parallax.measure.Profile;
import dev.parallax.measure.Run;
import dev.parallax.measure.RunStatus;
import dev.parallax.measure.StepResult;
import dev.parallax.metric.Metric;
import dev.parallax.progress.Progress;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/// Whole runs over a shaped network: every part of a visit goes over it, and what went wrong has
/// the name it has without it.
final class ShapedRunsTest {
    private static final double RTT = 120;
    private static final Network NETWORK = new Network(RTT, 0, 0, Network.Method.PROXY);

    private static final Runner RUNNER =
            new Runner(
                    InstantSource.system(),
                    BrowserWalk.opener(() -> Browsers.ofThisMachine().find(null)),
                    HttpWalk.opener());

    @Test
    void pagesTabsFramesAndWorkersAreShaped() {
        try (var site = new TestSite();
                var other = new TestSite()) {
            other.page("/frame", "elsewhere");
            site.page("/popup", "popped up <p id=there>there</p>");
            site.answer("/data", 200, "text/plain", "data", Duration.ZERO);
            site.answer(
                    "/worker.js",
                    200,
                    "text/javascript",
                    "fetch('/data').then(answer => answer.text()).then(text => postMessage(text))",
                    Duration.ZERO);
            site.page(
                    "/",
                    """
                    <a id=open href=/popup target=_blank>open</a>
                    <iframe src="%s"></iframe>
                    <script>
                      new Worker('/worker.js').onmessage = message => {
                        document.body.insertAdjacentHTML('beforeend', '<p id=told>told</p>');
                      };
                    </script>
                    """
                            .formatted(other.url("/frame")));

            Run run =
                    run(
                            Journey.Kind.BROWSER,
                            new Step.Navigate("open", site.url("/")),
                            sees("#told"),
                            new Step.PageMark("first"),
                            new Step.Click("pop up", Target.of("#open")),
                            sees("#there"),
                            new Step.PageMark("second"));

            assertThat(run.problem()).isEmpty();
            assertThat(run.status()).isEqualTo(RunStatus.OK);
            List<Exchange> exchanges = run.iterations().getFirst().exchanges();
            assertThat(exchanges)
                    .extracting(exchange -> exchange.url().replaceFirst("http://[^/]+", ""))
                    .contains("/", "/frame", "/worker.js", "/popup");
            assertThat(exchanges)
                    .extracting(exchange -> exchange.phases().waiting())
                    .filteredOn(Objects::nonNull)
                    .hasSizeGreaterThanOrEqualTo(3)
                    .allSatisfy(waiting -> assertThat(waiting).isGreaterThanOrEqualTo(RTT - 1));
            assertThat(run.iterations().getFirst().pages())
                    .hasSize(2)
                    .allSatisfy(page ->
                            assertThat(page.metrics().get(Metric.TTFB))
                                    .isGreaterThanOrEqualTo(RTT - 1));
            assertThat(run.conditions().applied().network()).isEqualTo(NETWORK);
            assertThat(run.conditions().notes())
                    .contains(
                            "network shaped by a proxy: looking names up is part of connect",
                            "HTTP/3 off: it cannot be shaped");
        }
    }

    @Test
    void theBrowserIsToldWhyItIsNotConnected() throws IOException {
        String closed = "http://127.0.0.1:" + freePort() + "/";

        assertThat(whyNot(Journey.Kind.BROWSER, new Step.Navigate("open", closed)))
                .isEqualTo("nothing listens there (ERR_CONNECTION_REFUSED)");
        assertThat(
                        whyNot(
                                Journey.Kind.BROWSER,
                                new Step.Navigate("open", "http://nobody.invalid/")))
                .isEqualTo("the name of the host is not known (ERR_NAME_NOT_RESOLVED)");
        assertThat(
                        whyNot(
                                Journey.Kind.BROWSER,
                                new Step.Request("ask", "GET", closed, Map.of(), null)))
                .isEqualTo("nothing listens there (ERR_CONNECTION_REFUSED)");
    }

    @Test
    void requestsWithoutABrowserAreShaped() {
        try (var site = new TestSite()) {
            site.answer("/", 200, "text/plain", "answer", Duration.ZERO);

            Run run =
                    run(
                            Journey.Kind.HTTP,
                            new Step.Request("ask", "GET", site.url("/"), Map.of(), null),
                            new Step.Request("again", "GET", site.url("/"), Map.of(), null));

            assertThat(run.problem()).isEmpty();
            List<Exchange> exchanges = run.iterations().getFirst().exchanges();
            assertThat(exchanges.getFirst().phases().connect()).isGreaterThanOrEqualTo(RTT);
            assertThat(exchanges.getFirst().phases().dns()).isNull();
            assertThat(exchanges.getLast().phases().connect()).isNull();
            assertThat(exchanges)
                    .allSatisfy(exchange ->
                            assertThat(exchange.phases().waiting())
                                    .isGreaterThanOrEqualTo(RTT - 1));
            assertThat(run.conditions().applied().network()).isEqualTo(NETWORK);
        }
    }

    @Test
    void requestsWithoutABrowserAreToldWhyTheyAreNotConnected() throws IOException {
        int closed = freePort();

        assertThat(
                        whyNot(
                                Journey.Kind.HTTP,
                                new Step.Request(
                                        "ask",
                                        "GET",
                                        "http://127.0.0.1:" + closed,
                                        Map.of(),
                                        null)))
                .isEqualTo("127.0.0.1:" + closed + " refuses connections");
        assertThat(
                        whyNot(
                                Journey.Kind.HTTP,
                                new Step.Request(
                                        "ask", "GET", "http://nobody.invalid/", Map.of(), null)))
                .isEqualTo("the name nobody.invalid is not known");
    }

    private static Step sees(String selector) {
        return new Step.Wait("see", new Condition.ElementVisible(Target.of(selector)));
    }

    private static String whyNot(Journey.Kind kind, Step step) {
        Run run = run(kind, step);
        return run.iterations().getFirst().steps().stream()
                .filter(StepResult.Failed.class::isInstance)
                .map(failed -> ((StepResult.Failed) failed).problem().why())
                .findFirst()
                .orElse("it was " + run.status() + ": " + run.problem());
    }

    private static Run run(Journey.Kind kind, Step... steps) {
        Profile desktop = Profile.DESKTOP;
        var profile =
                new Profile("shaped", "Shaped", desktop.device(), NETWORK, 1, desktop.locale());
        var journey = new Journey("test", kind, Map.of(), List.of(), List.of(steps));
        return RUNNER.run(RunRequest.of(journey, 1, profile, 1), Progress.NONE);
    }

    private static int freePort() throws IOException {
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return server.getLocalPort();
        }
    }
}
