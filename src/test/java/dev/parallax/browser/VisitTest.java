package dev.parallax.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpServer;
import dev.parallax.journey.Target;
import dev.parallax.measure.Device;
import dev.parallax.measure.Exchange;
import dev.parallax.measure.Network;
import dev.parallax.measure.Profile;
import dev.parallax.measure.Screenshot;
import dev.parallax.metric.Metric;
import dev.parallax.problem.Problem;
import dev.parallax.problem.ProblemException;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What a visit does and says, with the engine's texts that tell one failure from another.
final class VisitTest {
    private static final Duration LIMIT = Duration.ofMillis(1500);
    private static final String PAGE =
            """
            <!doctype html><body style="margin:0">
            <button id=off disabled>Off</button><button id=hidden style="display:none">Hidden</button>
            <button class=two>1</button><button class=two>2</button>
            <p>Seen</p><select><option>One</option></select>
            <button id=under style="position:fixed;left:0;top:5px">Under</button>
            <input id=word type=password value=open style="position:fixed;left:400px;top:300px;width:200px;height:100px;border:0">
            <input id=code value=1234 style="position:fixed;left:700px;top:300px;width:200px;height:100px;border:0">
            <div style="position:fixed;left:0;top:0;width:100%;height:60px"></div>
            <script>fetch('http://rum.test/beacon', {mode: 'no-cors'}).catch(() => {})</script>
            """;

    private static HttpServer site;
    private static Browser browser;

    @BeforeAll
    static void launch() throws IOException {
        site = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        site.createContext(
                "/",
                exchange -> {
                    byte[] page = PAGE.getBytes(StandardCharsets.UTF_8);
                    exchange.getResponseHeaders().set("Content-Type", "text/html");
                    exchange.sendResponseHeaders(200, page.length);
                    exchange.getResponseBody().write(page);
                    exchange.close();
                });
        site.start();
        browser =
                new Browser(Browsers.ofThisMachine().find(null), new Beacons(List.of("rum.test")));
        browser.launch();
    }

    @AfterAll
    static void close() {
        browser.close();
        site.stop(0);
    }

    private static String url() {
        return "http://127.0.0.1:" + site.getAddress().getPort() + "/";
    }

    private static Visit visit() {
        Visit visit = browser.visit(Profile.DESKTOP, LIMIT, Recordings.NONE);
        visit.navigate(url());
        return visit;
    }

    @Test
    void saysWhyAnElementCannotBeUsed() {
        try (Visit visit = visit()) {
            assertThat(why(() -> visit.click(Target.of("#off")))).contains("disabled");
            assertThat(why(() -> visit.click(Target.of("#hidden")))).contains("hidden");
            assertThat(why(() -> visit.click(Target.of(".two")))).contains("matches 2 elements");
            assertThat(why(() -> visit.click(Target.of("#under")))).contains("covers");
            assertThat(why(() -> visit.click(Target.of("#a", "#b"))))
                    .contains("no element matched");
            assertThat(why(() -> visit.fill(Target.of("#a"), "x")))
                    .isEqualTo("no element matched within 1500 ms");
            assertThat(why(() -> visit.select(Target.of("select"), "Two")))
                    .contains("did not offer");
            assertThat(why(() -> visit.click(Target.of("[[")))).contains("cannot be read");
        }
    }

    @Test
    void saysWhatAnAssertionSawInstead() {
        try (Visit visit = visit()) {
            assertThat(why(() -> visit.checkText(Target.of("p"), "Sold")))
                    .isEqualTo("it is \"Seen\"");
            assertThat(why(() -> visit.checkText(Target.of("h6"), "Sold")))
                    .isEqualTo("there is no such element");
            assertThat(why(() -> visit.checkStatus(404))).isEqualTo("it is 200");
            assertThat(why(() -> visit.checkBody("absent"))).contains("no such text");
            assertThat(why(() -> visit.awaitUrl("/other"))).contains("within 1500 ms");
            assertThat(why(() -> visit.checkFasterThan(Duration.ZERO))).contains(" ms");
        }
    }

    @Test
    void refusesWhatIsNotTheWeb() {
        try (Visit visit = browser.visit(Profile.DESKTOP, LIMIT, Recordings.NONE)) {
            for (String url :
                    List.of(
                            "file:///etc/passwd",
                            "chrome://version",
                            "view-source:" + url(),
                            "javascript:alert(1)",
                            "data:text/html,x",
                            " FILE:///x",
                            "about:blank",
                            "shop")) {
                assertThatThrownBy(() -> visit.navigate(url))
                        .isInstanceOfSatisfying(
                                ProblemException.class,
                                refused ->
                                        assertThat(refused.problem().code())
                                                .isEqualTo("address-refused"));
            }
        }
    }

    @Test
    void blocksRumBeaconsAndSaysSo() {
        try (Visit visit = visit()) {
            visit.mark("home");

            assertThat(visit.exchanges())
                    .filteredOn(exchange -> exchange.url().startsWith("http://rum.test/"))
                    .extracting(Exchange::failure)
                    .containsExactly("blocked: RUM beacon");
        }
        assertThat(browser.notes()).contains("RUM beacons blocked (1 known collectors)");
    }

    @Test
    void paintsSecretFieldsOver() throws IOException {
        try (Visit visit = visit()) {
            visit.fillSecret(Target.of("#code"), "98765");

            Screenshot screenshot = visit.screenshot().orElseThrow();

            BufferedImage picture = ImageIO.read(new ByteArrayInputStream(screenshot.jpeg()));
            assertThat(isPaint(picture, 405, 350)).as("password field").isTrue();
            assertThat(isPaint(picture, 705, 350)).as("field with a secret").isTrue();
            assertThat(isPaint(picture, 650, 350)).as("between them").isFalse();
        }
    }

    private static boolean isPaint(BufferedImage picture, int x, int y) {
        var seen = new Color(picture.getRGB(x, y));
        return Math.abs(seen.getRed() - 0x57) < 12
                && Math.abs(seen.getGreen() - 0x60) < 12
                && Math.abs(seen.getBlue() - 0x6a) < 12;
    }

    @Test
    void throttlesByDevToolsWhereTheProfileSaysSo() {
        var slow =
                new Profile(
                        "slow",
                        "Slow",
                        new Device(800, 600, 1, Device.Kind.DESKTOP, null),
                        new Network(400, 500, 500, Network.Method.DEVTOOLS),
                        4,
                        "de-DE");
        try (Visit visit = browser.visit(slow, Duration.ofSeconds(20), Recordings.NONE)) {
            visit.navigate(url());
            visit.mark("slow");

            assertThat(visit.pages().getFirst().metrics().get(Metric.FCP))
                    .isGreaterThanOrEqualTo(400);
        }
    }

    private static String why(Runnable action) {
        ProblemException thrown = catchThrowableOfType(ProblemException.class, action::run);
        assertThat(thrown).as("nothing was thrown").isNotNull();
        Problem problem = thrown.problem();
        assertThat(problem.what()).isNotBlank();
        assertThat(problem.next()).isNotBlank();
        return problem.why();
    }
}
