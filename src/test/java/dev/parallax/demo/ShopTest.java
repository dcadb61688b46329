package dev.parallax.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parallax.problem.ProblemException;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class ShopTest {
    private static final Pattern LINK = Pattern.compile("(?:href|src)=\"(/[^\"]*)\"");

    private Shop shop = Shop.start(ShopSettings.instant());
    private Caller caller = new Caller(shop.url());

    @AfterEach
    void closeShop() {
        caller.close();
        shop.close();
    }

    @Test
    void everyLinkOfEveryPageLeadsSomewhere() {
        var seen = new TreeSet<>(Set.of("/"));
        var open = new ArrayList<>(seen);
        while (!open.isEmpty()) {
            HttpResponse<String> answer = caller.get(open.removeFirst());
            assertThat(answer.statusCode()).as(answer.uri().toString()).isEqualTo(200);
            LINK.matcher(answer.body())
                    .results()
                    .map(link -> link.group(1))
                    .filter(seen::add)
                    .forEach(open::add);
        }
        assertThat(seen).hasSizeGreaterThan(30).contains("/img/hero.png", "/terms", "/login");
    }

    @Test
    void allTwentyFourProductsHaveAPageAPictureAndAnEntryInTheApi() {
        for (int id = 1; id <= 24; id++) {
            assertThat(caller.get("/product/" + id).body()).contains("data-product=\"" + id + "\"");
            assertThat(caller.header("/img/product/" + id + ".svg", "Content-Type"))
                    .isEqualTo("image/svg+xml");
            assertThat(caller.get("/api/products/" + id).body()).contains("\"id\":" + id + ",");
        }
        assertThat(caller.get("/product/25").statusCode()).isEqualTo(404);
        assertThat(caller.get("/product/x").statusCode()).isEqualTo(404);
    }

    @Test
    void assetsMayBeKeptAndPagesMayNot() {
        assertThat(caller.header("/static/site.css", "Cache-Control"))
                .isEqualTo("public, max-age=86400");
        assertThat(caller.header("/img/hero.png", "Cache-Control"))
                .isEqualTo("public, max-age=86400");
        assertThat(caller.header("/", "Cache-Control")).isEqualTo("no-cache");
        assertThat(caller.header("/", "Content-Type")).isEqualTo("text/html; charset=utf-8");
        assertThat(caller.header("/static/site.js", "Content-Type"))
                .isEqualTo("text/javascript; charset=utf-8");
    }

    @Test
    void aVisitorLogsInFillsABasketAndOrders() {
        HttpResponse<String> login =
                caller.post(
                        "/api/login",
                        "{\"email\":\"robin@saltmarsh.example\",\"password\":\"spring-tide\"}");
        assertThat(login.body()).isEqualTo("{\"token\":\"visitor-1\",\"name\":\"Robin\"}");
        caller.authorise("visitor-1");

        assertThat(caller.post("/api/basket", "{\"productId\":17,\"quantity\":2}").body())
                .isEqualTo(
                        "{\"count\":2,\"pence\":2400,\"total\":\"£24\",\"lines\":"
                                + "[{\"productId\":17,\"name\":\"Sea salt soap\",\"quantity\":2}]}");
        HttpResponse<String> order =
                caller.post(
                        "/api/orders",
                        "{\"name\":\"Robin Reed\",\"address\":\"4 Quay Street\",\"country\":\"GB\"}");
        assertThat(order.statusCode()).isEqualTo(201);
        assertThat(order.body()).isEqualTo("{\"number\":100001,\"pence\":2400,\"total\":\"£24\"}");
        assertThat(caller.get("/order/100001").body()).contains("Thank you, Robin Reed");
        assertThat(caller.get("/api/basket").body()).contains("\"count\":0");
    }

    @Test
    void aCookieIsAsGoodAsAToken() {
        HttpResponse<String> added = caller.post("/api/basket", "{\"productId\":3}");
        assertThat(added.headers().firstValue("Set-Cookie"))
                .contains("visitor=visitor-1; Path=/; HttpOnly; SameSite=Lax");
        caller.cookie("theme=dark; visitor=visitor-1");
        assertThat(caller.get("/basket").body()).contains("Enamel mug", "£16");
        assertThat(caller.get("/checkout").body()).contains("Place order");
    }

    @Test
    void anOrderIsShownOnlyToWhoMadeIt() {
        caller.post("/api/basket", "{\"productId\":3}");
        caller.cookie("visitor=visitor-1");
        caller.post("/api/orders", "{\"name\":\"A\",\"address\":\"B\",\"country\":\"GB\"}");
        assertThat(caller.get("/order/100001").statusCode()).isEqualTo(200);
        caller.cookie("visitor=visitor-2");
        assertThat(caller.get("/order/100001").statusCode()).isEqualTo(404);
        assertThat(caller.get("/api/orders/100001").statusCode()).isEqualTo(404);
    }

    @Test
    void badRequestsAreToldApart() {
        assertThat(caller.post("/api/login", "{\"email\":\"x\"}").statusCode()).isEqualTo(401);
        assertThat(caller.post("/api/login", "{\"email\":").statusCode()).isEqualTo(400);
        assertThat(caller.post("/api/basket", "").statusCode()).isEqualTo(404);
        assertThat(caller.post("/api/basket", "{\"productId\":99}").statusCode()).isEqualTo(404);
        assertThat(caller.post("/api/basket", "{\"productId\":1,\"quantity\":0}").statusCode())
                .isEqualTo(400);
        assertThat(caller.post("/api/orders", "{\"name\":\"A\"}").body())
                .isEqualTo("{\"problem\":\"Please give your address.\"}");
        assertThat(
                        caller.post(
                                        "/api/orders",
                                        "{\"name\":\"A\",\"address\":\"B\",\"country\":\"C\"}")
                                .statusCode())
                .isEqualTo(409);
        assertThat(caller.post("/catalogue", "").statusCode()).isEqualTo(405);
        assertThat(caller.get("/nowhere").statusCode()).isEqualTo(404);
        assertThat(caller.get("/api/nowhere").statusCode()).isEqualTo(404);
        assertThat(caller.get("/static/../products.tsv").statusCode()).isEqualTo(404);
    }

    @Test
    void searchFindsWordsAndEscapesWhatWasTyped() {
        assertThat(caller.get("/search?q=Wool%20blanket").body())
                .contains("One thing for “Wool blanket”.", "/product/10");
        assertThat(caller.get("/search?q=%3Cscript%3E").body())
                .contains("&lt;script&gt;")
                .doesNotContain("<script>");
        assertThat(caller.get("/search?q=100%25").statusCode()).isEqualTo(200);
    }

    @Test
    void theHeadOfAPageComesWithoutItsBody() {
        HttpResponse<String> head = caller.head("/");
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
    }

    @Test
    void theBenchAnswersAsAsked() {
        assertThat(caller.get("/status/503").statusCode()).isEqualTo(503);
        assertThat(caller.get("/status/99").statusCode()).isEqualTo(404);
        assertThat(caller.get("/redirect?times=3").body()).contains("the end of the redirects");
        assertThat(caller.get("/bytes?n=100000").body()).hasSize(100_000);
        assertThat(caller.get("/drip").body()).contains("drop by drop");
        assertThat(caller.post("/echo?x=1", "tide").body())
                .startsWith("POST /echo")
                .endsWith("tide");
        long start = System.nanoTime();
        assertThat(caller.get("/slow?ms=150").body()).contains("150 ms later");
        assertThat(System.nanoTime() - start).isGreaterThan(149_000_000);
    }

    @Test
    void brokenAnswersBreakTheConnection() {
        assertThatThrownBy(() -> caller.send("GET", "/drop", "")).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> caller.send("GET", "/truncate", ""))
                .isInstanceOf(IOException.class);
        var impatient = new Caller(shop.url(), Duration.ofMillis(400));
        assertThatThrownBy(() -> impatient.send("GET", "/hang", ""))
                .isInstanceOf(HttpTimeoutException.class);
        impatient.close();
    }

    @Test
    void faultsComeInTheSameOrderForTheSameSeed() {
        var faults = new Faults(Map.of(Fault.ERROR, 0.3));
        List<Integer> first = statuses(7, faults);
        assertThat(statuses(7, faults)).isEqualTo(first);
        assertThat(statuses(8, faults)).isNotEqualTo(first);
        assertThat(first).containsOnly(200, 500);
        assertThat(first.stream().filter(status -> status == 500).count()).isBetween(40L, 80L);
    }

    @Test
    void missingPicturesLeavePagesAlone() {
        reopen(ShopSettings.instant().withFaults(Faults.always(Fault.MISSING_IMAGE)));
        assertThat(caller.get("/").statusCode()).isEqualTo(200);
        assertThat(caller.get("/static/site.js").statusCode()).isEqualTo(200);
        assertThat(caller.get("/img/product/1.svg").statusCode()).isEqualTo(404);
        assertThat(caller.get("/img/hero.png").statusCode()).isEqualTo(404);
    }

    @Test
    void answersTakeAsLongAsSet() {
        Duration api = Duration.ofMillis(120);
        Duration catalogue = Duration.ofMillis(240);
        reopen(
                ShopSettings.instant()
                        .withLatencies(
                                new Latencies(
                                        Duration.ZERO,
                                        Duration.ZERO,
                                        api,
                                        catalogue,
                                        Duration.ZERO,
                                        0)));
        caller.get("/");
        assertThat(nanosFor("/api/products/9")).isGreaterThanOrEqualTo(api.toNanos());
        assertThat(nanosFor("/api/products")).isGreaterThanOrEqualTo(catalogue.toNanos());
    }

    private long nanosFor(String path) {
        long start = System.nanoTime();
        caller.get(path);
        return System.nanoTime() - start;
    }

    @Test
    void aTakenPortIsAProblemOfTheMachine() {
        var taken = ShopSettings.instant().withPort(shop.url().getPort());
        assertThatThrownBy(() -> Shop.start(taken))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("shop-port");
    }

    @Test
    void closingEndsHangingAnswersAndLeavesNoThread() {
        reopen(ShopSettings.instant().withFaults(Faults.always(Fault.HANG)));
        var hanging = Thread.startVirtualThread(() -> assertBreaks("/"));
        caller.get("/status/200");
        shop.close();
        assertThat(join(hanging)).isTrue();
        assertThat(Thread.getAllStackTraces().keySet().stream().map(Thread::getName))
                .noneMatch(name -> name.startsWith("HTTP-Dispatcher"));
    }

    private void assertBreaks(String path) {
        assertThatThrownBy(() -> caller.send("GET", path, "")).isInstanceOf(IOException.class);
    }

    private static boolean join(Thread thread) {
        try {
            return thread.join(Duration.ofSeconds(10));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<Integer> statuses(long seed, Faults faults) {
        reopen(ShopSettings.instant().withSeed(seed).withFaults(faults));
        return IntStream.range(0, 200).mapToObj(_ -> caller.get("/terms").statusCode()).toList();
    }

    private void reopen(ShopSettings settings) {
        closeShop();
        shop = Shop.start(settings);
        caller = new Caller(shop.url());
    }
}
