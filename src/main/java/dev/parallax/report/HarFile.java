package dev.parallax.report;

import dev.parallax.measure.Exchange;
import dev.parallax.measure.ExchangeDetail;
import dev.parallax.measure.Header;
import dev.parallax.measure.Iteration;
import dev.parallax.measure.PageResult;
import dev.parallax.measure.Phases;
import dev.parallax.measure.Run;
import dev.parallax.measure.StepResult;
import dev.parallax.metric.Metric;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// The waterfalls of a run as an HTTP Archive, version 1.2, which browsers and many tools open. It
/// is written from what the run kept: what was hidden there is hidden here, and bodies are
/// previews.
///
/// One page of the archive is one measured page of one iteration; requests before the first page
/// mark's page belong to it. The moments at which iterations began are not kept, so they are set
/// one behind the other; within an iteration the times are those measured.
public final class HarFile {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /// A request that starts so shortly before its page is the page's own.
    private static final double SLACK_MILLIS = 5;

    private static final int FIRST_REDIRECT = 300;
    private static final int FIRST_ERROR = 400;

    private final List<Map<String, @Nullable Object>> pages = new ArrayList<>();
    private final List<Map<String, @Nullable Object>> entries = new ArrayList<>();

    private HarFile() {}

    /// The archive, indented for people.
    public static String of(Run run) {
        var file = new HarFile();
        Instant start = run.started();
        for (Iteration iteration : run.iterations()) {
            file.add(iteration, start);
            start = start.plus(length(iteration));
        }
        var log = new LinkedHashMap<String, @Nullable Object>();
        log.put("version", "1.2");
        log.put("creator", Map.of("name", "Parallax", "version", "0.1"));
        log.put("browser", browser(run.conditions().engine()));
        log.put("pages", file.pages);
        log.put("entries", file.entries);
        log.put("comment", run.journey() + ", run " + run.id());
        return JSON.writeValueAsString(Map.of("log", log));
    }

    private static Map<String, String> browser(String engine) {
        int space = engine.indexOf(' ');
        return space < 0
                ? Map.of("name", engine, "version", "")
                : Map.of(
                        "name", engine.substring(0, space), "version", engine.substring(space + 1));
    }

    private static Duration length(Iteration iteration) {
        Duration length = Duration.ofMillis(1);
        for (StepResult step : iteration.steps()) {
            length =
                    length.plus(
                            switch (step) {
                                case StepResult.Done done -> done.took();
                                case StepResult.Failed failed -> failed.took();
                                case StepResult.Skipped _ -> Duration.ZERO;
                            });
        }
        return length;
    }

    private void add(Iteration iteration, Instant start) {
        List<PageResult> placed =
                iteration.pages().stream().filter(page -> page.timing().isPresent()).toList();
        for (int i = 0; i < placed.size(); i++) {
            pages.add(page(placed.get(i), id(iteration, i), start));
        }
        for (Exchange exchange : iteration.exchanges()) {
            entries.add(entry(exchange, pageOf(exchange, placed, iteration), start));
        }
    }

    private static String id(Iteration iteration, int page) {
        return "page_" + iteration.number() + "_" + (page + 1);
    }

    private static @Nullable String pageOf(
            Exchange exchange, List<PageResult> placed, Iteration iteration) {
        int page = 0;
        for (int i = 1; i < placed.size(); i++) {
            if (startOf(placed.get(i)) <= exchange.startMillis() + SLACK_MILLIS) {
                page = i;
            }
        }
        return placed.isEmpty() ? null : id(iteration, page);
    }

    private static double startOf(PageResult page) {
        return page.timing().map(timing -> timing.startMillis()).orElse(0.0);
    }

    private static Map<String, @Nullable Object> page(PageResult page, String id, Instant start) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("startedDateTime", at(start, startOf(page)));
        json.put("id", id);
        json.put("title", page.page());
        var timings = new LinkedHashMap<String, @Nullable Object>();
        timings.put("onContentLoad", page.metrics().getOrDefault(Metric.DCL, -1.0));
        timings.put("onLoad", page.metrics().getOrDefault(Metric.LOAD, -1.0));
        page.metrics().forEach((metric, value) -> timings.put("_" + metric.key(), value));
        json.put("pageTimings", timings);
        json.put("comment", page.url());
        return json;
    }

    private static Map<String, @Nullable Object> entry(
            Exchange exchange, @Nullable String page, Instant start) {
        ExchangeDetail detail = exchange.detail();
        var json = new LinkedHashMap<String, @Nullable Object>();
        if (page != null) {
            json.put("pageref", page);
        }
        json.put("startedDateTime", at(start, exchange.startMillis()));
        json.put("time", exchange.phases().total());
        json.put("request", request(exchange, detail));
        json.put("response", response(exchange, detail));
        json.put("cache", Map.of());
        json.put("timings", timings(exchange.phases()));
        String remote = detail.remoteAddress();
        if (remote.contains(":")) {
            json.put("serverIPAddress", remote.substring(0, remote.lastIndexOf(':')));
        }
        json.put("_resourceType", exchange.type());
        json.put(
                "_initiator",
                Map.of(
                        "type", detail.initiator().kind().key(),
                        "url", detail.initiator().url(),
                        "lineNumber", detail.initiator().line()));
        json.put("_source", detail.source().key());
        if (exchange.failure() != null) {
            json.put("_error", exchange.failure());
        }
        return json;
    }

    private static Map<String, @Nullable Object> request(Exchange exchange, ExchangeDetail detail) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("method", exchange.method());
        json.put("url", exchange.url());
        json.put("httpVersion", exchange.protocol());
        json.put("cookies", List.of());
        json.put("headers", headers(detail.requestHeaders()));
        json.put("queryString", query(exchange.url()));
        json.put("headersSize", detail.sizes().requestHeaderBytes());
        json.put("bodySize", detail.sizes().requestBodyBytes());
        return json;
    }

    private static Map<String, @Nullable Object> response(
            Exchange exchange, ExchangeDetail detail) {
        var content = new LinkedHashMap<String, @Nullable Object>();
        content.put("size", Math.max(detail.sizes().decodedBodyBytes(), 0));
        content.put("mimeType", Header.valueOf(detail.responseHeaders(), "content-type"));
        detail.body()
                .ifPresent(body -> {
                    content.put("text", body.text());
                    if (body.isCut()) {
                        content.put("comment", "only the beginning was kept");
                    }
                });
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("status", exchange.status());
        json.put("statusText", "");
        json.put("httpVersion", exchange.protocol());
        json.put("cookies", List.of());
        json.put("headers", headers(detail.responseHeaders()));
        json.put("content", content);
        boolean redirect = exchange.status() >= FIRST_REDIRECT && exchange.status() < FIRST_ERROR;
        json.put(
                "redirectURL",
                redirect ? Header.valueOf(detail.responseHeaders(), "location") : "");
        json.put("headersSize", detail.sizes().responseHeaderBytes());
        json.put("bodySize", detail.sizes().responseBodyBytes());
        json.put("_transferSize", exchange.transferBytes());
        return json;
    }

    private static List<Map<String, String>> headers(List<Header> headers) {
        return headers.stream().map(header -> pair(header.name(), header.value())).toList();
    }

    private static List<Map<String, String>> query(String url) {
        int mark = url.indexOf('?');
        if (mark < 0) {
            return List.of();
        }
        var pairs = new ArrayList<Map<String, String>>();
        String query = url.substring(mark + 1).replaceFirst("#.*", "");
        for (String pair : query.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (!pair.isEmpty()) {
                pairs.add(
                        pair(
                                decoded(equals < 0 ? pair : pair.substring(0, equals)),
                                equals < 0 ? "" : decoded(pair.substring(equals + 1))));
            }
        }
        return pairs;
    }

    private static Map<String, String> pair(String name, String value) {
        var pair = new LinkedHashMap<String, String>();
        pair.put("name", name);
        pair.put("value", value);
        return pair;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return text;
        }
    }

    /// In an archive connecting contains TLS, and -1 stands for what did not happen.
    private static Map<String, @Nullable Object> timings(Phases phases) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("blocked", -1);
        json.put("dns", orElse(phases.dns(), -1));
        Double tls = phases.tls();
        Double connect = phases.connect();
        json.put(
                "connect",
                connect == null && tls == null ? -1 : orElse(connect, 0) + orElse(tls, 0));
        json.put("ssl", orElse(tls, -1));
        json.put("send", orElse(phases.send(), 0));
        json.put("wait", orElse(phases.waiting(), 0));
        json.put("receive", orElse(phases.receive(), 0));
        return json;
    }

    private static double orElse(@Nullable Double value, double other) {
        return value == null ? other : value;
    }

    private static String at(Instant start, double millis) {
        return start.plusNanos(Math.round(millis * 1e6)).toString();
    }
}
