package dev.parallax.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.parallax.journey.Target;
import dev.parallax.measure.Exchange;
import dev.parallax.measure.Network;
import dev.parallax.measure.PageResult;
import dev.parallax.measure.Profile;
import dev.parallax.metric.Metric;
import dev.parallax.problem.ProblemException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A browser that was started by somebody else and is spoken to through its DevTools port.
final class RemoteBrowserTest {
    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final String PAGE =
            """
            <!doctype html><h1>Far away</h1><a href="/next">Next</a>
            <script>fetch('http://rum.test/beacon', {mode: 'no-cors'}).catch(() => {})</script>
            """;

    @TempDir Path folder;
    private HttpServer site;
    private Process other;
    private String address;

    @BeforeEach
    @Timeout(60)
    void startTheOther() throws Exception {
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
        other =
                new ProcessBuilder(
                                Browsers.ofThisMachine().find(null).path().toString(),
                                "--headless=new",
                                "--no-sandbox",
                                "--no-first-run",
                                "--disable-gpu",
                                "--remote-debugging-port=0",
                                "--user-data-dir=" + folder.resolve("profile"),
                                "about:blank")
                        .redirectErrorStream(true)
                        .start();
        address = "http://127.0.0.1:" + port();
    }

    /// What it prints: `DevTools listening on ws://127.0.0.1:40123/devtools/browser/…`.
    private String port() throws IOException {
        var lines = other.inputReader();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.contains("DevTools listening on")) {
                return line.replaceFirst(".*127\\.0\\.0\\.1:(\\d+)/.*", "$1");
            }
        }
        throw new IOException("the browser ended");
    }

    @AfterEach
    void endTheOther() throws InterruptedException {
        other.descendants().forEach(ProcessHandle::destroyForcibly);
        other.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        site.stop(0);
    }

    private String url() {
        return "http://127.0.0.1:" + site.getAddress().getPort() + "/";
    }

    @Test
    void measuresInItAndLeavesItRunning() {
        for (int run = 0; run < 2; run++) {
            try (Browser browser = Browser.remote(address, new Beacons(List.of("rum.test")))) {
                browser.launch();
                assertThat(browser.engine()).startsWith("Chromium ").endsWith(" (remote)");
                assertThat(browser.notes()).contains("remote browser, unshaped");
                try (Visit visit = browser.visit(Profile.DESKTOP, LIMIT, Recordings.NONE)) {
                    visit.navigate(url());
                    visit.mark("home");
                    visit.click(Target.of("a"));
                    visit.mark("next");
                    visit.finish();
                    assertThat(visit.pages())
                            .extracting(PageResult::page)
                            .containsExactly("home", "next");
                    assertThat(visit.pages().getLast().metrics())
                            .containsKeys(Metric.TTFB, Metric.FCP, Metric.LCP);
                    assertThat(visit.exchanges())
                            .filteredOn(exchange -> exchange.url().contains("rum.test"))
                            .hasSize(2)
                            .extracting(Exchange::failure)
                            .containsOnly(Beacons.BLOCKED);
                }
            }
            assertThat(other.isAlive()).isTrue();
        }
    }

    @Test
    void isLostWhenItDies() throws InterruptedException {
        try (Browser browser = Browser.remote(address, Beacons.SENT)) {
            browser.launch();
            try (Visit visit = browser.visit(Profile.DESKTOP, LIMIT, Recordings.NONE)) {
                visit.navigate(url());
                other.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
                assertThatThrownBy(() -> visit.navigate(url()))
                        .isInstanceOf(BrowserGoneException.class);
            }
        }
    }

    @Test
    void refusesToBeShapedAndSaysWhenItIsNotThere() throws IOException {
        int nobody;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = socket.getLocalPort();
        }
        var shaped =
                new Profile(
                        "slow",
                        "Slow",
                        Profile.DESKTOP.device(),
                        new Network(150, 1600, 750, Network.Method.PROXY),
                        1,
                        "en-US");

        try (Browser absent = Browser.remote("http://127.0.0.1:" + nobody, Beacons.SENT)) {
            assertThatThrownBy(absent::launch)
                    .isInstanceOf(ProblemException.class)
                    .hasMessageContaining("cannot reach the remote browser");
        }
        try (Browser browser = Browser.remote(address, Beacons.SENT)) {
            browser.launch();
            assertThatThrownBy(() -> browser.visit(shaped, LIMIT, Recordings.NONE))
                    .isInstanceOf(ProblemException.class)
                    .hasMessageContaining("its network cannot be shaped from here");
        }
    }
}
