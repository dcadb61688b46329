package dev.parallax.runner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parallax.journey.Assertion;
import dev.parallax.journey.Condition;
import dev.parallax.journey.Journey;
import dev.parallax.journey.Step;
import dev.parallax.journey.Target;
import dev.parallax.measure.Exchange;
import dev.parallax.measure.Iteration;
import dev.parallax.measure.Network;
import dev.parallax.measure.PageResult;
import dev.parallax.measure.Profile;
import dev.parallax.measure.Run;
import dev.parallax.measure.RunStatus;
import dev.parallax.measure.StepResult;
import dev.parallax.metric.Metric;
import dev.parallax.metric.PageTemplate;
import dev.parallax.problem.Problem;
import dev.parallax.progress.Progress;
import dev.parallax.progress.Stoppable;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class HttpWalkTest {
    private static final Limits LIMITS = new Limits(Duration.ofSeconds(10), Duration.ofSeconds(30));

    private final TestSite site = new TestSite();
    private final Runner runner =
            new Runner(
                    InstantSource.system(),
                    (request, texts) -> {
                        throw new AssertionError("no browser journeys here");
                    },
                    HttpWalk.opener());

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void walksRequestsAssertionsAndPages() {
        site.page("/product/17", "Tea", Duration.ofMillis(150));
        Run run =
                run(
                        get("/product/17?ref=mail"),
                        check(new Assertion.StatusIs(200)),
                        check(new Assertion.BodyContains("Tea")),
                        check(new Assertion.UrlContains("/product/")),
                        check(new Assertion.FasterThan(Duration.ofSeconds(9))),
                        new Step.Wait("breathe", new Condition.Passed(Duration.ofMillis(20))),
                        new Step.PageMark("Product"));

        assertThat(run.status()).isEqualTo(RunStatus.OK);
        assertThat(run.conditions().engine()).startsWith("Apache-HttpClient 5");
        assertThat(run.conditions().notes()).anyMatch(note -> note.contains("cold"));
        Iteration iteration = run.iterations().getFirst();
        assertThat(iteration.steps()).hasSize(7).allMatch(StepResult.Done.class::isInstance);
        PageResult page = iteration.pages().getFirst();
        assertThat(page.page()).isEqualTo("Product");
        assertThat(page.url()).isEqualTo(site.url("/product/17"));
        assertThat(page.template()).isEqualTo(new PageTemplate("/product/:id"));
        assertThat(page.metrics()).containsOnlyKeys(Metric.TTFB);
        assertThat(page.metrics().get(Metric.TTFB)).isBetween(148.0, 1500.0);
        Exchange exchange = iteration.exchanges().getFirst();
        assertThat(exchange.phases().untilFirstByte()).isEqualTo(page.metrics().get(Metric.TTFB));
        assertThat(site.userAgents()).allMatch(agent -> agent.endsWith("Parallax/0.1 (synthetic)"));
    }

    @Test
    void eachIterationIsCold() {
        site.page("/", "home");
        Run run = run(request(2, get("/"), get("/")));
        assertThat(run.iterations()).hasSize(2);
        for (Iteration iteration : run.iterations()) {
            assertThat(iteration.exchanges())
                    .extracting(exchange -> exchange.phases().connect() != null)
                    .containsExactly(true, false);
        }
    }

    @Test
    void aFailedAssertionEndsTheRun() {
        site.page("/", "home");
        Run run = run(request(3, get("/"), check(new Assertion.StatusIs(404)), get("/")));
        assertThat(run.status()).isEqualTo(RunStatus.FAILED);
        assertThat(run.iterations()).hasSize(1);
        Problem problem = run.problem().orElseThrow();
        assertThat(problem.code()).isEqualTo("assertion-failed");
        assertThat(problem.what()).isEqualTo("step \"check\" failed: the status is not 404");
        assertThat(problem.why()).isEqualTo("it is 200");
        assertThat(run.iterations().getFirst().steps().getLast())
                .isEqualTo(new StepResult.Skipped("get /"));
    }

    @Test
    void aRequestThatCannotBeSentFailsItsStep() {
        Run run = run(new Step.Request("pay", "GET", "http://127.0.0.1:1/", Map.of(), null));
        assertThat(run.status()).isEqualTo(RunStatus.FAILED);
        assertThat(run.problem().orElseThrow().code()).isEqualTo("http-refused");
        Iteration iteration = run.iterations().getFirst();
        assertThat(iteration.exchanges()).hasSize(1);
        assertThat(((StepResult.Failed) iteration.steps().getFirst()).detail())
                .contains("ConnectException");
    }

    @Test
    void anErrorIsNoPageUnlessItsStatusIsExpected() {
        site.answer("/gone", 410, "text/html", "gone", Duration.ZERO);
        assertThat(codeOf(run(get("/gone"), new Step.PageMark("Gone")))).isEqualTo("page-is-error");
        Run expected =
                run(get("/gone"), check(new Assertion.StatusIs(410)), new Step.PageMark("Gone"));
        assertThat(expected.status()).isEqualTo(RunStatus.OK);
    }

    @Test
    void thePreludeIsNeverMeasured() {
        site.page("/login", "in");
        var journey =
                new Journey(
                        "test",
                        Journey.Kind.HTTP,
                        Map.of(),
                        List.of(get("/login")),
                        List.of(new Step.PageMark("Login")));
        assertThat(codeOf(run(RunRequest.of(journey, 1, Profile.DESKTOP, 1))))
                .isEqualTo("page-of-prelude");
    }

    @Test
    void stepsForBrowsersAreRefusedBeforeAnythingIsSent() {
        Target button = Target.of("#pay");
        for (Step step :
                List.of(
                        new Step.Navigate("step", site.url("/")),
                        new Step.Click("step", button),
                        new Step.Fill("step", button, "x"),
                        new Step.Select("step", button, "x"),
                        new Step.Press("step", button, "Enter"),
                        new Step.Wait("step", new Condition.ElementVisible(button)),
                        new Step.Wait("step", new Condition.UrlContains("x")),
                        new Step.Assert("step", new Assertion.ElementVisible(button)),
                        new Step.Assert("step", new Assertion.ElementText(button, "x")))) {
            Run run = run(get("/"), step);
            assertThat(run.status()).isEqualTo(RunStatus.NOT_OBSERVED);
            assertThat(run.problem().orElseThrow().code()).isEqualTo("http-step-needs-browser");
            assertThat(run.problem().orElseThrow().why())
                    .isEqualTo("the step \"step\" needs a browser");
        }
        assertThat(site.asked()).isEmpty();
    }

    @Test
    void devToolsAreRefusedAndAProcessorRateIsNotClaimed() {
        site.page("/", "home");
        assertThat(codeOf(run(profile(new Network(150, 1600, 750, Network.Method.DEVTOOLS), 1))))
                .isEqualTo("profile-not-supported");
        Run run = run(profile(Network.UNSHAPED, 4));
        assertThat(run.conditions().requested().cpuRate()).isEqualTo(4);
        assertThat(run.conditions().applied().cpuRate()).isEqualTo(1);
    }

    private RunRequest profile(Network network, double cpuRate) {
        var profile =
                new Profile("slow", "Slow", Profile.DESKTOP.device(), network, cpuRate, "en-US");
        var journey = request(1, get("/")).journey();
        return RunRequest.of(journey, 1, profile, 1);
    }

    @Test
    void secretsGoToTheSiteAndNowhereElse() {
        site.page("/pay/s3 cret@1", "paid");
        var journey =
                new Journey(
                        "test",
                        Journey.Kind.HTTP,
                        Map.of("path", "pay"),
                        List.of(),
                        List.of(
                                new Step.Request(
                                        "pay",
                                        "POST",
                                        site.url("/${path}/${secret:pin}?pin=${secret:pin}"),
                                        Map.of("X-Pin", "${secret:pin}"),
                                        "pin=${secret:pin}"),
                                new Step.PageMark("Paid"),
                                check(new Assertion.UrlContains("nowhere"))));
        SecretSource secrets = (_, _) -> "s3 cret@1";
        Run run =
                run(
                        RunRequest.of(journey, 1, Profile.DESKTOP, 1)
                                .withInputs(new Inputs(Map.of(), secrets)));

        assertThat(site.posted()).containsExactly("pin=s3 cret@1");
        assertThat(run.iterations().getFirst().exchanges())
                .extracting(Exchange::url)
                .containsExactly(site.url("/pay/•••?pin=•••"));
        assertThat(run.toString()).doesNotContain("cret");
    }

    @Test
    void aHangingSiteIsEndedByTheRunsLimit() {
        site.page("/", "late", Duration.ofSeconds(60));
        long start = System.nanoTime();
        Run run =
                run(
                        request(1, get("/"))
                                .withLimits(
                                        new Limits(
                                                Duration.ofSeconds(20), Duration.ofMillis(700))));
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
        assertThat(codeOf(run)).isEqualTo("run-deadline");
        assertThat(run.iterations().getFirst().steps().getFirst().label()).isEqualTo("get /");
    }

    @Test
    void aStepHasItsOwnLimit() {
        site.page("/", "late", Duration.ofSeconds(60));
        Run run =
                run(
                        request(1, get("/"))
                                .withLimits(
                                        new Limits(
                                                Duration.ofMillis(300), Duration.ofSeconds(20))));
        assertThat(codeOf(run)).isEqualTo("http-timeout");
    }

    @Test
    void cancellingEndsAWaitAtOnce() throws InterruptedException {
        site.page("/", "home");
        var progress = new Stoppable();
        Thread canceller =
                Thread.ofVirtual()
                        .start(() -> {
                            try {
                                site.awaitVisitor();
                            } catch (InterruptedException _) {
                                return;
                            }
                            progress.cancel();
                        });
        var wait = new Step.Wait("wait", new Condition.Passed(Duration.ofSeconds(25)));
        long start = System.nanoTime();
        Run run = runner.run(request(1, get("/"), wait), progress);
        assertThat(run.status()).isEqualTo(RunStatus.CANCELLED);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
        canceller.join();
    }

    private static String codeOf(Run run) {
        return run.problem().orElseThrow().code();
    }

    private Run run(Step... steps) {
        return run(request(1, steps));
    }

    private Run run(RunRequest request) {
        return runner.run(request, Progress.NONE);
    }

    private static RunRequest request(int iterations, Step... steps) {
        var journey = new Journey("test", Journey.Kind.HTTP, Map.of(), List.of(), List.of(steps));
        return RunRequest.of(journey, 1, Profile.DESKTOP, iterations).withLimits(LIMITS);
    }

    private Step get(String path) {
        return new Step.Request("get " + path, "GET", site.url(path), Map.of(), null);
    }

    private static Step check(Assertion assertion) {
        return new Step.Assert("check", assertion);
    }
}
