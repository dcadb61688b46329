package dev.parallax.recorder;

import dev.parallax.metric.PageTemplate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// The path of a page as a person says it: ids and dates stand for any, but a language is the one
/// that was visited, since the journey stays in it.
final class PagePath {
    private static final String LOCALE = ":locale";

    private PagePath() {}

    /// `https://shop.example/en/product/17` → `/en/product/:id`
    static String of(String url) {
        return "/" + String.join("/", parts(url));
    }

    /// The segments of the path; those that begin with a colon stand for any.
    static List<String> parts(String url) {
        List<String> parts =
                Arrays.stream(PageTemplate.of(url).path().split("/", -1))
                        .filter(part -> !part.isEmpty())
                        .toList();
        if (parts.isEmpty() || !parts.getFirst().equals(LOCALE)) {
            return parts;
        }
        String visited = PageTemplate.segments(url).getFirst();
        return Stream.concat(Stream.of(visited), parts.stream().skip(1)).toList();
    }
}
