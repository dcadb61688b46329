package dev.parallax.runner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parallax.journey.Assertion;
import dev.parallax.journey.Condition;
import dev.parallax.journey.Step;
import dev.parallax.journey.Target;
import dev.parallax.measure.Profile;
import dev.parallax.measure.Run;
import dev.parallax.measure.RunStatus;
import dev.parallax.measure.StepResult;
import dev.parallax.problem.Problem;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Every kind of step, done and failing.
final class BrowserStepsTest {
    private static final Duration STEP_LIMIT = Duration.ofSeconds(2);
    private static final String FORM =
            """
            <h1>Form</h1>
            <form action="/done">
              <label>Name <input name="name"></label>
              <select name="size"><option value="s">Small</option><option value="l">Large</option></select>
              <input name="word" type="password">
              <button data-testid="send">Send</button>
            </form>
            <p id="echo"></p>
            <script>
              document.querySelector('[name=name]').onkeydown = event => {
                document.getElementById('echo').textContent = 'key   ' + event.key;
              };
            </script>
            """;

    private final TestSite site = new TestSite();

    @AfterEach
    void closeSite() {
        site.close();
    }

    @Test
    void doesEveryKindOfStep() {
        site.page("/form", FORM);
        site.page("/done", "<h1>Done</h1>");
        site.answer("/api", 201, "application/json", "{\"made\": true}", Duration.ZERO);

        Run run =
                run(
                        Map.of("who", "Ada", "secretless", "x"),
                        Runs.open(site.url("/form")),
                        new Step.Wait("form", new Condition.ElementVisible(Target.of("h1"))),
                        new Step.Fill("name", Target.of("label=Name"), "${who}"),
                        new Step.Press("key", Target.of("[name=name]"), "End"),
                        new Step.Press("focused", null, "Home"),
                        new Step.Assert(
                                "echo", new Assertion.ElementText(Target.of("#echo"), "key Home")),
                        new Step.Select("by label", Target.of("[name=size]"), "Large"),
                        new Step.Fill("word", Target.of("[name=word]"), "open"),
                        new Step.Request(
                                "api",
                                "POST",
                                site.url("/api"),
                                Map.of("X-Test", "1"),
                                "{\"who\": \"${who}\"}"),
                        new Step.Assert("created", new Assertion.StatusIs(201)),
                        new Step.Assert("body", new Assertion.BodyContains("made")),
                        new Step.Assert("fast", new Assertion.FasterThan(Duration.ofSeconds(5))),
                        new Step.Click("send", Target.of("#gone", "testid=send", "role=button")),
                        new Step.Wait(
                                "address",
                                new Condition.UrlContains("/done?name=Ada&size=l&word=open")),
                        new Step.Assert(
                                "heading", new Assertion.ElementVisible(Target.of("text=Done"))),
                        new Step.Assert("ok", new Assertion.StatusIs(200)),
                        new Step.Assert("page", new Assertion.BodyContains("<h1>Done")),
                        new Step.Wait("pause", new Condition.Passed(Duration.ofMillis(20))),
                        Runs.mark("done"));

        assertThat(run.status()).as(run.toString()).isEqualTo(RunStatus.OK);
        List<StepResult> steps = run.iterations().getFirst().steps();
        assertThat(steps)
                .hasSize(19)
                .allSatisfy(step -> assertThat(step).isInstanceOf(StepResult.Done.class));
        assertThat(((StepResult.Done) steps.get(12)).selector()).isEqualTo("testid=send");
        assertThat(((StepResult.Done) steps.get(0)).selector()).isNull();
        assertThat(site.posted()).containsExactly("{\"who\": \"Ada\"}");
        assertThat(run.iterations().getFirst().exchanges())
                .anySatisfy(exchange -> {
                    assertThat(exchange.type()).isEqualTo("request");
                    assertThat(exchange.status()).isEqualTo(201);
                });
    }

    @Test
    void skipsEverythingBehindAStepThatFails() {
        site.page("/", "<h1>Home</h1>");

        Run run =
                run(
                        Runs.open(site.url("/")),
                        Runs.mark("home"),
                        new Step.Click("Pay", Target.of("#pay")),
                        Runs.mark("paid"));

        assertThat(run.status()).isEqualTo(RunStatus.FAILED);
        assertThat(run.iterations()).hasSize(1);
        List<StepResult> steps = run.iterations().getFirst().steps();
        assertThat(steps.get(2)).isInstanceOf(StepResult.Failed.class);
        assertThat(steps.get(3)).isEqualTo(new StepResult.Skipped("paid"));
        assertThat(run.iterations().getFirst().pages()).hasSize(1);
        assertThat(run.iterations().getFirst().screenshot()).isPresent();
        assertThat(run.problem())
                .contains(
                        Problem.failed(
                                "step-timeout",
                                "step \"Pay\" failed: cannot click #pay",
                                "no element matched within 2 s",
                                "see the screenshot; if the site is only slow, give the steps more"
                                        + " time"));
    }

    @Test
    void saysThatNothingListens() throws IOException {
        int port;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }

        Run run = run(Runs.open("http://127.0.0.1:" + port + "/"));

        assertThat(run.status()).isEqualTo(RunStatus.FAILED);
        assertThat(run.problem().orElseThrow().code()).isEqualTo("page-unreachable");
        assertThat(run.problem().orElseThrow().why())
                .isEqualTo("nothing listens there (ERR_CONNECTION_REFUSED)");
        assertThat(
                        problem(
                                        run(
                                                new Step.Request(
                                                        "api",
                                                        "GET",
                                                        "http://127.0.0.1:" + port + "/",
                                                        Map.of(),
                                                        null)))
                                .why())
                .contains("nothing listens there");
    }

    @Test
    void refusesWhatIsNotTheWeb() {
        Run run = run(Runs.open("file:///etc/passwd"));

        assertThat(run.status()).isEqualTo(RunStatus.NOT_OBSERVED);
        assertThat(problem(run).code()).isEqualTo("address-refused");
        assertThat(problem(run).kind()).isEqualTo(Problem.Kind.USAGE);
    }

    @Test
    void refusesToMeasureAnErrorPage() {
        site.page("/", "<a href=/broken>Go</a>");
        site.answer("/broken", 500, "text/html", "<h1>Sorry</h1>", Duration.ZERO);
        site.page("/refused", "<script>location = 'http://127.0.0.1:1/'</script>");

        Run run =
                run(
                        Runs.open(site.url("/")),
                        new Step.Click("go", Target.of("a")),
                        Runs.mark("broken"));
        Run accepted =
                run(
                        Runs.open(site.url("/broken")),
                        new Step.Assert("status", new Assertion.StatusIs(500)),
                        Runs.mark("broken"));

        assertThat(run.status()).isEqualTo(RunStatus.FAILED);
        assertThat(problem(run).code()).isEqualTo("page-is-error");
        assertThat(problem(run).why()).isEqualTo("the site answered with the status 500");
        assertThat(accepted.status()).isEqualTo(RunStatus.OK);
    }

    @Test
    void saysThatAPageDoesNotFinishLoading() {
        site.page("/", "<h1>Home</h1><a href=/slow>Go</a>");
        site.page("/slow", "<h1>Slow</h1><img src=/never.png>");
        site.answer("/never.png", 200, "image/png", "", Duration.ofMinutes(5));

        Run clicked =
                run(
                        Runs.open(site.url("/")),
                        new Step.Click("go", Target.of("a")),
                        Runs.mark("slow"));
        Run opened = run(Runs.open(site.url("/slow")));

        assertThat(problem(clicked).code()).isEqualTo("page-not-loaded");
        assertThat(problem(opened).code()).isEqualTo("step-timeout");
        assertThat(clicked.status()).isEqualTo(RunStatus.FAILED);
    }

    @Test
    void followsPagesThatSendTheVisitorOn() {
        site.answer("/old", 302, "text/html", "/new", Duration.ZERO);
        site.page("/new", "<script>location.replace('/newest')</script>");
        site.page("/newest", "<h1>Newest</h1>");

        Run run = run(Runs.open(site.url("/old")), Runs.mark("newest"));

        assertThat(run.status()).as(run.toString()).isEqualTo(RunStatus.OK);
        assertThat(run.iterations().getFirst().pages().getFirst().url())
                .isEqualTo(site.url("/newest"));
    }

    @Test
    void actsOnThePageItIsOnTheWayTo() {
        site.page("/", "<h1>Old</h1><a href=/next>Next</a>");
        site.page("/next", "<h1>New</h1><a href=/last>Next</a>", Duration.ofMillis(600));
        site.page("/last", "<h1>Last</h1>", Duration.ofMillis(600));

        Run run =
                run(
                        Runs.open(site.url("/")),
                        new Step.Click("next", Target.of("a")),
                        new Step.Click("next", Target.of("a")),
                        new Step.Assert(
                                "last", new Assertion.ElementText(Target.of("h1"), "Last")));

        assertThat(run.status()).as(run.toString()).isEqualTo(RunStatus.OK);
        assertThat(site.asked())
                .filteredOn(path -> !path.contains("ico"))
                .containsExactly("/", "/next", "/last");
    }

    @Test
    void staysOnThePageWhenALinkBringsNone() {
        site.page("/", "<h1>Home</h1><a id=none href=/none>None</a><a id=file href=/file>File</a>");
        site.answer("/none", 204, "text/plain", "", Duration.ofMillis(100));
        site.answer("/file", 200, "application/zip", "PK", Duration.ofMillis(100));

        Run run =
                run(
                        Runs.open(site.url("/")),
                        new Step.Click("none", Target.of("#none")),
                        new Step.Click("file", Target.of("#file")),
                        Runs.mark("home"));

        assertThat(run.status()).as(run.toString()).isEqualTo(RunStatus.OK);
        assertThat(run.iterations().getFirst().pages().getFirst().url()).isEqualTo(site.url("/"));
    }

    @Test
    void saysThatTheNextPageDoesNotComeAndShowsTheOldOne() {
        site.page("/", "<h1>Home</h1><a href=/never>Next</a>");
        site.page("/never", "<h1>Never</h1>", Duration.ofMinutes(5));

        Run run =
                run(
                        Runs.open(site.url("/")),
                        new Step.Click("next", Target.of("a")),
                        new Step.Assert("home", new Assertion.ElementVisible(Target.of("h1"))));

        assertThat(run.status()).isEqualTo(RunStatus.FAILED);
        assertThat(problem(run).what()).isEqualTo("step \"next\" failed: cannot click a");
        assertThat(problem(run).why())
                .isEqualTo("the page behind it did not begin to come within 2 s");
        assertThat(run.iterations().getFirst().screenshot()).isPresent();
    }

    @Test
    void typesSecretsOnlyWhereTheyBelongAndHidesThem() {
        site.page(
                "/login",
                "<form action=/in><input type=password name=word><button>In</button></form>");
        site.page("/in", "<h1>In</h1>");
        String origin = site.url("");
        SecretSource secrets =
                (name, asked) -> {
                    if (asked.equals(origin)) {
                        return "open sesame";
                    }
                    return SecretSource.NONE.value(name, asked);
                };
        Step fill = new Step.Fill("${secret:word}", Target.of("input"), "${secret:word}");
        var inputs = new Inputs(Map.of(), secrets);

        Run run =
                Runs.run(
                        Runs.request(
                                        Runs.journey(
                                                Runs.open(site.url("/login")),
                                                fill,
                                                new Step.Click("in", Target.of("button")),
                                                new Step.Assert(
                                                        "absent",
                                                        new Assertion.UrlContains(
                                                                "word=open+sesame!"))),
                                        1)
                                .withInputs(inputs)
                                .withLimits(new Limits(STEP_LIMIT, Duration.ofSeconds(60))));
        Run elsewhere =
                Runs.run(
                        Runs.request(
                                        Runs.journey(
                                                Runs.open(
                                                        site.url("/login")
                                                                .replace("127.0.0.1", "localhost")),
                                                fill),
                                        1)
                                .withInputs(inputs));

        assertThat(site.asked()).contains("/in?word=open+sesame");
        assertThat(run.toString()).doesNotContain("sesame").contains("/in?word=" + Texts.HIDDEN);
        assertThat(elsewhere.status()).isEqualTo(RunStatus.NOT_OBSERVED);
        assertThat(problem(elsewhere).code()).isEqualTo("secret-unknown");
    }

    @Test
    void pretendsToBeTheDeviceOfTheProfile() {
        site.page(
                "/",
                "<meta name=viewport content='width=device-width'><p></p><script>document.querySelector('p').textContent ="
                        + " [innerWidth, devicePixelRatio, navigator.maxTouchPoints > 0, navigator.language].join(' ')</script>");

        Run run =
                Runs.run(
                        RunRequest.of(
                                Runs.journey(
                                        Runs.open(site.url("/")),
                                        new Step.Assert(
                                                "device",
                                                new Assertion.ElementText(
                                                        Target.of("p"), "412 1.75 true en-US"))),
                                1,
                                Profile.MOBILE,
                                1));

        assertThat(run.status()).as(run.toString()).isEqualTo(RunStatus.OK);
        assertThat(site.userAgents())
                .allSatisfy(agent -> assertThat(agent).contains("Android").endsWith("(synthetic)"));
    }

    private static Problem problem(Run run) {
        return run.problem().orElseThrow(() -> new AssertionError(run.toString()));
    }

    private static Run run(Step... steps) {
        return run(Map.of(), steps);
    }

    private static Run run(Map<String, String> variables, Step... steps) {
        return Runs.run(
                Runs.request(Runs.journey(steps), 1)
                        .withInputs(new Inputs(variables, SecretSource.NONE))
                        .withLimits(new Limits(STEP_LIMIT, Duration.ofSeconds(60))));
    }
}
