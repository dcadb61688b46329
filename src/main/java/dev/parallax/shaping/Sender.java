package dev.parallax.shaping;

import java.util.ArrayDeque;

/// The sending end of one direction of a connection: says when the next segment may leave and when
/// it arrives. Pure arithmetic on given times; the same calls give the same answers.
///
/// Used by one thread.
final class Sender {
    /// The queue before the link; a router of an access network holds about this much.
    static final long QUEUE_NANOS = 200_000_000;

    /// The largest window without a bandwidth that limits it, in segments: 4 MB, what systems grant
    /// a receiver.
    private static final int UNLIMITED_SEGMENTS = 4 * 1024 * 1024 / Link.SEGMENT_BYTES;

    private static final int PACKET_BYTES = Link.SEGMENT_BYTES + Link.HEADER_BYTES;

    private final Link link;
    private final CongestionWindow window;
    private final ArrayDeque<Long> acknowledgements = new ArrayDeque<>();
    private long acknowledged;

    /// @param nanosPerByte of the link, 0 if unlimited
    Sender(Link link, double nanosPerByte) {
        this.link = link;
        window = new CongestionWindow(link.rttNanos(), mostSegments(link, nanosPerByte));
    }

    /// What is on the way and in a full queue.
    private static int mostSegments(Link link, double nanosPerByte) {
        if (nanosPerByte == 0) {
            return UNLIMITED_SEGMENTS;
        }
        double segments = (link.rttNanos() + QUEUE_NANOS) / (nanosPerByte * PACKET_BYTES);
        return (int) Math.min(UNLIMITED_SEGMENTS, segments + CongestionWindow.INITIAL);
    }

    /// The earliest moment at which the next segment may leave.
    ///
    /// @param readyNanos when its bytes are there; never earlier than in the call before
    long mayLeave(long readyNanos) {
        while (!acknowledgements.isEmpty() && acknowledgements.getFirst() <= readyNanos) {
            acknowledge();
        }
        window.resumed(readyNanos);
        long at = readyNanos;
        while (true) {
            if (window.hasRoom()) {
                if (link.backlogNanos(at) <= QUEUE_NANOS) {
                    return at;
                }
                window.overflowed(at);
                if (window.hasRoom()) {
                    return at;
                }
            }
            at = Math.max(at, acknowledge());
        }
    }

    /// Sends a segment.
    ///
    /// @param atNanos when it leaves, as [#mayLeave] said or later
    /// @return when it arrives
    long send(long atNanos, int bytes) {
        window.sent(atNanos);
        long arrival = link.carry(atNanos, bytes);
        acknowledgements.addLast(arrival + link.rttNanos() / 2);
        return arrival;
    }

    long oneWayNanos() {
        return link.rttNanos() / 2;
    }

    private long acknowledge() {
        long at = acknowledgements.removeFirst();
        window.acknowledged();
        acknowledged++;
        return at;
    }

    /// How many segments count as acknowledged so far; they must have been delivered by then.
    long acknowledged() {
        return acknowledged;
    }

    /// When the end of the stream arrives, if it is told at this moment.
    long endArrives(long atNanos) {
        return link.carry(atNanos, 0);
    }
}
