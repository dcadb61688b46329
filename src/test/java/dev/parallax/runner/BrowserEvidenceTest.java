package dev.parallax.runner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parallax.journey.Condition;
import dev.parallax.journey.Step;
import dev.parallax.journey.Target;
import dev.parallax.measure.BodyPreview;
import dev.parallax.measure.Exchange;
import dev.parallax.measure.ExchangeDetail;
import dev.parallax.measure.FilmFrame;
import dev.parallax.measure.Header;
import dev.parallax.measure.Initiator;
import dev.parallax.measure.Iteration;
import dev.parallax.measure.PageMessage;
import dev.parallax.measure.PageResult;
import dev.parallax.measure.PageTiming;
import dev.parallax.measure.Run;
import dev.parallax.measure.RunStatus;
import dev.parallax.measure.StepResult;
import dev.parallax.metric.Metric;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What a run can show besides its numbers: causes, headers, bodies, messages, films, traces.
final class BrowserEvidenceTest {
    private static final Recording FILMED =
            new Recording(Recording.Film.YES, Recording.TraceWhen.NEVER);

    private final TestSite site = new TestSite();

    @AfterEach
    void closeSite() {
        site.close();
    }

    @Test
    void tellsWhatCausedARequestAndWhatWentOverTheWire() {
        site.page(
                "/",
                """
                <h1>Home</h1><script src=/app.js></script>
                <a href=/old>Old</a>
                """);
        site.answer(
                "/app.js",
                200,
                "text/javascript",
                "\n\nfetch('/api', {method: 'POST', headers: {'X-Api-Key': 'k3y'}, body: 'ü'});",
                Duration.ZERO);
        site.answer("/api", 200, "application/json", "{\"a\": \"ü\"}", Duration.ofMillis(50));
        site.answer("/old", 302, "text/html", "/new", Duration.ZERO);
        site.page("/new", "<h1>New</h1>");

        Iteration walked =
                only(
                        Runs.run(
                                Runs.open(site.url("/")),
                                Runs.mark("home"),
                                new Step.Click("old", Target.of("a")),
                                Runs.mark("new")));

        ExchangeDetail home = detail(walked, "/");
        assertThat(home.initiator()).isEqualTo(new Initiator(Initiator.Kind.VISITOR, "", 0));
        assertThat(Header.valueOf(home.requestHeaders(), "user-agent")).endsWith("(synthetic)");
        assertThat(Header.valueOf(home.responseHeaders(), "content-type")).startsWith("text/html");
        assertThat(site.url("")).endsWith(home.remoteAddress());
        assertThat(home.body().map(BodyPreview::text).orElse("")).contains("<h1>Home</h1>");
        assertThat(home.sizes().responseHeaderBytes()).isPositive();
        assertThat(home.sizes().responseBodyBytes()).isEqualTo(home.sizes().decodedBodyBytes());
        assertThat(home.tls()).isEmpty();

        ExchangeDetail script = detail(walked, "/app.js");
        assertThat(script.initiator())
                .isEqualTo(new Initiator(Initiator.Kind.PARSER, site.url("/"), 1));
        assertThat(script.body()).isEmpty();

        ExchangeDetail api = detail(walked, "/api");
        assertThat(api.initiator())
                .isEqualTo(new Initiator(Initiator.Kind.SCRIPT, site.url("/app.js"), 3));
        assertThat(Header.valueOf(api.requestHeaders(), "x-api-key")).isEqualTo(Header.HIDDEN);
        assertThat(api.sizes().requestBodyBytes()).isEqualTo(2);
        assertThat(api.body()).hasValue(new BodyPreview("application/json", "{\"a\": \"ü\"}", 10));

        assertThat(detail(walked, "/old").initiator().kind()).isEqualTo(Initiator.Kind.VISITOR);
        assertThat(detail(walked, "/new").initiator())
                .isEqualTo(new Initiator(Initiator.Kind.REDIRECT, site.url("/old"), 0));
        assertThat(exchange(walked, "/old").transferBytes()).isPositive();
        assertThat(exchange(walked, "/old").status()).isEqualTo(302);
    }

    @Test
    void placesPagesOnTheTimeLine() {
        site.page("/", "<h1 id=big class=title>Home</h1>", Duration.ofMillis(200));

        Iteration walked =
                only(
                        Runs.run(
                                Runs.open(site.url("/")),
                                Runs.mark("home"),
                                new Step.Wait(
                                        "pause", new Condition.Passed(Duration.ofMillis(300))),
                                Runs.open(site.url("/")),
                                Runs.mark("again"),
                                Runs.mark("soft")));

        PageTiming home = timing(walked, 0);
        PageTiming again = timing(walked, 1);
        assertThat(home.kind()).isEqualTo(PageTiming.Kind.NAVIGATION);
        assertThat(home.largestPaint()).hasValue(new PageTiming.LargestPaint("h1#big", ""));
        assertThat(again.startMillis()).isGreaterThan(home.startMillis() + 500);
        assertThat(timing(walked, 2).kind()).isEqualTo(PageTiming.Kind.SOFT);
        assertThat(timing(walked, 2).startMillis()).isGreaterThan(again.startMillis());
        // the document's request starts with its navigation, and its first byte is the page's
        Exchange document = exchange(walked, "/");
        assertThat(document.startMillis())
                .isBetween(home.startMillis() - 5, home.startMillis() + 50);
        assertThat(walked.pages().getFirst().moments().get(Metric.TTFB))
                .isBetween(document.startMillis() + 200, document.startMillis() + 500);
    }

    @Test
    void keepsWhatPagesSayAndFailAt() {
        site.page(
                "/",
                """
                <h1>Home</h1><img src=/missing.png>
                <script>
                  console.warn('careful');
                  console.info('x'.repeat(9000));
                  setTimeout(() => { throw new Error('boom'); });
                </script>
                """);

        Iteration walked = only(Runs.run(Runs.open(site.url("/")), Runs.mark("home")));

        List<PageMessage> messages = walked.evidence().messages();
        assertThat(messages)
                .anySatisfy(message -> {
                    assertThat(message.level()).isEqualTo(PageMessage.Level.WARNING);
                    assertThat(message.text()).isEqualTo("careful");
                    assertThat(message.source()).isEqualTo(site.url("/") + ":3");
                    assertThat(message.atMillis()).isBetween(0.0, 10_000.0);
                })
                .anySatisfy(message -> {
                    assertThat(message.level()).isEqualTo(PageMessage.Level.UNCAUGHT);
                    assertThat(message.text()).contains("boom");
                    assertThat(message.source()).isEqualTo(site.url("/") + ":5");
                })
                .anySatisfy(message -> {
                    assertThat(message.level()).isEqualTo(PageMessage.Level.ERROR);
                    assertThat(message.text()).contains("404");
                })
                .allSatisfy(message -> assertThat(message.text()).hasSizeLessThan(2100));
        assertThat(walked.failedExchanges())
                .extracting(Exchange::url)
                .containsExactly(site.url("/missing.png"));
    }

    @Test
    void survivesAPageThatNeverStopsTalking() {
        site.page(
                "/",
                "<h1>Home</h1><script>for (let i = 0; i < 3000; i++) console.log('noise ' + i);"
                        + " console.error('at last')</script>");

        Iteration walked = only(Runs.run(Runs.open(site.url("/")), Runs.mark("home")));

        assertThat(walked.evidence().messages())
                .hasSize(PageMessage.MOST)
                .anySatisfy(message -> assertThat(message.text()).isEqualTo("at last"));
    }

    @Test
    void tellsWhenAStepHasDrifted() {
        site.page(
                "/",
                """
                <h1>Home</h1><p class=two>1</p><p class=two>2</p>
                <script>
                  setTimeout(() => document.body.insertAdjacentHTML('beforeend',
                      '<button id=late>Late</button>'), 300);
                </script>
                <button id=early>Early</button>
                """);

        Run run =
                Runs.run(
                        Runs.open(site.url("/")),
                        new Step.Click("late", Target.of("#late", "#early")),
                        new Step.Click("drifted", Target.of("#gone", ".two", "#early")));

        List<StepResult> steps = only(run).steps();
        StepResult.Done late = (StepResult.Done) steps.get(1);
        StepResult.Done drifted = (StepResult.Done) steps.get(2);
        assertThat(late.selector()).isEqualTo("#late"); // half a second behind the lower one
        assertThat(late.isDrifted()).isFalse();
        assertThat(drifted.selector()).isEqualTo("#early"); // .two matches, but not one alone
        assertThat(drifted.expected()).isEqualTo("#gone");
        assertThat(run.isDrifted()).isTrue();
    }

    @Test
    void filmsThePagesAndKeepsTheFilmOfTheMedianIteration() {
        site.page(
                "/",
                "<body style='background:teal'><h1>Home</h1><script>setTimeout(() =>"
                        + " document.body.style.background = 'maroon', 400)</script>");

        Run run =
                Runs.run(
                        Runs.request(
                                        Runs.journey(
                                                Runs.open(site.url("/")),
                                                Runs.mark("home"),
                                                new Step.Wait(
                                                        "pause",
                                                        new Condition.Passed(
                                                                Duration.ofMillis(900)))),
                                        3)
                                .withRecording(FILMED));

        assertThat(run.status()).as(run.toString()).isEqualTo(RunStatus.OK);
        int median = run.medianIteration().orElseThrow().number();
        for (Iteration iteration : run.iterations()) {
            List<FilmFrame> film = iteration.evidence().filmstrip();
            if (iteration.number() == median) {
                assertThat(film).hasSizeBetween(2, 120);
                assertThat(film)
                        .isSortedAccordingTo(
                                java.util.Comparator.comparingDouble(FilmFrame::atMillis));
                assertThat(film.getFirst().jpeg()).startsWith(0xff, 0xd8);
                double start = iteration.pages().getFirst().timing().orElseThrow().startMillis();
                assertThat(film.getLast().atMillis()).isBetween(start + 300, start + 3000);
            } else {
                assertThat(film).isEmpty();
            }
        }
    }

    @Test
    void recordsATraceBehindAFailureAndOnRequest() throws IOException {
        site.page("/", "<h1>Home</h1>");
        var limits = new Limits(Duration.ofSeconds(1), Duration.ofSeconds(60));
        var onFailure = new Recording(Recording.Film.NO, Recording.TraceWhen.ON_FAILURE);
        var always = new Recording(Recording.Film.NO, Recording.TraceWhen.ALWAYS);

        Run failed =
                Runs.run(
                        Runs.request(
                                        Runs.journey(
                                                Runs.open(site.url("/")),
                                                new Step.Click("pay", Target.of("#pay"))),
                                        2)
                                .withLimits(limits)
                                .withRecording(onFailure));
        Run good =
                Runs.run(
                        Runs.request(Runs.journey(Runs.open(site.url("/"))), 1)
                                .withRecording(onFailure));
        Run asked =
                Runs.run(
                        Runs.request(Runs.journey(Runs.open(site.url("/"))), 2)
                                .withRecording(always));

        assertThat(failed.status()).isEqualTo(RunStatus.FAILED);
        assertThat(names(failed.iterations().getLast()))
                .anySatisfy(name -> assertThat(name).endsWith(".trace"));
        assertThat(names(good.iterations().getLast())).isEmpty();
        assertThat(names(asked.iterations().getFirst())).isEmpty();
        assertThat(names(asked.iterations().getLast())).isNotEmpty();
        assertThat(asked.conditions().notes())
                .contains("the trace is of a walk of its own behind the iterations");
    }

    @Test
    void recordsNeitherFilmNorTraceOfSecretsAndHidesThemElsewhere() {
        site.page(
                "/",
                "<input><p></p><script>document.querySelector('input').oninput = event => {"
                        + " console.log('typed ' + event.target.value);"
                        + " fetch('/echo', {method: 'POST', headers: {'X-Word': event.target.value}})"
                        + "}</script>");
        site.answer("/echo", 200, "application/json", "{\"word\": \"se\\\"same\"}", Duration.ZERO);
        SecretSource secrets = (_, _) -> "se\"same";

        Run run =
                Runs.run(
                        Runs.request(
                                        Runs.journey(
                                                Runs.open(site.url("/")),
                                                new Step.Fill(
                                                        "word",
                                                        Target.of("input"),
                                                        "${secret:word}"),
                                                Runs.mark("home")),
                                        1)
                                .withInputs(new Inputs(Map.of(), secrets))
                                .withRecording(
                                        new Recording(
                                                Recording.Film.YES, Recording.TraceWhen.ALWAYS)));

        Iteration walked = only(run);
        assertThat(walked.evidence().filmstrip()).isEmpty();
        assertThat(walked.evidence().trace()).isEmpty();
        assertThat(run.conditions().notes())
                .contains("no filmstrip and no trace: the journey uses secrets");
        assertThat(run.toString()).doesNotContain("same\"").contains("typed " + Texts.HIDDEN);
        assertThat(detail(walked, "/echo").body().map(BodyPreview::text))
                .hasValue("{\"word\": \"" + Texts.HIDDEN + "\"}");
    }

    @Test
    void tellsTheMachine() {
        site.page("/", "<h1>Home</h1>");

        var machine = Runs.run(Runs.open(site.url("/"))).conditions().machine();

        assertThat(machine.driver()).startsWith("Playwright 1.62");
        assertThat(machine.system()).contains(System.getProperty("os.name"));
        assertThat(machine.freeMemoryBytes()).isBetween(1L, machine.memoryBytes());
    }

    private static List<String> names(Iteration iteration) throws IOException {
        var names = new ArrayList<String>();
        if (iteration.evidence().trace().isPresent()) {
            byte[] zip = iteration.evidence().trace().get().zip();
            try (var entries = new ZipInputStream(new ByteArrayInputStream(zip))) {
                for (var entry = entries.getNextEntry();
                        entry != null;
                        entry = entries.getNextEntry()) {
                    names.add(entry.getName());
                }
            }
        }
        return names;
    }

    private static Iteration only(Run run) {
        assertThat(run.status()).as(run.toString()).isEqualTo(RunStatus.OK);
        return run.iterations().getFirst();
    }

    private static PageTiming timing(Iteration iteration, int page) {
        PageResult result = iteration.pages().get(page);
        return result.timing().orElseThrow();
    }

    private ExchangeDetail detail(Iteration iteration, String path) {
        return exchange(iteration, path).detail();
    }

    private Exchange exchange(Iteration iteration, String path) {
        return iteration.exchanges().stream()
                .filter(exchange -> exchange.url().equals(site.url(path)))
                .findFirst()
                .orElseThrow();
    }
}
