package dev.parallax.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.parallax.journey.Condition;
import dev.parallax.journey.Step;
import dev.parallax.journey.Target;
import dev.parallax.measure.PageResult;
import dev.parallax.measure.Run;
import dev.parallax.measure.RunStatus;
import dev.parallax.metric.Metric;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Our script and the genuine web-vitals library, which most RUM is made with, measure the same
/// page load and have to agree. The library reports by itself, from the page to the site.
final class WebVitalsParityTest {
    private static final Path LIBRARY =
            Path.of("target/web-vitals/package/dist/web-vitals.iife.js");
    private static final String GET_IT =
            "mkdir -p target/web-vitals && npm pack web-vitals@6.2.3 --pack-destination target/web-vitals"
                    + " && tar -xzf target/web-vitals/web-vitals-6.2.3.tgz -C target/web-vitals";

    private static final String REPORTER =
            """
            <script src="/web-vitals.js"></script>
            <script>
              const seen = {};
              let reports = 0;
              const send = metric => {
                seen[metric.name] = metric.value;
                const values = Object.entries(seen).map(([name, value]) => name + '=' + value).join(' ');
                fetch('/vitals', {method: 'POST', body: ++reports + ' ' + values, keepalive: true});
              };
              const options = {reportAllChanges: true, durationThreshold: 16};
              for (const name of ['TTFB', 'FCP', 'LCP', 'CLS', 'INP']) {
                webVitals['on' + name](send, options);
              }
            </script>
            """;

    private static final String BUSY =
            "<script>const busy = length => {const end = performance.now() + length;"
                    + " while (performance.now() < end);};</script>";

    private final TestSite site = new TestSite();

    @AfterEach
    void closeSite() {
        site.close();
    }

    @Test
    void measuresWhatWebVitalsMeasures() throws IOException {
        serveLibrary();
        site.answer(
                "/hero.svg",
                200,
                "image/svg+xml",
                "<svg xmlns='http://www.w3.org/2000/svg' width='800' height='500'><rect width='800'"
                        + " height='500' fill='teal'/><circle cx='300' cy='200' r='90'/>"
                        + "<!--"
                        + "x".repeat(20_000)
                        + "--></svg>", // LCP leaves out pictures of few bytes
                Duration.ofMillis(900));
        site.page(
                "/",
                REPORTER
                        + BUSY
                        + """
                        <h1>Shop</h1>
                        <img src="/hero.svg" width="800" height="500">
                        <p id="below">below</p>
                        <button id="slow">Slow</button> <button id="quick">Quick</button>
                        <script>
                          setTimeout(() => {
                            const banner = document.createElement('div');
                            banner.style.height = '90px';
                            document.body.prepend(banner);
                          }, 120);
                          document.getElementById('slow').onclick = () => { busy(130); document.title = 'slow'; };
                          document.getElementById('quick').onclick = () => { document.title = 'quick'; };
                        </script>
                        """,
                Duration.ofMillis(80));

        Run run =
                Runs.run(
                        Runs.open(site.url("/")),
                        Runs.mark("home"),
                        new Step.Click("slow", Target.of("#slow")),
                        new Step.Click("quick", Target.of("#quick")),
                        new Step.Click("slow again", Target.of("#slow")),
                        new Step.Wait("for reports", new Condition.Passed(Duration.ofMillis(700))));

        assertThat(run.status()).as(run.toString()).isEqualTo(RunStatus.OK);
        PageResult page = run.iterations().getFirst().pages().getFirst();
        Map<Metric, Double> theirs = reported(site.posted());
        assertThat(theirs)
                .as("what web-vitals sent")
                .containsOnlyKeys(Metric.TTFB, Metric.FCP, Metric.LCP, Metric.CLS, Metric.INP);
        theirs.forEach((metric, value) ->
                assertThat(page.metrics().get(metric))
                        .as(metric.key())
                        .isEqualTo(value, within(metric == Metric.CLS ? 0.001 : 1.0)));
        assertThat(theirs.get(Metric.CLS)).isPositive();
        assertThat(theirs.get(Metric.INP)).isGreaterThan(100);
        assertThat(theirs.get(Metric.LCP)).isGreaterThan(theirs.get(Metric.FCP) + 100);
    }

    @Test
    void leavesOutOneInteractionInFifty() throws IOException {
        serveLibrary();
        site.page(
                "/",
                REPORTER
                        + BUSY
                        + """
                        <h1>Typing</h1><input> <button id="slow">Slow</button> <button id="slower">Slower</button>
                        <script>
                          document.getElementById('slow').onclick = () => busy(200);
                          document.getElementById('slower').onclick = () => busy(450);
                        </script>
                        """,
                Duration.ZERO);
        var steps =
                new ArrayList<Step>(
                        List.of(
                                Runs.open(site.url("/")),
                                Runs.mark("typing"),
                                new Step.Click("slow", Target.of("#slow")),
                                new Step.Click("slower", Target.of("#slower")),
                                new Step.Click("field", Target.of("input"))));
        steps.addAll(Collections.nCopies(55, new Step.Press("key", null, "a")));
        steps.add(new Step.Wait("for reports", new Condition.Passed(Duration.ofMillis(700))));

        Run run = Runs.run(steps.toArray(Step[]::new));

        assertThat(run.status()).as(run.toString()).isEqualTo(RunStatus.OK);
        double inp = run.iterations().getFirst().pages().getFirst().metrics().get(Metric.INP);
        assertThat(inp)
                .isBetween(200.0, 449.0)
                .isEqualTo(reported(site.posted()).get(Metric.INP), within(1.0));
    }

    private void serveLibrary() throws IOException {
        assertThat(LIBRARY).as("get the library with: " + GET_IT).isRegularFile();
        site.answer(
                "/web-vitals.js", 200, "text/javascript", Files.readString(LIBRARY), Duration.ZERO);
        site.answer("/vitals", 204, "text/plain", "", Duration.ZERO);
    }

    /// The values of the report that was made last.
    private static Map<Metric, Double> reported(List<String> posted) {
        String latest =
                posted.stream()
                        .max(
                                Comparator.comparingInt(report ->
                                        Integer.parseInt(report.substring(0, report.indexOf(' ')))))
                        .orElseThrow();
        var values = new EnumMap<Metric, Double>(Metric.class);
        for (String pair : latest.substring(latest.indexOf(' ') + 1).split(" ", -1)) {
            int equals = pair.indexOf('=');
            values.put(
                    Metric.byKey(pair.substring(0, equals)).orElseThrow(),
                    Double.valueOf(pair.substring(equals + 1)));
        }
        return values;
    }
}
