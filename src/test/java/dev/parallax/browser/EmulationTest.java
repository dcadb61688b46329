package dev.parallax.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpServer;
import dev.parallax.journey.Target;
import dev.parallax.measure.BlockList;
import dev.parallax.measure.Device;
import dev.parallax.measure.Exchange;
import dev.parallax.measure.Preferences;
import dev.parallax.measure.Preferences.ColorScheme;
import dev.parallax.measure.Profile;
import dev.parallax.problem.ProblemException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What a page sees of a profile, in a real browser.
final class EmulationTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofSeconds(4);

    /// Counts rounds of work in a while, on a process that is slowed down or not.
    private static final String WORK =
            """
            <p id=rounds></p>
            <script>
              const work = () => { let x = 0; for (let i = 0; i < 20000; i++) x += i % 7; return x; };
              const count = millis => {
                const end = performance.now() + millis; let rounds = 0; let kept = 0;
                while (performance.now() < end) { kept += work(); rounds++; }
                return rounds + (kept < 0 ? 1 : 0);
              };
              count(100);
              document.getElementById('rounds').textContent = String(count(400));
            </script>
            """;

    private static final Map<String, String> PAGES =
            Map.of(
                    "/",
                    "<meta name=viewport content='width=device-width'><p id=seen></p><script>document.getElementById('seen').textContent ="
                            + " JSON.stringify({agent: navigator.userAgent,"
                            + " dark: matchMedia('(prefers-color-scheme: dark)').matches,"
                            + " coarse: matchMedia('(pointer: coarse)').matches,"
                            + " zone: Intl.DateTimeFormat().resolvedOptions().timeZone,"
                            + " language: navigator.language, ratio: devicePixelRatio,"
                            + " touch: navigator.maxTouchPoints,"
                            + " size: innerWidth + 'x' + innerHeight})</script>",
                    "/work",
                    WORK,
                    "/frame",
                    "<iframe src='http://localhost:PORT/later'></iframe>",
                    "/later",
                    "<script>setTimeout(() => location = '/work', 300)</script>",
                    "/third",
                    "<script src='http://localhost:PORT/tag.js'></script>"
                            + "<script src='/pixel/a.js'></script>"
                            + "<script src='/own.js'></script><h1>Here</h1><p></p><script>"
                            + "document.querySelector('p').textContent ="
                            + " document.cookie + (localStorage.getItem('been') || 'new');"
                            + "document.cookie = 'been=yes; max-age=600';"
                            + "localStorage.setItem('been', 'yes')</script>",
                    "/popup",
                    "<a id=open href='/third' target=_blank>open</a>");

    private static final Queue<String> asked = new ConcurrentLinkedQueue<>();
    private static HttpServer site;

    @BeforeAll
    static void openTheSite() throws IOException {
        site = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        site.createContext(
                "/",
                exchange -> {
                    String path = exchange.getRequestURI().getPath();
                    asked.add(path);
                    byte[] body =
                            PAGES.getOrDefault(path, "")
                                    .replace("PORT", String.valueOf(site.getAddress().getPort()))
                                    .getBytes(StandardCharsets.UTF_8);
                    boolean script = path.endsWith(".js");
                    exchange.getResponseHeaders()
                            .set("Content-Type", script ? "text/javascript" : "text/html");
                    exchange.getResponseHeaders()
                            .set("Cache-Control", script ? "max-age=600" : "no-store");
                    exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
                    exchange.getResponseBody().write(body);
                    exchange.close();
                });
        site.start();
    }

    @AfterAll
    static void closeTheSite() {
        site.stop(0);
    }

    @BeforeEach
    void forgetWhatWasAsked() {
        asked.clear();
    }

    private static String url(String path) {
        return "http://127.0.0.1:" + site.getAddress().getPort() + path;
    }

    private static Browser browser(BlockList blocked) {
        var browser = new Browser(Browsers.ofThisMachine().find(null), Beacons.SENT, blocked);
        browser.launch();
        return browser;
    }

    @Test
    void aPageSeesTheDeviceAndThePersonOfTheProfile() {
        Profile profile =
                Profile.MOBILE.withPreferences(
                        new Preferences("de-AT", "Asia/Tokyo", ColorScheme.DARK));
        try (Browser browser = browser(BlockList.NONE);
                Visit visit = browser.visit(profile, LIMIT, Recordings.NONE)) {
            visit.navigate(url("/"));

            visit.checkText(Target.of("#seen"), "moto g power");
            visit.checkText(Target.of("#seen"), "Parallax/0.1 (synthetic)");
            visit.checkText(
                    Target.of("#seen"),
                    "\"dark\":true,\"coarse\":true,\"zone\":\"Asia/Tokyo\",\"language\":\"de-AT\","
                            + "\"ratio\":1.75,\"touch\":1,\"size\":\"412x823\"");
        }
    }

    @Test
    void aLaptopWithATouchScreenIsTouchedAndNoPhone() {
        Profile profile =
                Profile.DESKTOP.withDevice(
                        new Device(1200, 800, 2, Device.Kind.DESKTOP, true, null));
        try (Browser browser = browser(BlockList.NONE);
                Visit visit = browser.visit(profile, LIMIT, Recordings.NONE)) {
            visit.navigate(url("/"));

            visit.checkText(Target.of("#seen"), "\"dark\":false");
            visit.checkText(Target.of("#seen"), "\"ratio\":2,\"touch\":1,\"size\":\"1200x800\"");
        }
    }

    @Test
    void whatIsBlockedIsNeverAskedForAndSaysWhy() {
        var list = new BlockList(List.of("localhost", "*/pixel/*"));
        try (Browser browser = browser(list);
                Visit visit =
                        browser.visit(
                                Profile.DESKTOP.withBlockList(list), LIMIT, Recordings.NONE)) {
            visit.navigate(url("/third"));
            visit.mark("third");

            assertThat(asked)
                    .contains("/third", "/own.js")
                    .doesNotContain("/tag.js", "/pixel/a.js");
            assertThat(visit.exchanges())
                    .filteredOn(exchange -> exchange.failure() != null)
                    .extracting(Exchange::failure)
                    .hasSize(2)
                    .containsOnly(Blocking.BY_PROFILE);
            assertThat(browser.notes()).anyMatch(note -> note.contains("(2 rules)"));
        }
    }

    @Test
    void aHostIsBlockedInAPopUpFromItsFirstRequest() {
        var list = new BlockList(List.of("localhost"));
        try (Browser browser = browser(list);
                Visit visit =
                        browser.visit(
                                Profile.DESKTOP.withBlockList(list), LIMIT, Recordings.NONE)) {
            visit.navigate(url("/popup"));
            visit.click(Target.of("#open"));
            visit.checkText(Target.of("h1"), "Here");

            assertThat(asked).contains("/own.js").doesNotContain("/tag.js");
        }
    }

    @Test
    void aSlowerProcessorDoesLessInTheSameTime() {
        try (Browser browser = browser(BlockList.NONE)) {
            double fast = rounds(browser, Profile.DESKTOP, "/work", Target.of("#rounds"));
            double slow =
                    rounds(browser, Profile.DESKTOP.withCpuRate(8), "/work", Target.of("#rounds"));

            assertThat(slow).isPositive().isLessThan(fast / 2);
        }
    }

    @Test
    void aFrameOfAnotherSiteIsSlowedDownToo() {
        Target inTheFrame = Target.of("iframe >> internal:control=enter-frame >> #rounds");
        try (Browser browser = browser(BlockList.NONE)) {
            double fast = rounds(browser, Profile.DESKTOP, "/frame", inTheFrame);
            double slow = rounds(browser, Profile.DESKTOP.withCpuRate(8), "/frame", inTheFrame);

            assertThat(slow).isPositive().isLessThan(fast / 2);
        }
    }

    private static double rounds(Browser browser, Profile profile, String path, Target target) {
        try (Visit visit = browser.visit(profile, SHORT, Recordings.NONE)) {
            visit.navigate(url(path));
            visit.awaitVisible(target);
            ProblemException differs =
                    catchThrowableOfType(
                            ProblemException.class, () -> visit.checkText(target, "no number"));
            return Double.parseDouble(differs.problem().why().replaceAll("\\D", ""));
        }
    }

    @Test
    void aRepeatViewTakesScriptsFromTheCacheAndIsMeasuredByItself() {
        try (Browser browser = browser(BlockList.NONE);
                Visit visit = browser.visit(Profile.DESKTOP, LIMIT, Recordings.NONE)) {
            visit.navigate(url("/third"));
            visit.mark("third");
            long first = asked.stream().filter("/own.js"::equals).count();

            visit.checkText(Target.of("p"), "new");
            visit.repeat();
            assertThat(visit.pages()).isEmpty();
            assertThat(visit.exchanges()).isEmpty();
            visit.navigate(url("/third"));
            visit.mark("third");

            visit.checkText(Target.of("p"), "new");
            assertThat(first).isEqualTo(1);
            assertThat(asked.stream().filter("/own.js"::equals)).hasSize(1);
            assertThat(asked.stream().filter("/third"::equals)).hasSize(2);
            assertThat(visit.pages()).hasSize(1);
            assertThat(visit.exchanges()).hasSize(4);
        }
    }

    @Test
    void theScoreOfThisMachineIsThatOfAComputer() {
        try (Browser browser = browser(BlockList.NONE)) {
            assertThat(browser.benchmark()).isBetween(20.0, 20_000.0);
        }
    }
}
