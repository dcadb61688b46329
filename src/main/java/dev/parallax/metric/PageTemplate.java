package dev.parallax.metric;

import java.util.ArrayList;
import java.util.List;

/// A page of the site whatever the item it shows, such as `/product/:id`: the join between a
/// journey's page marks and the rows of a RUM export.
///
/// Made from a URL or path by dropping scheme, host, query, fragment and a trailing slash, and by
/// writing `:id` for each segment that is a number, a UUID or a hexadecimal id of 12 digits or
/// more, `:date` for a date, and `:locale` for a language at the start:
///
/// ```
/// https://shop.example/product/17?ref=mail   →  /product/:id
/// /order/5f2b6c1a-9a39-4a60-8a6e-0d6e3c1f2b11/  →  /order/:id
/// /en-gb/blog/2026/11/22/news  →  /:locale/blog/:date/news
/// ```
///
/// @param path starts with `/`, has no query; a segment that starts with `:` stands for any value
public record PageTemplate(String path) {

    public PageTemplate {
        if (!path.startsWith("/") || path.indexOf('?') >= 0 || path.indexOf('#') >= 0) {
            throw new IllegalArgumentException("not a page template: " + path);
        }
    }

    /// The template of a URL or path.
    ///
    /// @param url absolute or starting at the path; an empty one is the root page
    public static PageTemplate of(String url) {
        return ofSegments(segments(url), 0);
    }

    /// The template of a path whose segments are known.
    ///
    /// @param kept that many of the first segments stay as they are
    public static PageTemplate ofSegments(List<String> segments, int kept) {
        var path = new StringBuilder();
        int at = 0;
        while (at < segments.size()) {
            path.append('/');
            if (at < kept) {
                path.append(segments.get(at++));
            } else {
                at += SegmentKind.append(segments, at, path);
            }
        }
        return new PageTemplate(path.isEmpty() ? "/" : path.toString());
    }

    /// The segments of a URL's path, without empty ones: `/product/17/` has `product` and `17`.
    public static List<String> segments(String url) {
        String text = url.strip();
        int start = startOfPath(text);
        int end = endOfPath(text, start);
        var segments = new ArrayList<String>();
        int from = start;
        for (int i = start; i <= end; i++) {
            if (i == end || text.charAt(i) == '/') {
                if (i > from) {
                    segments.add(text.substring(from, i));
                }
                from = i + 1;
            }
        }
        return segments;
    }

    /// Behind `https://shop.example`, where there is an origin.
    private static int startOfPath(String text) {
        int scheme = text.indexOf("://");
        if (scheme <= 0 || !isScheme(text, scheme)) {
            return 0;
        }
        int at = scheme + 3;
        while (at < text.length() && "/?#".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return at;
    }

    private static boolean isScheme(String text, int end) {
        for (int i = 0; i < end; i++) {
            char letter = text.charAt(i);
            boolean isLetter = (letter | 0x20) >= 'a' && (letter | 0x20) <= 'z';
            boolean isDigit = letter >= '0' && letter <= '9';
            boolean isOther = i > 0 && (isDigit || "+.-".indexOf(letter) >= 0);
            if (!isLetter && !isOther) {
                return false;
            }
        }
        return true;
    }

    private static int endOfPath(String text, int start) {
        for (int i = start; i < text.length(); i++) {
            if (text.charAt(i) == '?' || text.charAt(i) == '#') {
                return i;
            }
        }
        return text.length();
    }

    @Override
    public String toString() {
        return path;
    }
}
