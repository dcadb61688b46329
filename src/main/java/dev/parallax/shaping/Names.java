package dev.parallax.shaping;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Looks names up on behalf of the client. The first look-up of a name costs a round trip besides
/// its own time, as it would over the link; later ones are free.
final class Names {
    private final long rttNanos;
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    /// What is known of a name.
    ///
    /// @param addresses in the system's order
    /// @param sinceNanos when the client would have known them
    record Known(List<InetAddress> addresses, long sinceNanos) {}

    Names(long rttNanos) {
        this.rttNanos = rttNanos;
    }

    /// The addresses of a host. Chromium sends addresses as names too; they and `localhost` need no
    /// look-up.
    ///
    /// @throws UnknownHostException if nobody knows the name; not before a round trip has passed
    Known find(String host) throws UnknownHostException, InterruptedException {
        long now = System.nanoTime();
        if (isLocal(host)) {
            return new Known(List.of(InetAddress.getAllByName(host)), now);
        }
        Known found = known.get(host);
        return found == null ? lookUp(host) : found;
    }

    private Known lookUp(String host) throws UnknownHostException, InterruptedException {
        try {
            var addresses = List.of(InetAddress.getAllByName(host));
            var fresh = new Known(addresses, System.nanoTime() + rttNanos);
            Known other = known.putIfAbsent(host, fresh);
            return other == null ? fresh : other;
        } catch (UnknownHostException unknown) {
            Moment.await(System.nanoTime() + rttNanos);
            throw unknown;
        }
    }

    void forget() {
        known.clear();
    }

    private static boolean isLocal(String host) {
        if (host.equals("localhost") || host.endsWith(".localhost")) {
            return true;
        }
        try {
            InetAddress.ofLiteral(host);
            return true;
        } catch (IllegalArgumentException _) {
            return false;
        }
    }
}
