package dev.parallax.measure;

import java.util.Locale;

/// The network a run is given, as numbers and the method by which they are applied.
///
/// @param rttMillis added round-trip time, 0 adds none
/// @param downKbps download bandwidth in 1,000 bits a second, 0 leaves it unlimited
/// @param upKbps upload bandwidth in 1,000 bits a second, 0 leaves it unlimited
/// @param method how the numbers are brought about
/// @param correction what DevTools is given instead of the numbers themselves
public record Network(
        double rttMillis, double downKbps, double upKbps, Method method, Correction correction) {
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

    /// DevTools delays a request once and not every round trip of it, so Chrome and Lighthouse give
    /// it a longer latency and a little less bandwidth than the network they mean.
    ///
    /// @param latency the round-trip time is multiplied by it, above 0
    /// @param bandwidth the bandwidths are multiplied by it, above 0
    public record Correction(double latency, double bandwidth) {
        /// The numbers are taken as they are.
        public static final Correction NONE = new Correction(1, 1);

        public Correction {
            if (!(latency > 0 && latency <= 100) || !(bandwidth > 0 && bandwidth <= 100)) {
                throw new IllegalArgumentException(
                        "not a correction: " + latency + ", " + bandwidth);
            }
        }
    }

    public Network {
        if (!(rttMillis >= 0 && downKbps >= 0 && upKbps >= 0)
                || Double.isInfinite(rttMillis + downKbps + upKbps)) {
            throw new IllegalArgumentException(
                    "network is negative or without end: "
                            + rttMillis
                            + ", "
                            + downKbps
                            + ", "
                            + upKbps);
        }
        if (method == Method.NONE && rttMillis + downKbps + upKbps > 0) {
            throw new IllegalArgumentException("an unshaped network has no numbers");
        }
        if (method != Method.DEVTOOLS && !correction.equals(Correction.NONE)) {
            throw new IllegalArgumentException("only DevTools is given corrected numbers");
        }
    }

    /// A network whose numbers are taken as they are.
    public Network(double rttMillis, double downKbps, double upKbps, Method method) {
        this(rttMillis, downKbps, upKbps, method, Correction.NONE);
    }

    /// The numbers as DevTools is given them; the network itself by any other method.
    ///
    /// Example: Chrome's "Slow 4G" of 150 ms, 1,600 and 750 kbit/s with the correction 3.75 and 0.9
    /// becomes 562.5 ms, 1,440 and 675 kbit/s.
    public Network applied() {
        return correction.equals(Correction.NONE)
                ? this
                : new Network(
                        product(rttMillis, correction.latency()),
                        product(downKbps, correction.bandwidth()),
                        product(upKbps, correction.bandwidth()),
                        method);
    }

    /// To the millionth, so that 1,638.4 × 0.9 is 1,474.56 as it is for people.
    private static double product(double number, double factor) {
        return Math.rint(number * factor * 1e6) / 1e6;
    }
}
