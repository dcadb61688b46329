package dev.parallax.http;

import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.hc.client5.http.cookie.BasicCookieStore;
import org.apache.hc.client5.http.cookie.Cookie;
import org.apache.hc.client5.http.cookie.CookieOrigin;
import org.apache.hc.client5.http.cookie.CookieSpec;
import org.apache.hc.client5.http.cookie.MalformedCookieException;
import org.apache.hc.client5.http.impl.cookie.RFC6265CookieSpecFactory;
import org.apache.hc.client5.http.impl.cookie.RFC6265CookieSpecFactory.CompatibilityLevel;
import org.apache.hc.client5.http.psl.PublicSuffixMatcherLoader;
import org.apache.hc.core5.http.Header;

/// The cookies of one visitor, by the rules of RFC 6265; none for a public suffix such as `co.uk`.
final class CookieJar {
    private final CookieSpec rules =
            new RFC6265CookieSpecFactory(
                            CompatibilityLevel.RELAXED, PublicSuffixMatcherLoader.getDefault())
                    .create(null);
    private final BasicCookieStore cookies = new BasicCookieStore();
    private final InstantSource clock;

    CookieJar(InstantSource clock) {
        this.clock = clock;
    }

    /// What is sent along, empty if there is nothing.
    Optional<String> forRequest(URI uri) {
        CookieOrigin origin = origin(uri);
        cookies.clearExpired(clock.instant());
        List<Cookie> fitting =
                cookies.getCookies().stream()
                        .filter(cookie -> rules.match(cookie, origin))
                        .toList();
        return fitting.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        rules.formatCookies(fitting).stream()
                                .map(Header::getValue)
                                .collect(Collectors.joining("; ")));
    }

    /// Takes what a response sets.
    void take(URI uri, List<Header> headers) {
        CookieOrigin origin = origin(uri);
        headers.stream()
                .filter(header -> header.getName().equalsIgnoreCase("set-cookie"))
                .forEach(header -> take(header, origin));
    }

    private void take(Header header, CookieOrigin origin) {
        try {
            for (Cookie cookie : rules.parse(header, origin)) {
                rules.validate(cookie, origin);
                cookies.addCookie(cookie);
            }
        } catch (MalformedCookieException _) {
            // what breaks the rules is passed over, as browsers do
            return;
        }
    }

    private static CookieOrigin origin(URI uri) {
        return new CookieOrigin(
                uri.getHost(),
                Dialer.portOf(uri),
                uri.getRawPath().isEmpty() ? "/" : uri.getRawPath(),
                uri.getScheme().equals("https"));
    }
}
