package dev.parallax.metric;

import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A page of the site whatever the item it shows, such as `/product/:id`: the join between a
/// journey's page marks and the rows of a RUM export.
///
/// Made from a URL or path by dropping scheme, host, query, fragment and a trailing slash, and by
/// writing `:id` for each segment that is a number, a UUID or a hexadecimal id of 12 digits or
/// more:
///
/// ```
/// https://shop.example/product/17?ref=mail   →  /product/:id
/// /order/5f2b6c1a-9a39-4a60-8a6e-0d6e3c1f2b11/  →  /order/:id
/// ```
///
/// @param path starts with `/`, has no query; a segment that starts with `:` stands for any value
public record PageTemplate(String path) {
    private static final Pattern ID =
            Pattern.compile(
                    "\\d+|[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}|(?=.*\\d)[0-9a-fA-F]{12,}");
    private static final Pattern ORIGIN = Pattern.compile("^[a-zA-Z][a-zA-Z0-9+.-]*://[^/?#]*");

    public PageTemplate {
        if (!path.startsWith("/") || path.indexOf('?') >= 0 || path.indexOf('#') >= 0) {
            throw new IllegalArgumentException("not a page template: " + path);
        }
    }

    /// The template of a URL or path.
    ///
    /// @param url absolute or starting at the path; an empty one is the root page
    public static PageTemplate of(String url) {
        String path = ORIGIN.matcher(url.strip()).replaceFirst("");
        path = path.substring(0, endOfPath(path));
        String joined =
                Stream.of(path.split("/"))
                        .filter(segment -> !segment.isEmpty())
                        .map(segment -> ID.matcher(segment).matches() ? ":id" : segment)
                        .collect(Collectors.joining("/", "/", ""));
        return new PageTemplate(joined);
    }

    private static int endOfPath(String path) {
        for (int i = 0; i < path.length(); i++) {
            if (path.charAt(i) == '?' || path.charAt(i) == '#') {
                return i;
            }
        }
        return path.length();
    }

    @Override
    public String toString() {
        return path;
    }
}
