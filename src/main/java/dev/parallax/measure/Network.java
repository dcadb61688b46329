package dev.parallax.measure;

import java.util.Locale;

/// The network a run is given, as numbers and the method by which they are applied.
///
/// @param rttMillis added round-trip time, 0 adds none
/// @param downKbps download bandwidth in 1,000 bits a second, 0 leaves it unlimited
/// @param upKbps upload bandwidth in 1,000 bits a second, 0 leaves it unlimited
/// @param method how the numbers are brought about
public record Network(double rttMillis, double downKbps, double upKbps, Method method) {
    /// The machine's own network, untouched.
    public static final Network UNSHAPED = new Network(0, 0, 0, Method.NONE);

    /// How a network is brought about; numbers of different methods are never compared.
    public enum Method {
        /// Nothing is changed.
        NONE,
        /// A local proxy delays and meters every byte.
        PROXY,
        /// DevTools throttling, which leaves the time to first byte as it is.
        DEVTOOLS;

        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Network {
        if (!(rttMillis >= 0 && downKbps >= 0 && upKbps >= 0)) {
            throw new IllegalArgumentException(
                    "network is negative: " + rttMillis + ", " + downKbps + ", " + upKbps);
        }
    }
}
