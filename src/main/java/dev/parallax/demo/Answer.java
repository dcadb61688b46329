package dev.parallax.demo;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/// What the shop has to say to one request.
///
/// @param kind decides how long it takes and which of the shop's faults can hit it
/// @param headers without `Content-Length`, which the body gives
/// @param extra time before it is sent, besides the shop's latency
/// @param fault it has in any case, besides the shop's faults
@SuppressWarnings("ArrayRecordComponent") // compared by nobody; nobody changes the body
record Answer(
        Kind kind,
        int status,
        Map<String, String> headers,
        byte[] body,
        Duration extra,
        Fault fault) {
    private static final String FOR_A_DAY = "public, max-age=86400";

    enum Kind {
        PAGE,
        ASSET,
        PICTURE,
        HERO,
        API,
        CATALOGUE,
        /// Asked for by a test: neither latency nor faults of the shop.
        BENCH
    }

    static Answer page(int status, String html) {
        return text(Kind.PAGE, status, "text/html; charset=utf-8", html);
    }

    static Answer json(int status, String json) {
        return json(Kind.API, status, json);
    }

    static Answer json(Kind kind, int status, String json) {
        return text(kind, status, "application/json", json);
    }

    /// An answer the browser may keep for a day.
    static Answer cached(Kind kind, String contentType, byte[] body) {
        return new Answer(
                kind,
                200,
                Map.of("Content-Type", contentType, "Cache-Control", FOR_A_DAY),
                body,
                Duration.ZERO,
                Fault.NONE);
    }

    static Answer redirect(Kind kind, String location) {
        return text(kind, 303, "text/plain; charset=utf-8", "").with("Location", location);
    }

    static Answer bench(int status, String contentType, String body) {
        return text(Kind.BENCH, status, contentType, body);
    }

    Answer with(String header, String value) {
        var all = new LinkedHashMap<>(headers);
        all.put(header, value);
        return new Answer(kind, status, all, body, extra, fault);
    }

    Answer after(Duration time) {
        return new Answer(kind, status, headers, body, time, fault);
    }

    Answer broken(Fault how) {
        return new Answer(kind, status, headers, body, extra, how);
    }

    private static Answer text(Kind kind, int status, String contentType, String body) {
        return new Answer(
                kind,
                status,
                Map.of("Content-Type", contentType, "Cache-Control", "no-cache"),
                body.getBytes(StandardCharsets.UTF_8),
                Duration.ZERO,
                Fault.NONE);
    }
}
