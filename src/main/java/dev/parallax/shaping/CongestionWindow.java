package dev.parallax.shaping;

/// How many segments of one connection may be on their way in one direction: TCP's congestion
/// control as Linux does it (Reno, RFC 5681), counted in segments.
///
/// - It begins with 10 (RFC 6928) and grows by one with each acknowledgement: it doubles each round
///   trip (slow start).
/// - When the queue before the link is full a packet would be lost: the window falls to 70 %, at
///   most once a round trip, and from then on grows by one a round trip.
/// - It does not grow while the sender has not filled it (RFC 7661).
/// - Behind a pause longer than the retransmission time-out it begins anew.
final class CongestionWindow {
    static final int INITIAL = 10;

    private static final int LEAST = 2;
    private static final double KEPT_AFTER_LOSS = 0.7;

    /// Linux adds at least this to the round-trip time before it takes a packet for lost.
    private static final long LEAST_PATIENCE_NANOS = 200_000_000;

    private final long rttNanos;
    private final int most;
    private int window = INITIAL;
    private int threshold = Integer.MAX_VALUE;
    private int inFlight;
    private int acknowledgedInAvoidance;
    private int peak;
    private long peakSinceNanos;
    private long lossNanos;
    private boolean lost;
    private long sentNanos;
    private boolean sent;

    /// @param most the window never grows over it, in segments
    CongestionWindow(long rttNanos, int most) {
        this.rttNanos = rttNanos;
        this.most = Math.max(most, INITIAL);
    }

    boolean hasRoom() {
        return inFlight < window;
    }

    /// The window, in segments.
    int segments() {
        return window;
    }

    /// Tells that a segment leaves.
    void sent(long atNanos) {
        if (!sent || atNanos - peakSinceNanos > rttNanos) {
            peakSinceNanos = atNanos;
            peak = 0;
        }
        sent = true;
        sentNanos = atNanos;
        inFlight++;
        peak = Math.max(peak, inFlight);
    }

    /// Tells that nothing was sent until now: behind a long pause slow start begins anew.
    void resumed(long atNanos) {
        long patience = Math.max(rttNanos + LEAST_PATIENCE_NANOS, 2 * rttNanos);
        if (sent && inFlight == 0 && atNanos - sentNanos > patience) {
            window = Math.min(window, INITIAL);
        }
    }

    /// Tells that the queue before the link is full.
    void overflowed(long atNanos) {
        if (lost && atNanos - lossNanos <= rttNanos) {
            return;
        }
        lost = true;
        lossNanos = atNanos;
        window = Math.max(LEAST, (int) (window * KEPT_AFTER_LOSS));
        threshold = window;
    }

    /// Tells that a segment was acknowledged.
    void acknowledged() {
        inFlight--;
        if (window < threshold) {
            if (window < 2 * peak) {
                grow();
            }
        } else if (++acknowledgedInAvoidance >= window) {
            acknowledgedInAvoidance = 0;
            grow();
        }
    }

    private void grow() {
        window = Math.min(most, window + 1);
    }
}
