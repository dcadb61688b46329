package dev.parallax.demo;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// An HTML file with holes: `{{name}}` takes text, which is escaped; `{{{name}}}` takes HTML as it
/// is.
record Template(String html) {
    private static final Pattern HOLE = Pattern.compile("\\{\\{\\{(\\w+)}}}|\\{\\{(\\w+)}}");

    /// @param name of the file below `assets/shop/pages`, without `.html`
    static Template named(String name) {
        return new Template(Assets.text("pages/" + name + ".html"));
    }

    /// @throws IllegalArgumentException if a hole has no value
    String fill(Map<String, String> values) {
        return HOLE.matcher(html)
                .replaceAll(hole -> {
                    boolean raw = hole.group(1) != null;
                    String name = raw ? hole.group(1) : hole.group(2);
                    String value = values.get(name);
                    if (value == null) {
                        throw new IllegalArgumentException("no value for the hole " + name);
                    }
                    return Matcher.quoteReplacement(raw ? value : escape(value));
                });
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
