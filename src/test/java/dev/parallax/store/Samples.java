package dev.parallax.store;

import dev.parallax.journey.Journey;
import dev.parallax.journey.Step;
import dev.parallax.journey.Target;
import dev.parallax.measure.BodyPreview;
import dev.parallax.measure.ByteSizes;
import dev.parallax.measure.Conditions;
import dev.parallax.measure.Evidence;
import dev.parallax.measure.Exchange;
import dev.parallax.measure.ExchangeDetail;
import dev.parallax.measure.FilmFrame;
import dev.parallax.measure.Header;
import dev.parallax.measure.Initiator;
import dev.parallax.measure.Iteration;
import dev.parallax.measure.Machine;
import dev.parallax.measure.Network;
import dev.parallax.measure.PageMessage;
import dev.parallax.measure.PageResult;
import dev.parallax.measure.PageTiming;
import dev.parallax.measure.Phases;
import dev.parallax.measure.Profile;
import dev.parallax.measure.Run;
import dev.parallax.measure.RunStatus;
import dev.parallax.measure.Screenshot;
import dev.parallax.measure.StepResult;
import dev.parallax.measure.TlsDetail;
import dev.parallax.measure.Trace;
import dev.parallax.metric.Metric;
import dev.parallax.metric.PageTemplate;
import dev.parallax.problem.Problem;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

/// Journeys and runs for tests.
final class Samples {
    static final Instant START = Instant.parse("2026-03-01T10:00:00.123Z");
    static final InstantSource CLOCK = InstantSource.fixed(START);

    static final Problem PROBLEM =
            Problem.failed("step-failed", "cannot click \"Pay\"", "it is not there", "look");

    private Samples() {}

    /// A journey whose only page has the journey's name.
    static Journey journey(String name) {
        return new Journey(
                name,
                Journey.Kind.BROWSER,
                Map.of("base", "http://127.0.0.1", "user", "ada"),
                List.of(new Step.Click("Accept", Target.of("#accept"))),
                List.of(
                        new Step.Navigate("Open", "${base}/"),
                        new Step.Request("Get", "GET", "/", Map.of("A", "1", "B", "2"), null),
                        new Step.PageMark(name)));
    }

    static Journey withStep(Journey journey, String url) {
        var steps = new java.util.ArrayList<>(journey.steps());
        steps.add(new Step.Navigate("Then", url));
        return new Journey(
                journey.name(), journey.kind(), journey.variables(), journey.prelude(), steps);
    }

    /// A run with every kind of step result, every column filled somewhere and empty somewhere.
    static Run fullRun(String journey) {
        return new Run(
                UUID.randomUUID(),
                journey,
                1,
                RunStatus.FAILED,
                true,
                START,
                Duration.ofNanos(12_345_678_901L),
                new Conditions(
                        Profile.MOBILE,
                        shaped(Profile.DESKTOP, 150),
                        "Chromium 156",
                        1.25,
                        List.of("sandbox off (root)", "quoted \"note\" – ü"),
                        new Machine(
                                "Linux 6.1 (amd64)",
                                "Parallax 0.1, Java 25",
                                "Playwright 1.62.0",
                                2,
                                8L << 30,
                                3L << 30,
                                Machine.Power.BATTERY,
                                81.5,
                                Machine.NetworkKind.WIRELESS)),
                List.of(goodIteration(1, 2000.5), badIteration(2)),
                Optional.of(PROBLEM));
    }

    /// An untainted, ok run under the desktop profile with one iteration a value: LCP of one page.
    static Run run(String journey, Instant started, double... lcp) {
        return new Run(
                UUID.randomUUID(),
                journey,
                1,
                RunStatus.OK,
                false,
                started,
                Duration.ofSeconds(3),
                new Conditions(Profile.DESKTOP, Profile.DESKTOP, "Chromium 156", -1, List.of()),
                IntStream.range(0, lcp.length)
                        .mapToObj(i -> plainIteration(journey, i + 1, lcp[i]))
                        .toList(),
                Optional.empty());
    }

    static Run tainted(Run run) {
        return new Run(
                run.id(),
                run.journey(),
                run.revision(),
                run.status(),
                true,
                run.started(),
                run.took(),
                run.conditions(),
                run.iterations(),
                run.problem());
    }

    static Run ofRevision(Run run, int revision) {
        return new Run(
                run.id(),
                run.journey(),
                revision,
                run.status(),
                run.tainted(),
                run.started(),
                run.took(),
                run.conditions(),
                run.iterations(),
                run.problem());
    }

    static Run under(Run run, Profile profile) {
        return new Run(
                run.id(),
                run.journey(),
                run.revision(),
                run.status(),
                run.tainted(),
                run.started(),
                run.took(),
                new Conditions(profile, profile, "Chromium 156", -1, List.of()),
                run.iterations(),
                run.problem());
    }

    static Run withIterations(Run run, Iteration... iterations) {
        return new Run(
                run.id(),
                run.journey(),
                run.revision(),
                run.status(),
                run.tainted(),
                run.started(),
                run.took(),
                run.conditions(),
                List.of(iterations),
                run.problem());
    }

    static Profile shaped(Profile profile, double rtt) {
        return new Profile(
                profile.id(),
                profile.name(),
                profile.device(),
                new Network(rtt, 1638.4, 750, Network.Method.PROXY),
                4,
                profile.locale());
    }

    static Iteration plainIteration(String page, int number, double lcp) {
        return new Iteration(
                number,
                List.of(new StepResult.Done("Open", Duration.ofMillis(5), null)),
                List.of(page(page, Map.of(Metric.LCP, lcp, Metric.TTFB, 10.0))),
                List.of(),
                Optional.empty());
    }

    static Iteration goodIteration(int number, double lcp) {
        return new Iteration(
                number,
                List.of(
                        new StepResult.Done("Open", Duration.ofNanos(1_234_567), null),
                        new StepResult.Done("Click", Duration.ZERO, "#pay", "testid=pay")),
                List.of(
                        page(
                                "home",
                                Map.of(Metric.LCP, lcp, Metric.CLS, 0.0123),
                                new PageTiming(
                                        12.5,
                                        PageTiming.Kind.NAVIGATION,
                                        Optional.of(
                                                new PageTiming.LargestPaint(
                                                        "img#hero", "http://127.0.0.1/a.png")))),
                        page(
                                "home",
                                Map.of(Metric.INP, 16.0),
                                new PageTiming(900, PageTiming.Kind.SOFT, Optional.empty())),
                        page("empty", Map.of())),
                List.of(
                        new Exchange(
                                "GET",
                                "http://127.0.0.1/?q=1",
                                200,
                                "document",
                                "h2",
                                0.5,
                                new Phases(1.0, 2.0, 3.0, 0.25, 100.5, 7.0),
                                12_345,
                                null,
                                DETAIL),
                        new Exchange(
                                "POST",
                                "/x",
                                0,
                                "fetch",
                                "",
                                9,
                                Phases.NONE,
                                -1,
                                "net::ERR_ABORTED")),
                new Evidence(
                        Optional.of(new Screenshot(new byte[] {(byte) 0xff, (byte) 0xd8, 0, 1, 2})),
                        List.of(
                                new FilmFrame(10.25, new byte[] {1, 2}),
                                new FilmFrame(20, new byte[] {3})),
                        MESSAGES,
                        Optional.of(new Trace(new byte[] {'P', 'K'}))));
    }

    private static final List<PageMessage> MESSAGES =
            List.of(
                    new PageMessage(
                            1.5, PageMessage.Level.UNCAUGHT, "Error: \"ü\"", "http://x/a.js:12"),
                    new PageMessage(2, PageMessage.Level.DEBUG, "", ""));

    private static final ExchangeDetail DETAIL =
            new ExchangeDetail(
                    new Initiator(Initiator.Kind.SCRIPT, "http://127.0.0.1/app.js", 17),
                    List.of(new Header("Accept", "*/*"), new Header("Accept", "text/html")),
                    List.of(new Header("Content-Type", "text/html; charset=utf-8")),
                    new ByteSizes(120, 0, 345, 12_000, 48_000),
                    "127.0.0.1:8801",
                    ExchangeDetail.Source.DISK_CACHE,
                    Optional.of(
                            new TlsDetail(
                                    "TLS 1.3",
                                    "TLS_AES_256_GCM_SHA384",
                                    "shop.example",
                                    "R3",
                                    Instant.parse("2026-01-01T00:00:00Z"),
                                    null)),
                    Optional.of(new BodyPreview("text/html", "<p>ü</p>", 48_000)));

    static Iteration badIteration(int number) {
        return new Iteration(
                number,
                List.of(
                        new StepResult.Failed("Pay", Duration.ofMillis(15), PROBLEM, "timeout"),
                        new StepResult.Failed("Pay", Duration.ofMillis(15), PROBLEM, null),
                        new StepResult.Skipped("Done")),
                List.of(page("home", Map.of(Metric.LCP, 99_999.0))),
                List.of(),
                Optional.empty());
    }

    /// The bytes of each iteration's pictures and recordings: they have no equality of their own.
    static List<List<Object>> pictures(Run run) {
        return run.iterations().stream()
                .map(iteration -> {
                    var all = new java.util.ArrayList<Object>();
                    Evidence evidence = iteration.evidence();
                    evidence.screenshot().ifPresent(picture -> all.add(bytes(picture.jpeg())));
                    evidence.filmstrip()
                            .forEach(frame -> {
                                all.add(frame.atMillis());
                                all.add(bytes(frame.jpeg()));
                            });
                    evidence.trace().ifPresent(trace -> all.add(bytes(trace.zip())));
                    return (List<Object>) all;
                })
                .toList();
    }

    static Run withoutPictures(Run run) {
        return withIterations(
                run,
                run.iterations().stream()
                        .map(iteration ->
                                iteration.with(
                                        new Evidence(
                                                Optional.empty(),
                                                List.of(),
                                                iteration.evidence().messages(),
                                                Optional.empty())))
                        .toArray(Iteration[]::new));
    }

    private static List<Byte> bytes(byte[] all) {
        Byte[] boxed = new Byte[all.length];
        Arrays.setAll(boxed, i -> all[i]);
        return List.of(boxed);
    }

    private static PageResult page(String name, Map<Metric, Double> metrics) {
        return new PageResult(
                name, "http://127.0.0.1/" + name, new PageTemplate("/" + name), metrics);
    }

    private static PageResult page(String name, Map<Metric, Double> metrics, PageTiming timing) {
        return new PageResult(
                name,
                "http://127.0.0.1/" + name,
                new PageTemplate("/" + name),
                metrics,
                Optional.of(timing));
    }
}
