package dev.parallax.http;

import java.util.Map;

/// A response, read to its end.
///
/// @param headers names in lower case
/// @param body unpacked and decoded
/// @param cut true if only the body's beginning is kept
/// @param protocol such as `http/1.1`
/// @param transferBytes head and body as they came over the connection
record Received(
        int status,
        Map<String, String> headers,
        String body,
        boolean cut,
        String protocol,
        long transferBytes) {

    String type() {
        return headers.getOrDefault("content-type", "").contains("html") ? "document" : "request";
    }
}
