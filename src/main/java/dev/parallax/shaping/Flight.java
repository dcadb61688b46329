package dev.parallax.shaping;

import java.util.ArrayDeque;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// The segments of one direction that have left and not arrived, between the thread that reads them
/// and the one that delivers them. The congestion window bounds it.
final class Flight {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final ArrayDeque<Segment> segments = new ArrayDeque<>();
    private long delivered;
    private long awaited = Long.MAX_VALUE;

    void add(Segment segment) {
        lock.lock();
        try {
            segments.addLast(segment);
            if (segments.size() == 1) {
                changed.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    /// The segment that arrives next, which stays; waits for one.
    Segment next() throws InterruptedException {
        lock.lock();
        try {
            while (segments.isEmpty()) {
                changed.await();
            }
            return segments.getFirst();
        } finally {
            lock.unlock();
        }
    }

    /// Takes the next segment if it carries bytes and arrives by then.
    @Nullable Segment takeBytes(long byNanos) {
        lock.lock();
        try {
            Segment next = segments.peekFirst();
            boolean due =
                    next != null
                            && next.kind() == Segment.Kind.BYTES
                            && next.arrivalNanos() <= byNanos;
            return due ? segments.removeFirst() : null;
        } finally {
            lock.unlock();
        }
    }

    /// Tells that this many more segments are with their receiver.
    void delivered(int more) {
        lock.lock();
        try {
            delivered += more;
            if (delivered >= awaited) {
                awaited = Long.MAX_VALUE;
                changed.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    /// Waits until so many segments were delivered.
    ///
    /// @return whether it had to wait
    boolean awaitDelivered(long count) throws InterruptedException {
        lock.lock();
        try {
            boolean waits = delivered < count;
            while (delivered < count) {
                awaited = count;
                changed.await();
            }
            return waits;
        } finally {
            lock.unlock();
        }
    }
}
