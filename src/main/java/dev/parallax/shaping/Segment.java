package dev.parallax.shaping;

/// A part of a stream on its way.
final class Segment {
    enum Kind {
        BYTES,
        /// Nothing follows.
        END,
        /// The connection was broken off.
        RESET
    }

    private static final byte[] NOTHING = {};

    private final long arrivalNanos;
    private final Kind kind;
    private final byte[] bytes;
    private final int offset;
    private final int length;

    private Segment(long arrivalNanos, Kind kind, byte[] bytes, int offset, int length) {
        this.arrivalNanos = arrivalNanos;
        this.kind = kind;
        this.bytes = bytes;
        this.offset = offset;
        this.length = length;
    }

    static Segment bytes(long arrivalNanos, byte[] bytes, int offset, int length) {
        return new Segment(arrivalNanos, Kind.BYTES, bytes, offset, length);
    }

    static Segment end(long arrivalNanos) {
        return new Segment(arrivalNanos, Kind.END, NOTHING, 0, 0);
    }

    static Segment reset(long arrivalNanos) {
        return new Segment(arrivalNanos, Kind.RESET, NOTHING, 0, 0);
    }

    /// When the other end gets it.
    long arrivalNanos() {
        return arrivalNanos;
    }

    Kind kind() {
        return kind;
    }

    int length() {
        return length;
    }

    /// Puts its bytes into a buffer that has room for them.
    void copyTo(byte[] buffer, int at) {
        System.arraycopy(bytes, offset, buffer, at, length);
    }
}
