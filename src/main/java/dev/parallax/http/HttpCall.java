package dev.parallax.http;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One request to send, every placeholder filled in.
///
/// @param method such as `GET`; sent in upper case
/// @param url absolute, `http` or `https`; characters a URL may not hold are percent-encoded
/// @param headers names to values; those that frame the message or the connection
///   (`Content-Length`, `Connection`, …) are left to the client
/// @param body sent as UTF-8; null sends none
/// @param timeout for the whole call, redirects included; positive
/// @param secrets values that occur in the other parts and must be seen nowhere else: they are
///   masked in exchanges and problems, and not passed on when a redirect leads to another origin
public record HttpCall(
        String method,
        String url,
        Map<String, String> headers,
        @Nullable String body,
        Duration timeout,
        List<String> secrets) {
    public HttpCall {
        if (method.isBlank()) {
            throw new IllegalArgumentException("method is blank");
        }
        if (timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException("timeout is not positive: " + timeout);
        }
        headers = Map.copyOf(headers);
        secrets = List.copyOf(secrets);
    }

    /// A `GET` without headers and secrets.
    public static HttpCall get(String url, Duration timeout) {
        return new HttpCall("GET", url, Map.of(), null, timeout, List.of());
    }

    /// Method and masked URL only, so that a log cannot give a secret away.
    @Override
    public String toString() {
        return method + " " + new Mask(secrets).hide(url);
    }
}
