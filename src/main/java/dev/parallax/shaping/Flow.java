package dev.parallax.shaping;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import org.jspecify.annotations.Nullable;

/// One direction of a connection: one thread takes bytes from the source as the sender may send
/// them, another gives them to the destination when they arrive.
///
/// Segments leave at the moment the arithmetic says, even if the thread woke up later: a late timer
/// does not make the round trips behind it late. That also lets both threads do several segments
/// each time they wake up, which costs a third of the processor time.
final class Flow {
    /// Whole segments, so that a full buffer leaves no small one behind.
    private static final int CHUNK_BYTES = 11 * Link.SEGMENT_BYTES;

    private static final int DELIVERY_BYTES = 4 * CHUNK_BYTES;

    /// Segments that arrive within this time of the first are delivered with it.
    private static final long TOGETHER_NANOS = 500_000;

    /// The reading thread may be this late, but never so late that a segment has arrived already.
    private static final long MOST_LATE_NANOS = 5_000_000;

    private static final int SHARE_OF_THE_WAY = 4;

    private final Socket source;
    private final Socket destination;
    private final Sender sender;
    private final Flight flight = new Flight();
    private final long lateNanos;

    Flow(Socket source, Socket destination, Sender sender) {
        this.source = source;
        this.destination = destination;
        this.sender = sender;
        lateNanos = Math.min(MOST_LATE_NANOS, sender.oneWayNanos() / SHARE_OF_THE_WAY);
    }

    /// Takes bytes from the source until it ends or breaks off, which is passed on as such.
    void read() throws InterruptedException {
        try {
            InputStream in = source.getInputStream();
            long leftNanos = System.nanoTime();
            while (true) {
                // what came while the window was shut was there when it opened
                boolean wasThere = in.available() > 0;
                var chunk = new byte[CHUNK_BYTES];
                int length = in.read(chunk);
                long readyNanos = wasThere ? leftNanos : System.nanoTime();
                if (length < 0) {
                    flight.add(Segment.end(sender.endArrives(Math.max(readyNanos, leftNanos))));
                    return;
                }
                leftNanos = send(chunk, length, Math.max(readyNanos, leftNanos));
            }
        } catch (IOException _) {
            flight.add(Segment.reset(sender.endArrives(System.nanoTime())));
        }
    }

    private long send(byte[] chunk, int length, long readyNanos) throws InterruptedException {
        long at = readyNanos;
        for (int offset = 0; offset < length; offset += Link.SEGMENT_BYTES) {
            int bytes = Math.min(Link.SEGMENT_BYTES, length - offset);
            at = sender.mayLeave(at);
            if (at > System.nanoTime()) {
                Moment.await(at + lateNanos);
            }
            if (flight.awaitDelivered(sender.acknowledged())) {
                at = Math.max(at, System.nanoTime());
            }
            flight.add(Segment.bytes(sender.send(at, bytes), chunk, offset, bytes));
        }
        return at;
    }

    /// Gives the destination what arrives until the stream ends or breaks off.
    ///
    /// @return whether it ended well
    boolean deliver() throws InterruptedException {
        try {
            OutputStream out = destination.getOutputStream();
            var buffer = new byte[DELIVERY_BYTES];
            while (true) {
                Segment next = flight.next();
                Moment.await(next.arrivalNanos());
                switch (next.kind()) {
                    case BYTES -> deliverDue(out, buffer, next.arrivalNanos() + TOGETHER_NANOS);
                    case END -> {
                        destination.shutdownOutput();
                        return true;
                    }
                    case RESET -> {
                        return false;
                    }
                }
            }
        } catch (IOException _) {
            return false;
        }
    }

    private void deliverDue(OutputStream out, byte[] buffer, long atLeastNanos) throws IOException {
        int filled = 0;
        int segments = 0;
        long byNanos = Math.max(atLeastNanos, System.nanoTime());
        while (filled + Link.SEGMENT_BYTES <= buffer.length) {
            @Nullable Segment due = flight.takeBytes(byNanos);
            if (due == null) {
                break;
            }
            due.copyTo(buffer, filled);
            filled += due.length();
            segments++;
        }
        out.write(buffer, 0, filled);
        flight.delivered(segments);
    }
}
