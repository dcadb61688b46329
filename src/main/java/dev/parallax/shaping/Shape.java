package dev.parallax.shaping;

import dev.parallax.measure.Network;

/// A network as the arithmetic of this package takes it.
///
/// @param rttNanos added round-trip time, even, so that each way takes exactly half of it
/// @param downNanosPerByte time one byte on the wire takes towards the client, 0 if unlimited
/// @param upNanosPerByte the same away from it
record Shape(long rttNanos, double downNanosPerByte, double upNanosPerByte) {
    private static final double NANOS_PER_BYTE_AT_1_KBPS = 8e6;

    static Shape of(Network network) {
        return new Shape(
                2 * Math.round(network.rttMillis() * 1e6 / 2),
                nanosPerByte(network.downKbps()),
                nanosPerByte(network.upKbps()));
    }

    private static double nanosPerByte(double kbps) {
        return kbps == 0 ? 0 : NANOS_PER_BYTE_AT_1_KBPS / kbps;
    }

    long oneWayNanos() {
        return rttNanos / 2;
    }
}
