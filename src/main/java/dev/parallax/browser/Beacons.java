package dev.parallax.browser;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// The collectors of real-user monitoring that a browser must not reach, so that a synthetic visit
/// never counts as a person's. Blocked where names are looked up: unlike intercepting requests that
/// costs no time and leaves the browser's cache on.
///
/// @param hosts names, or `*.name` for any host below
public record Beacons(List<String> hosts) {
    /// Nothing is blocked.
    public static final Beacons SENT = new Beacons(List.of());

    /// The failure of a request that was blocked.
    public static final String BLOCKED = "blocked: RUM beacon";

    private static final String LIST = "beacons.txt";

    public Beacons {
        hosts = List.copyOf(hosts);
    }

    /// The collectors listed in `beacons.txt`, with their sources.
    public static Beacons known() {
        try (InputStream list = Beacons.class.getResourceAsStream(LIST)) {
            if (list == null) {
                throw new IllegalStateException("the program lacks " + LIST);
            }
            return new Beacons(
                    new String(list.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .map(String::strip)
                            .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                            .toList());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// True if requests to this URL are blocked.
    boolean block(String url) {
        if (hosts.isEmpty()) {
            return false;
        }
        String host = hostOf(url);
        return hosts.stream()
                .anyMatch(blocked ->
                        blocked.startsWith("*.")
                                ? host.endsWith(blocked.substring(1))
                                : host.equals(blocked));
    }

    private static String hostOf(String url) {
        try {
            String host = URI.create(url).getHost();
            return host == null ? "" : host;
        } catch (IllegalArgumentException strange) {
            return "";
        }
    }

    /// The hosts as patterns of addresses, for a browser that was started by somebody else.
    List<String> patterns() {
        return hosts.stream().map(host -> "*://" + host + "/*").toList();
    }

    Optional<String> note() {
        return hosts.isEmpty()
                ? Optional.of("RUM beacons sent")
                : Optional.of("RUM beacons blocked (" + hosts.size() + " known collectors)");
    }
}
