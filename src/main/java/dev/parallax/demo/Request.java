package dev.parallax.demo;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What somebody asks of the shop.
///
/// @param path decoded, starts with `/`
/// @param query the last value of each parameter
/// @param body empty if there is none; cut off at 64 KiB
record Request(
        String method, String path, Map<String, String> query, Headers headers, String body) {
    private static final int MOST_BODY_BYTES = 64 * 1024;

    static Request of(HttpExchange exchange) throws IOException {
        String query = exchange.getRequestURI().getRawQuery();
        return new Request(
                exchange.getRequestMethod(),
                Optional.ofNullable(exchange.getRequestURI().getPath()).orElse("/"),
                parameters(query == null ? "" : query),
                exchange.getRequestHeaders(),
                new String(
                        exchange.getRequestBody().readNBytes(MOST_BODY_BYTES),
                        StandardCharsets.UTF_8));
    }

    /// The path between the slashes: `/product/17` gives `product`, `17`; `/` gives nothing.
    List<String> segments() {
        return List.of(path.substring(1).split("/", -1)).stream()
                .filter(s -> !s.isEmpty())
                .toList();
    }

    /// A number from the query.
    ///
    /// @return the default if it is missing, no number, or not within 0 and `most`
    int number(String name, int otherwise, int most) {
        try {
            int number = Integer.parseInt(query.getOrDefault(name, ""));
            return number >= 0 && number <= most ? number : otherwise;
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }

    Optional<String> cookie(String name) {
        return headers.getOrDefault("Cookie", List.of()).stream()
                .flatMap(line -> List.of(line.split(";", -1)).stream())
                .map(String::strip)
                .filter(cookie -> cookie.startsWith(name + "="))
                .map(cookie -> cookie.substring(name.length() + 1))
                .findFirst();
    }

    Optional<String> bearerToken() {
        return Optional.ofNullable(headers.getFirst("Authorization"))
                .filter(value -> value.startsWith("Bearer "))
                .map(value -> value.substring("Bearer ".length()).strip());
    }

    private static Map<String, String> parameters(String query) {
        var parameters = new HashMap<String, String>();
        for (String pair : query.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                parameters.put(
                        decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
            }
        }
        return parameters;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
