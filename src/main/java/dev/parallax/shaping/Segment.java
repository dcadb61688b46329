package dev.parallax.shaping;

/// A part of a stream on its way.
///
/// @param arrivalNanos when the other end gets it
/// @param kind what it is
/// @param bytes holds its bytes
/// @param offset of its first byte
/// @param length 0 unless it carries bytes
@SuppressWarnings("ArrayRecordComponent") // compared by nobody; the bytes are on their way
record Segment(long arrivalNanos, Kind kind, byte[] bytes, int offset, int length) {
    enum Kind {
        BYTES,
        /// Nothing follows.
        END,
        /// The connection was broken off.
        RESET
    }

    private static final byte[] NOTHING = {};

    static Segment bytes(long arrivalNanos, byte[] bytes, int offset, int length) {
        return new Segment(arrivalNanos, Kind.BYTES, bytes, offset, length);
    }

    static Segment end(long arrivalNanos) {
        return new Segment(arrivalNanos, Kind.END, NOTHING, 0, 0);
    }

    static Segment reset(long arrivalNanos) {
        return new Segment(arrivalNanos, Kind.RESET, NOTHING, 0, 0);
    }
}
