package dev.parallax.browser;

import dev.parallax.problem.Problem;
import dev.parallax.problem.ProblemException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Which addresses a visit may open: pages of the web, and nothing of this machine or the browser's
/// own.
final class Addresses {
    private static final Pattern ORIGIN = Pattern.compile("(?i)https?://[^/?#]+");

    private Addresses() {}

    /// @throws ProblemException (usage) unless the address is an absolute http or https URL
    static void requireWeb(String url) {
        String scheme = schemeOf(url);
        if (scheme.equals("http") || scheme.equals("https")) {
            return;
        }
        String why =
                scheme.isEmpty()
                        ? "it is not an absolute URL"
                        : "only http and https are opened, never " + scheme + ":";
        throw new ProblemException(
                Problem.usage(
                        "address-refused",
                        "cannot open " + url,
                        why,
                        "give an address such as https://shop.example/"));
    }

    private static String schemeOf(String url) {
        int colon = url.indexOf(':');
        return colon < 0 ? "" : url.substring(0, colon).strip().toLowerCase(Locale.ROOT);
    }

    /// Scheme, host and port; empty if it is no address of the web.
    static Optional<String> origin(String url) {
        Matcher origin = ORIGIN.matcher(url);
        return origin.lookingAt() ? Optional.of(origin.group()) : Optional.empty();
    }

    /// The URL without query and fragment.
    static String withoutQuery(String url) {
        return url.replaceFirst("[?#].*", "");
    }
}
