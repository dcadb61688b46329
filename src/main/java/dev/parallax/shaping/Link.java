package dev.parallax.shaping;

/// One direction of the access link, shared by all connections of a run: bytes leave one after the
/// other at the bandwidth, then travel for half a round trip. It keeps a clock of its own, the
/// moment at which it is free again, so that no error of a timer ever adds up.
///
/// Example: at 8,000 kbit/s a byte takes 1 µs. A segment of 1,448 bytes is a packet of 1,500; given
/// to an idle link at 0 it has left at 1,500 µs, and with a round trip of 40 ms it has arrived at
/// 21,500 µs.
final class Link {
    /// What an IPv4 packet of a usual network carries of a TCP stream, with timestamps, in bytes.
    static final int SEGMENT_BYTES = 1448;

    /// Headers of IP and TCP with timestamps, in bytes.
    static final int HEADER_BYTES = 52;

    private final double nanosPerByte;
    private final long oneWayNanos;
    private double freeNanos = Double.NEGATIVE_INFINITY;
    private long origin;
    private boolean used;

    /// @param nanosPerByte 0 if unlimited
    Link(double nanosPerByte, long oneWayNanos) {
        this.nanosPerByte = nanosPerByte;
        this.oneWayNanos = oneWayNanos;
    }

    /// Puts a segment on the link.
    ///
    /// @param atNanos when it is ready to go
    /// @return when it arrives at the other end, never before a segment that was sent earlier
    synchronized long carry(long atNanos, int bytes) {
        double start = Math.max(sinceOrigin(atNanos), freeNanos);
        freeNanos = start + (bytes + HEADER_BYTES) * nanosPerByte;
        return origin + Math.round(freeNanos) + oneWayNanos;
    }

    /// How long what is already queued keeps the link busy, nanoseconds.
    synchronized long backlogNanos(long atNanos) {
        return Math.max(0, Math.round(freeNanos - sinceOrigin(atNanos)));
    }

    long rttNanos() {
        return 2 * oneWayNanos;
    }

    /// System.nanoTime() may start anywhere; a double counts nanoseconds exactly for 104 days only.
    private double sinceOrigin(long atNanos) {
        if (!used) {
            used = true;
            origin = atNanos;
        }
        return (double) (atNanos - origin);
    }
}
