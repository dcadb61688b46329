package dev.parallax.ui.checks.run;

import dev.parallax.measure.BodyPreview;
import dev.parallax.measure.ByteSizes;
import dev.parallax.measure.Conditions;
import dev.parallax.measure.Evidence;
import dev.parallax.measure.Exchange;
import dev.parallax.measure.ExchangeDetail;
import dev.parallax.measure.Header;
import dev.parallax.measure.Initiator;
import dev.parallax.measure.Iteration;
import dev.parallax.measure.PageMessage;
import dev.parallax.measure.PageResult;
import dev.parallax.measure.PageTiming;
import dev.parallax.measure.Phases;
import dev.parallax.measure.Profile;
import dev.parallax.measure.Run;
import dev.parallax.measure.RunStatus;
import dev.parallax.measure.StepResult;
import dev.parallax.metric.Metric;
import dev.parallax.metric.PageTemplate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

/// Runs with all that can be shown of one.
final class ShownRuns {
    private ShownRuns() {}

    /// A run of which each iteration is slower than the one before.
    static Run walked(int iterations) {
        return new Run(
                UUID.randomUUID(),
                "Buy",
                1,
                RunStatus.OK,
                false,
                Instant.parse("2026-11-01T10:00:00Z"),
                Duration.ofSeconds(4),
                new Conditions(Profile.DESKTOP, Profile.DESKTOP, "Chromium 156", 0.1, List.of()),
                IntStream.rangeClosed(1, iterations).mapToObj(ShownRuns::iteration).toList(),
                Optional.empty());
    }

    static Iteration iteration(int number) {
        return new Iteration(
                number,
                List.of(
                        new StepResult.Done("Open /", Duration.ofMillis(500), null),
                        new StepResult.Done(
                                "Press Buy", Duration.ofMillis(90), "text=Buy", "#buy")),
                List.of(
                        new PageResult(
                                "home",
                                "https://shop.example/",
                                new PageTemplate("/"),
                                Map.of(Metric.FCP, 100.0 * number, Metric.LCP, 200.0 * number),
                                Optional.of(
                                        new PageTiming(
                                                10,
                                                PageTiming.Kind.NAVIGATION,
                                                Optional.empty())))),
                List.of(
                        exchange("https://shop.example/", 10, 50),
                        exchange("https://shop.example/app.js", 60, 240)),
                new Evidence(
                        Optional.empty(),
                        List.of(),
                        List.of(
                                new PageMessage(
                                        120,
                                        PageMessage.Level.UNCAUGHT,
                                        "boom is not defined",
                                        "https://shop.example/app.js:12")),
                        Optional.empty()));
    }

    private static Exchange exchange(String url, double start, double waiting) {
        return new Exchange(
                        "GET",
                        url,
                        200,
                        "script",
                        "h2",
                        start,
                        new Phases(1.0, 2.0, null, 0.5, waiting, 3.0),
                        1_200,
                        null)
                .with(
                        new ExchangeDetail(
                                new Initiator(Initiator.Kind.PARSER, "https://shop.example/", 7),
                                List.of(new Header("accept", "*/*")),
                                List.of(new Header("server", "shop")),
                                new ByteSizes(90, 0, 200, 1_000, 4_000),
                                "127.0.0.1:443",
                                ExchangeDetail.Source.NETWORK,
                                Optional.empty(),
                                Optional.of(BodyPreview.of("text/javascript", "boom()"))));
    }
}
