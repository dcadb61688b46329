package dev.parallax.measure;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// One header of a request or an answer, as it is kept: short, and without what signs somebody in.
///
/// @param name as it was sent
/// @param value at most 2,000 characters
public record Header(String name, String value) {
    /// What stands where a value was hidden.
    public static final String HIDDEN = "•••";

    /// How many headers of one request or answer are kept.
    public static final int MOST = 64;

    private static final int LONGEST_VALUE = 2_000;
    private static final Set<String> SECRET =
            Set.of(
                    "authorization",
                    "proxy-authorization",
                    "x-api-key",
                    "x-auth-token",
                    "x-csrf-token",
                    "x-xsrf-token");
    private static final Pattern COOKIE_VALUE = Pattern.compile("=[^;\n]*");
    private static final Pattern SET_COOKIE_VALUE = Pattern.compile("(?m)^([^=;\n]*)=[^;\n]*");

    /// A header as it may be kept: the value of one that signs somebody in is hidden, of cookies
    /// the names stay, and what is too long is cut.
    public static Header kept(String name, String value) {
        String lower = name.toLowerCase(Locale.ROOT);
        String shown = value;
        if (SECRET.contains(lower)) {
            shown = HIDDEN;
        } else if (lower.equals("set-cookie")) {
            shown = SET_COOKIE_VALUE.matcher(value).replaceAll("$1=" + HIDDEN);
        } else if (lower.equals("cookie")) {
            shown = COOKIE_VALUE.matcher(value).replaceAll("=" + HIDDEN);
        }
        return new Header(
                name,
                shown.length() > LONGEST_VALUE ? shown.substring(0, LONGEST_VALUE) + "…" : shown);
    }

    /// The value of a header; empty if it was not sent.
    public static String valueOf(List<Header> headers, String name) {
        return headers.stream()
                .filter(header -> header.name().equalsIgnoreCase(name))
                .map(Header::value)
                .findFirst()
                .orElse("");
    }
}
