package dev.parallax.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parallax.measure.BodyPreview;
import dev.parallax.measure.ByteSizes;
import dev.parallax.measure.Conditions;
import dev.parallax.measure.Evidence;
import dev.parallax.measure.Exchange;
import dev.parallax.measure.ExchangeDetail;
import dev.parallax.measure.Header;
import dev.parallax.measure.Initiator;
import dev.parallax.measure.Iteration;
import dev.parallax.measure.PageResult;
import dev.parallax.measure.PageTiming;
import dev.parallax.measure.Phases;
import dev.parallax.measure.Profile;
import dev.parallax.measure.Run;
import dev.parallax.measure.RunStatus;
import dev.parallax.measure.StepResult;
import dev.parallax.metric.Metric;
import dev.parallax.metric.PageTemplate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class HarFileTest {
    private static final Phases PHASES = new Phases(1.0, 2.0, 3.0, null, 100.0, 4.0);

    @Test
    void tellsPagesAndRequestsOnOneTimeLine() {
        JsonNode log = log(run(iteration(1)));

        assertThat(log.path("version").asString("")).isEqualTo("1.2");
        assertThat(log.path("browser").toString())
                .contains("\"name\":\"Chromium\"", "\"version\":\"156.0\"");
        assertThat(log.path("pages").size()).isEqualTo(2);
        JsonNode next = log.path("pages").path(1);
        assertThat(next.path("id").asString("")).isEqualTo("page_1_2");
        assertThat(next.path("title").asString("")).isEqualTo("next");
        assertThat(next.path("startedDateTime").asString("")).isEqualTo("2026-03-01T10:00:01.500Z");
        assertThat(next.path("pageTimings").path("onLoad").asDouble()).isEqualTo(250);
        assertThat(next.path("pageTimings").path("onContentLoad").asDouble()).isEqualTo(-1);
        assertThat(entries(log))
                .extracting(entry -> entry.path("pageref").asString(""))
                .containsExactly("page_1_1", "page_1_1", "page_1_2");
    }

    @Test
    void spellsARequestAsArchivesDo() {
        JsonNode entry = entries(log(run(iteration(1)))).get(1);

        JsonNode timings = entry.path("timings");
        assertThat(timings.path("dns").asDouble()).isEqualTo(1);
        assertThat(timings.path("connect").asDouble()).isEqualTo(5); // TLS is inside
        assertThat(timings.path("ssl").asDouble()).isEqualTo(3);
        assertThat(timings.path("send").asDouble()).isZero();
        assertThat(entry.path("time").asDouble()).isEqualTo(110);
        assertThat(entry.path("request").path("queryString").toString())
                .isEqualTo("[{\"name\":\"q\",\"value\":\"ü 1\"},{\"name\":\"x\",\"value\":\"\"}]");
        assertThat(entry.path("request").path("headers").path(0).toString())
                .isEqualTo("{\"name\":\"Accept\",\"value\":\"*/*\"}");
        assertThat(entry.path("response").path("content").path("text").asString(""))
                .isEqualTo("{\"a\":1}");
        assertThat(entry.path("response").path("content").path("size").asInt()).isEqualTo(7);
        assertThat(entry.path("serverIPAddress").asString("")).isEqualTo("127.0.0.1");
        assertThat(entry.path("_initiator").path("lineNumber").asInt()).isEqualTo(17);
        assertThat(entry.path("response").path("redirectURL").asString("x")).isEmpty();
    }

    @Test
    void tellsRedirectsAndRequestsThatFailed() {
        List<JsonNode> entries = entries(log(run(iteration(1))));

        assertThat(entries.get(0).path("response").path("redirectURL").asString(""))
                .isEqualTo("/next");
        JsonNode failed = entries.get(2);
        assertThat(failed.path("_error").asString("")).isEqualTo("net::ERR_FAILED");
        assertThat(failed.path("timings").path("dns").asDouble()).isEqualTo(-1);
        assertThat(failed.path("response").path("status").asInt(-1)).isZero();
    }

    @Test
    void setsIterationsOneBehindTheOther() {
        JsonNode pages = log(run(iteration(1), iteration(2))).path("pages");

        assertThat(pages.size()).isEqualTo(4);
        assertThat(pages.path(2).path("id").asString("")).isEqualTo("page_2_1");
        assertThat(pages.path(2).path("startedDateTime").asString(""))
                .isEqualTo("2026-03-01T10:00:02.001Z");
    }

    private static JsonNode log(Run run) {
        return JsonMapper.shared().readTree(HarFile.of(run)).path("log");
    }

    private static List<JsonNode> entries(JsonNode log) {
        JsonNode entries = log.path("entries");
        return IntStream.range(0, entries.size()).mapToObj(entries::path).toList();
    }

    private static Iteration iteration(int number) {
        var detail =
                new ExchangeDetail(
                        new Initiator(Initiator.Kind.SCRIPT, "http://127.0.0.1/app.js", 17),
                        List.of(new Header("Accept", "*/*")),
                        List.of(new Header("Location", "/next")),
                        new ByteSizes(100, 0, 50, 7, 7),
                        "127.0.0.1:8801",
                        ExchangeDetail.Source.NETWORK,
                        Optional.empty(),
                        Optional.of(new BodyPreview("application/json", "{\"a\":1}", 7)));
        return new Iteration(
                number,
                List.of(new StepResult.Done("open", Duration.ofSeconds(2), null)),
                List.of(page("home", 0, Map.of()), page("next", 1500, Map.of(Metric.LOAD, 250.0))),
                List.of(
                        exchange("http://127.0.0.1/", 302, 10, detail),
                        exchange("http://127.0.0.1/api?q=%C3%BC+1&x#y", 200, 20, detail),
                        new Exchange(
                                "GET",
                                "http://127.0.0.1/gone",
                                0,
                                "image",
                                "",
                                1497,
                                Phases.NONE,
                                -1,
                                "net::ERR_FAILED")),
                Evidence.NONE);
    }

    private static Exchange exchange(String url, int status, double start, ExchangeDetail detail) {
        return new Exchange(
                "GET", url, status, "fetch", "http/1.1", start, PHASES, 57, null, detail);
    }

    private static PageResult page(String name, double start, Map<Metric, Double> metrics) {
        return new PageResult(
                name,
                "http://127.0.0.1/" + name,
                new PageTemplate("/" + name),
                metrics,
                Optional.of(new PageTiming(start, PageTiming.Kind.NAVIGATION, Optional.empty())));
    }

    private static Run run(Iteration... iterations) {
        return new Run(
                new UUID(0, 1),
                "buy",
                1,
                RunStatus.OK,
                false,
                Instant.parse("2026-03-01T10:00:00Z"),
                Duration.ofSeconds(5),
                new Conditions(Profile.DESKTOP, Profile.DESKTOP, "Chromium 156.0", -1, List.of()),
                List.of(iterations),
                Optional.empty());
    }
}
