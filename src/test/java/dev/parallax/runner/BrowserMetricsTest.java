package dev.parallax.runner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parallax.journey.Condition;
import dev.parallax.journey.Step;
import dev.parallax.journey.Target;
import dev.parallax.measure.Exchange;
import dev.parallax.measure.PageResult;
import dev.parallax.measure.Run;
import dev.parallax.measure.RunStatus;
import dev.parallax.metric.Metric;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The metrics of pages whose delays are known.
final class BrowserMetricsTest {
    private static final String BUSY =
            "<script>const busy = length => {const end = performance.now() + length;"
                    + " while (performance.now() < end);};</script>";
    private static final String BOX =
            "<svg xmlns='http://www.w3.org/2000/svg' width='900' height='600'><rect width='900'"
                    + " height='600' fill='teal'/><circle cx='300' cy='200' r='90'/>"
                    + "<!--"
                    + "x".repeat(20_000)
                    + "--></svg>"; // LCP leaves out pictures of few bytes

    private final TestSite site = new TestSite();

    @AfterEach
    void closeSite() {
        site.close();
    }

    @Test
    void timesAPageWithALateAnswerAndALateImage() {
        site.page("/", "<h1>Late</h1><img src=/box.svg>", Duration.ofMillis(300));
        site.answer("/box.svg", 200, "image/svg+xml", BOX, Duration.ofMillis(800));

        Run run = ok(Runs.run(Runs.open(site.url("/?q=1#top")), Runs.mark("home")));

        PageResult page = page(run, 0);
        assertThat(page.page()).isEqualTo("home");
        assertThat(page.url()).isEqualTo(site.url("/"));
        assertThat(page.metrics())
                .containsOnlyKeys(
                        Metric.TTFB, Metric.FCP, Metric.LCP, Metric.CLS, Metric.DCL, Metric.LOAD);
        assertThat(page.metrics().get(Metric.TTFB)).isGreaterThanOrEqualTo(300);
        assertThat(page.metrics().get(Metric.FCP)).isGreaterThan(page.metrics().get(Metric.TTFB));
        assertThat(page.metrics().get(Metric.LCP)).isGreaterThanOrEqualTo(1100);
        assertThat(page.metrics().get(Metric.LOAD)).isGreaterThanOrEqualTo(1100);
        assertThat(page.metrics().get(Metric.DCL)).isLessThan(page.metrics().get(Metric.LOAD));
    }

    @Test
    void waitsForWhatTheScriptsOfAPageFetch() {
        site.page(
                "/",
                "<p>Loading</p><script>addEventListener('load', () => fetch('/list').then(answer =>"
                        + " answer.text()).then(text => { document.body.innerHTML = '<h1"
                        + " style=\"font-size:90px\">' + text + '</h1>'; }));</script>");
        site.answer(
                "/list", 200, "text/plain", "a long list of many things", Duration.ofMillis(700));

        Run run = ok(Runs.run(Runs.open(site.url("/")), Runs.mark("list")));

        assertThat(page(run, 0).metrics().get(Metric.LCP)).isGreaterThanOrEqualTo(700);
    }

    @Test
    void countsWhatAPageLivesThroughUntilItIsLeft() {
        site.page(
                "/",
                BUSY
                        + """
                        <h1>Home</h1><button id=slow>Slow</button> <a id=next href=/next>Next</a>
                        <script>
                          document.getElementById('slow').onclick = () => {
                            busy(150);
                            setTimeout(() => {
                              const banner = document.createElement('div');
                              banner.style.height = '200px';
                              document.body.prepend(banner);
                              document.title = 'moved';
                            }, 700);
                          };
                        </script>
                        """);
        site.page("/next", BUSY + "<h1 onclick='busy(300)'>Next</h1>");

        Run run =
                ok(
                        Runs.run(
                                Runs.open(site.url("/")),
                                Runs.mark("home"),
                                new Step.Click("slow", Target.of("#slow")),
                                new Step.Wait(
                                        "banner", new Condition.Passed(Duration.ofSeconds(1))),
                                new Step.Click("next", Target.of("#next")),
                                Runs.mark("next"),
                                new Step.Click("heading", Target.of("h1"))));

        PageResult home = page(run, 0);
        assertThat(home.metrics().get(Metric.INP)).isBetween(150.0, 280.0);
        assertThat(home.metrics().get(Metric.CLS)).isPositive();
        PageResult next = page(run, 1);
        assertThat(next.metrics().get(Metric.INP)).isGreaterThanOrEqualTo(300);
        assertThat(next.metrics().get(Metric.CLS)).isZero();
    }

    @Test
    void keepsAnInteractionThatLeavesThePage() {
        site.page(
                "/",
                BUSY
                        + "<h1>Home</h1><button onclick=\"busy(200); location = '/next'\">Go</button>");
        site.page("/next", "<h1>Next</h1>", Duration.ofMillis(300));

        Run run =
                ok(
                        Runs.run(
                                Runs.open(site.url("/")),
                                Runs.mark("home"),
                                new Step.Click("go", Target.of("button")),
                                Runs.mark("next")));

        assertThat(run.iterations().getFirst().pages())
                .extracting(PageResult::page)
                .containsExactly("home", "next");
        assertThat(page(run, 0).metrics().get(Metric.INP)).isGreaterThanOrEqualTo(200);
        assertThat(page(run, 1).url()).isEqualTo(site.url("/next"));
    }

    @Test
    void keepsSoftNavigationsOutOfThePageThatWasLoaded() {
        site.page(
                "/",
                BUSY
                        + """
                        <h1>Home</h1><button>Go</button>
                        <script>
                          document.querySelector('button').onclick = () => {
                            history.pushState({}, '', '/view');
                            document.querySelector('h1').textContent = 'View';
                            document.querySelector('h1').onclick = () => busy(250);
                          };
                        </script>
                        """);

        Run run =
                ok(
                        Runs.run(
                                Runs.open(site.url("/")),
                                Runs.mark("home"),
                                new Step.Click("go", Target.of("button")),
                                Runs.mark("view"),
                                new Step.Click("heading", Target.of("h1"))));

        assertThat(page(run, 0).metrics()).containsKeys(Metric.TTFB, Metric.LCP, Metric.LOAD);
        assertThat(page(run, 0).metrics().getOrDefault(Metric.INP, 0.0)).isLessThan(250);
        assertThat(page(run, 1).url()).isEqualTo(site.url("/view"));
        assertThat(page(run, 1).metrics()).containsOnlyKeys(Metric.CLS, Metric.INP);
        assertThat(page(run, 1).metrics().get(Metric.INP)).isGreaterThanOrEqualTo(250);
    }

    @Test
    void measuresTheTopFrameOnlyAndPagesWithAStrictPolicy() {
        site.page(
                "/",
                "<meta http-equiv=Content-Security-Policy content=\"default-src 'self'; script-src 'none'\">"
                        + "<h1>Strict</h1><iframe src=/frame></iframe>");
        site.page("/frame", "<h1>Frame</h1>", Duration.ofMillis(400));

        Run run = ok(Runs.run(Runs.open(site.url("/")), Runs.mark("home")));

        assertThat(page(run, 0).metrics().get(Metric.TTFB))
                .isLessThan(page(run, 0).metrics().get(Metric.LOAD) - 300);
    }

    @Test
    void goesOnInATabThatOpens() {
        site.page("/", "<h1>Home</h1><a href=/terms target=_blank>Terms</a>");
        site.page(
                "/terms",
                "<h1>Terms</h1><button onclick='window.close()'>Close</button>",
                Duration.ofMillis(200));

        Run run =
                ok(
                        Runs.run(
                                Runs.open(site.url("/")),
                                Runs.mark("home"),
                                new Step.Click("terms", Target.of("a")),
                                new Step.Wait(
                                        "terms",
                                        new Condition.ElementVisible(Target.of("text=Close"))),
                                Runs.mark("terms"),
                                new Step.Click("close", Target.of("button")),
                                new Step.Wait(
                                        "home again",
                                        new Condition.ElementVisible(Target.of("a")))));

        assertThat(page(run, 1).url()).isEqualTo(site.url("/terms"));
        assertThat(page(run, 1).metrics().get(Metric.TTFB)).isGreaterThanOrEqualTo(200);
    }

    @Test
    void leavesThePreludeOutOfThePages() {
        site.page("/login", "<button>Accept</button>");
        site.page("/", "<h1>Home</h1>");
        List<Step> prelude =
                List.of(
                        Runs.open(site.url("/login")),
                        new Step.Click("accept", Target.of("button")));

        Run run =
                ok(
                        Runs.run(
                                Runs.request(
                                        Runs.journey(
                                                prelude,
                                                Runs.open(site.url("/")),
                                                Runs.mark("home")),
                                        2)));
        Run refused = Runs.run(Runs.request(Runs.journey(prelude, Runs.mark("login")), 1));

        assertThat(run.iterations()).hasSize(2);
        assertThat(run.iterations().getLast().pages())
                .extracting(PageResult::page)
                .containsExactly("home");
        assertThat(run.iterations().getLast().steps()).hasSize(4);
        assertThat(refused.status()).isEqualTo(RunStatus.NOT_OBSERVED);
        assertThat(refused.problem().orElseThrow().code()).isEqualTo("page-of-prelude");
    }

    @Test
    void drawsTheWaterfallOnTheIterationsClock() {
        site.page(
                "/",
                "<h1>Home</h1><img src=/box.svg><img src=/missing.png><script>fetch('http://127.0.0.1:9/')</script>");
        site.answer("/box.svg", 200, "image/svg+xml", BOX, Duration.ofMillis(300));

        Run run = ok(Runs.run(Runs.open(site.url("/")), Runs.mark("home")));

        List<Exchange> exchanges = run.iterations().getFirst().exchanges();
        assertThat(exchanges).extracting(Exchange::startMillis).isSorted();
        Exchange document = exchange(exchanges, site.url("/"));
        assertThat(document.type()).isEqualTo("document");
        assertThat(document.status()).isEqualTo(200);
        assertThat(document.protocol()).isEqualTo("http/1.1");
        assertThat(document.transferBytes()).isGreaterThan(100);
        Exchange box = exchange(exchanges, site.url("/box.svg"));
        assertThat(box.type()).isEqualTo("image");
        assertThat(box.phases().waiting()).isGreaterThanOrEqualTo(300);
        assertThat(box.phases().tls()).isNull();
        assertThat(box.startMillis()).isGreaterThan(document.startMillis());
        assertThat(exchange(exchanges, site.url("/missing.png")).status()).isEqualTo(404);
        assertThat(exchange(exchanges, "http://127.0.0.1:9/").failure())
                .isEqualTo("net::ERR_UNSAFE_PORT");
        assertThat(exchange(exchanges, "http://127.0.0.1:9/").status()).isZero();
        assertThat(exchange(exchanges, "http://127.0.0.1:9/").startMillis()).isPositive();
    }

    @Test
    void doesNotWaitForAnswersThatNeverEnd() {
        site.page("/", "<h1>Home</h1><script>new EventSource('/events'); fetch('/never')</script>");
        site.answer("/never", 200, "text/plain", "", Duration.ofMinutes(5));
        site.answer("/events", 200, "text/event-stream", "data: 1\n\n", Duration.ofMinutes(5));

        Run run = ok(Runs.run(Runs.open(site.url("/")), Runs.mark("home")));

        Exchange never = exchange(run.iterations().getFirst().exchanges(), site.url("/never"));
        assertThat(never.status()).isZero();
        assertThat(never.transferBytes()).isEqualTo(-1);
        assertThat(page(run, 0).metrics()).containsKey(Metric.LOAD);
    }

    @Test
    void givesEachIterationAVisitorOfItsOwn() {
        site.page(
                "/",
                "<h1>Home</h1><img src=/box.svg><script>document.cookie = 'seen=1';"
                        + " fetch('/seen?' + document.cookie)</script>");
        site.answer("/box.svg", 200, "image/svg+xml", BOX, Duration.ZERO);
        site.answer("/seen", 200, "text/plain", "", Duration.ZERO);

        Run run =
                ok(
                        Runs.run(
                                Runs.request(
                                        Runs.journey(Runs.open(site.url("/")), Runs.mark("home")),
                                        3)));

        assertThat(run.iterations()).hasSize(3);
        assertThat(site.asked()).filteredOn("/box.svg"::equals).hasSize(3);
        assertThat(site.userAgents())
                .allSatisfy(agent ->
                        assertThat(agent)
                                .contains("Chrome/")
                                .endsWith(" Parallax/0.1 (synthetic)")
                                .doesNotContain("Headless"));
        assertThat(run.iterations())
                .as("the last one stands for all that went well")
                .extracting(iteration -> iteration.screenshot().isPresent())
                .containsExactly(false, false, true);
        assertThat(run.conditions().engine()).matches("\\S.* \\d+(\\.\\d+){3}");
    }

    private static Run ok(Run run) {
        assertThat(run.status()).as(run.toString()).isEqualTo(RunStatus.OK);
        return run;
    }

    private static PageResult page(Run run, int index) {
        return run.iterations().getFirst().pages().get(index);
    }

    private static Exchange exchange(List<Exchange> exchanges, String url) {
        return exchanges.stream().filter(one -> one.url().equals(url)).findFirst().orElseThrow();
    }
}
