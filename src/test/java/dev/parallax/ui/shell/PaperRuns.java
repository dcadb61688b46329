package dev.parallax.ui.shell;

import dev.parallax.journey.Journey;
import dev.parallax.journey.Step;
import dev.parallax.measure.Conditions;
import dev.parallax.measure.Exchange;
import dev.parallax.measure.Iteration;
import dev.parallax.measure.PageResult;
import dev.parallax.measure.Phases;
import dev.parallax.measure.Profile;
import dev.parallax.measure.Run;
import dev.parallax.measure.RunStatus;
import dev.parallax.measure.StepResult;
import dev.parallax.metric.Metric;
import dev.parallax.metric.PageTemplate;
import dev.parallax.problem.Problem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;

/// Makes up what runs would have measured.
final class PaperRuns {
    private final Random random = new Random(1);
    private int made;

    /// The next run of a journey: one over HTTP fails, one in a browser is well.
    Run run(Journey journey, Profile profile, int count) {
        var iterations = new ArrayList<Iteration>();
        for (int i = 1; i <= count; i++) {
            iterations.add(iteration(journey, i));
        }
        boolean http = journey.kind() == Journey.Kind.HTTP;
        int number = made++;
        return new Run(
                new UUID(1, number),
                journey.name(),
                1,
                http ? RunStatus.FAILED : RunStatus.OK,
                false,
                PaperContents.NOON.minus(Duration.ofMinutes(9L * (12 - number))),
                Duration.ofMillis(12_400),
                new Conditions(
                        profile,
                        profile,
                        http ? "HttpClient 5.6.5" : "Chromium 156.0.8078.73",
                        0.4,
                        List.of("RUM beacons blocked")),
                iterations,
                http
                        ? Optional.of(
                                Problem.failed(
                                        "assertion-status",
                                        "the status is 500, not 200",
                                        "the shop answered GET /api/products with an error",
                                        "look at the server's log"))
                        : Optional.empty());
    }

    private Iteration iteration(Journey journey, int number) {
        var steps = new ArrayList<StepResult>();
        var pages = new ArrayList<PageResult>();
        for (Step step : journey.steps()) {
            if (step instanceof Step.PageMark mark) {
                double lcp = 900 + 80 * random.nextGaussian();
                pages.add(
                        new PageResult(
                                mark.page(),
                                "https://shop.example/" + mark.page(),
                                new PageTemplate(
                                        mark.page().equals("home") ? "/" : "/" + mark.page()),
                                Map.of(
                                        Metric.TTFB,
                                        lcp / 4,
                                        Metric.FCP,
                                        lcp / 2,
                                        Metric.LCP,
                                        lcp,
                                        Metric.CLS,
                                        0.02,
                                        Metric.LOAD,
                                        lcp * 1.3)));
            }
            steps.add(
                    step instanceof Step.Assert && journey.kind() == Journey.Kind.HTTP
                            ? new StepResult.Failed(
                                    step.label(),
                                    Duration.ofMillis(3),
                                    Problem.failed(
                                            "assertion-status",
                                            "the status is 500, not 200",
                                            "the shop answered with an error",
                                            "look at the server's log"),
                                    null)
                            : new StepResult.Done(
                                    step.label(),
                                    Duration.ofMillis(40 + 30L * steps.size()),
                                    null));
        }
        var exchanges = new ArrayList<Exchange>();
        String[] names = {"", "styles.css", "shop.js", "hero.png", "api/products", "lantern.png"};
        for (int i = 0; i < names.length; i++) {
            exchanges.add(
                    new Exchange(
                            "GET",
                            "https://shop.example/" + names[i],
                            200,
                            "fetch",
                            "h2",
                            i * 55,
                            i == 0
                                    ? new Phases(8.0, 14.0, 22.0, 1.0, 120.0, 30.0)
                                    : new Phases(
                                            null, null, null, 0.5, 60.0 + 20 * i, 25.0 + 30 * i),
                            2_000 + 40_000L * i,
                            null));
        }
        return new Iteration(number, steps, pages, exchanges, Optional.empty());
    }
}
