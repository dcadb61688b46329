package dev.parallax.recorder;

import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Names for pages: by the path, which names the page whatever item it shows, or where that says
/// nothing by the first part of the title.
///
/// ```
/// /product/17           →  Product
/// /checkout/ship-to     →  Checkout ship to
/// /   "Tea & Co | Shop" →  Tea & Co
/// ```
final class PageName {
    private static final int LONGEST = 60;
    private static final Pattern INDEX = Pattern.compile("(?:index|home|default)(?:\\.\\w+)?");
    private static final Pattern EXTENSION = Pattern.compile("\\.(?:html?|php|aspx?|jsp)$");
    private static final Pattern TITLE_PARTS = Pattern.compile("\\s+[|–—·•-]\\s+|\\s*\\|\\s*");

    private PageName() {}

    static String of(String url, String title) {
        String path =
                PagePath.parts(url).stream()
                        .filter(part -> !part.startsWith(":"))
                        .map(part -> EXTENSION.matcher(part).replaceFirst(""))
                        .filter(part -> !INDEX.matcher(part).matches())
                        .map(part -> part.replaceAll("[-_+]+|%20", " ").strip())
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining(" "));
        if (!path.isEmpty()) {
            return shortened(capitalised(path));
        }
        String first = TITLE_PARTS.split(title.strip(), 2)[0].strip();
        return first.isEmpty() ? "Home" : shortened(first);
    }

    private static String capitalised(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private static String shortened(String name) {
        return name.length() <= LONGEST ? name : name.substring(0, LONGEST - 1) + "…";
    }
}
