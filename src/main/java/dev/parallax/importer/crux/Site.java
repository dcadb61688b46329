package dev.parallax.importer.crux;

import dev.parallax.importer.privacy.Scrubber;
import dev.parallax.rum.Aggregate.Scope;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A page or an origin, without what could tell who somebody is.
record Site(Scope scope, String text) {
    private static final int LONGEST = 16_000;

    private static final Pattern ADDRESS =
            Pattern.compile(
                    "(https?)://(?:[^/?#]*@)?([\\p{L}\\p{N}._:\\[\\]-]{1,255})(?:[/?#].*)?",
                    Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    /// The origin of an address; empty if it is none.
    static Optional<Site> origin(String address, Scrubber scrubber) {
        return match(address).map(parts -> new Site(Scope.ORIGIN, host(parts, scrubber)));
    }

    /// A page: its origin and its scrubbed path; empty if it is no address.
    static Optional<Site> url(String address, Scrubber scrubber) {
        return match(address)
                .map(parts -> {
                    char[] text = address.strip().toCharArray();
                    scrubber.page(text, 0, text.length);
                    String path = new String(scrubber.text(), scrubber.from(), scrubber.length());
                    return new Site(Scope.URL, host(parts, scrubber) + path);
                });
    }

    private static Optional<Matcher> match(String address) {
        String text = address.strip();
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        Matcher parts = ADDRESS.matcher(text);
        return parts.matches() ? Optional.of(parts) : Optional.empty();
    }

    private static String host(Matcher parts, Scrubber scrubber) {
        return parts.group(1).toLowerCase(Locale.ROOT)
                + "://"
                + scrubber.text(parts.group(2).toLowerCase(Locale.ROOT));
    }
}
