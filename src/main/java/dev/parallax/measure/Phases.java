package dev.parallax.measure;

import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Where the time of one HTTP exchange went, in milliseconds. A phase that did not happen is null
/// (a reused connection has no connect), never 0.
///
/// @param dns look-up of the name
/// @param connect TCP, without TLS
/// @param tls TLS handshake
/// @param send writing the request
/// @param waiting from the request's last byte to the response's first; `wait` in JSON
/// @param receive from the response's first byte to its last
public record Phases(
        @Nullable Double dns,
        @Nullable Double connect,
        @Nullable Double tls,
        @Nullable Double send,
        @Nullable Double waiting,
        @Nullable Double receive) {

    /// An exchange of which nothing was measured.
    public static final Phases NONE = new Phases(null, null, null, null, null, null);

    public Phases {
        Stream.of(new @Nullable Double[] {dns, connect, tls, send, waiting, receive})
                .filter(Objects::nonNull)
                .forEach(Phases::requireTime);
    }

    /// The sum of the phases that happened, milliseconds.
    public double total() {
        return untilFirstByte() + orZero(receive);
    }

    /// The sum of all phases before the response's first byte, milliseconds.
    public double untilFirstByte() {
        return orZero(dns) + orZero(connect) + orZero(tls) + orZero(send) + orZero(waiting);
    }

    private static double orZero(@Nullable Double millis) {
        return millis == null ? 0 : millis;
    }

    private static void requireTime(Double millis) {
        if (!(millis >= 0)) {
            throw new IllegalArgumentException("phase is negative: " + millis);
        }
    }
}
