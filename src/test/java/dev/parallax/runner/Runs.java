package dev.parallax.runner;

import dev.parallax.browser.Browsers;
import dev.parallax.journey.Journey;
import dev.parallax.journey.Step;
import dev.parallax.measure.Profile;
import dev.parallax.measure.Run;
import dev.parallax.progress.Progress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/// Shorthands for tests that run browser journeys.
final class Runs {
    private static final Runner RUNNER =
            new Runner(
                    InstantSource.system(),
                    BrowserWalk.opener(() -> Browsers.ofThisMachine().find(null)),
                    (request, texts) -> {
                        throw new AssertionError("no HTTP journeys here");
                    });

    private Runs() {}

    static Journey journey(Step... steps) {
        return journey(List.of(), steps);
    }

    static Journey journey(List<Step> prelude, Step... steps) {
        return new Journey("test", Journey.Kind.BROWSER, Map.of(), prelude, List.of(steps));
    }

    static RunRequest request(Journey journey, int iterations) {
        return RunRequest.of(journey, 1, Profile.DESKTOP, iterations);
    }

    /// One iteration with short limits.
    static Run run(Step... steps) {
        return run(
                request(journey(steps), 1)
                        .withLimits(new Limits(Duration.ofSeconds(3), Duration.ofSeconds(30))));
    }

    static Run run(RunRequest request) {
        return RUNNER.run(request, Progress.NONE);
    }

    static Run run(RunRequest request, Progress progress) {
        return RUNNER.run(request, progress);
    }

    static Step open(String url) {
        return new Step.Navigate("open", url);
    }

    static Step mark(String page) {
        return new Step.PageMark(page);
    }
}
