package dev.parallax.http;

import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What the next hop of a redirect sends, by the rules browsers follow (Fetch standard,
/// HTTP-redirect fetch): 301 and 302 turn a `POST`, 303 turns everything but `HEAD`, into a `GET`
/// without body.
///
/// Another origin gets no credentials, no cookies set by hand and nothing that holds a secret.
final class Redirect {
    private static final Set<Integer> STATUSES = Set.of(301, 302, 303, 307, 308);
    private static final Set<String> FOR_THIS_ORIGIN_ONLY =
            Set.of("authorization", "cookie", "host", "origin", "proxy-authorization");
    private static final Set<String> ABOUT_THE_BODY =
            Set.of("content-type", "content-encoding", "content-language", "content-location");

    private Redirect() {}

    /// One hop of a call.
    ///
    /// @param method in upper case
    record Hop(URI uri, String method, Map<String, String> headers, @Nullable String body) {}

    /// The hop that a response asks for, empty if it is no redirect.
    ///
    /// @throws IllegalArgumentException with the reason if it leads where this client does not
    ///   follow
    static Optional<Hop> follow(Hop hop, int status, @Nullable String location, Mask secrets) {
        if (!STATUSES.contains(status) || location == null) {
            return Optional.empty();
        }
        URI target = WebAddress.resolve(hop.uri(), location);
        Hop next = hop;
        if (becomesGet(hop.method(), status)) {
            next = new Hop(target, "GET", without(hop.headers(), ABOUT_THE_BODY), null);
        }
        if (WebAddress.isSameOrigin(hop.uri(), target)) {
            return Optional.of(new Hop(target, next.method(), next.headers(), next.body()));
        }
        if (next.body() != null && secrets.finds(next.body())) {
            throw new IllegalArgumentException(
                    "it leads to another origin, and the request's body holds a secret");
        }
        Map<String, String> harmless =
                without(next.headers(), FOR_THIS_ORIGIN_ONLY).entrySet().stream()
                        .filter(header -> !secrets.finds(header.getValue()))
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        return Optional.of(new Hop(target, next.method(), harmless, next.body()));
    }

    private static boolean becomesGet(String method, int status) {
        return switch (status) {
            case 301, 302 -> method.equals("POST");
            case 303 -> !method.equals("HEAD");
            default -> false;
        };
    }

    private static Map<String, String> without(Map<String, String> headers, Set<String> names) {
        return headers.entrySet().stream()
                .filter(header -> !names.contains(header.getKey().toLowerCase(Locale.ROOT)))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
