package dev.parallax.shaping;

import java.util.concurrent.locks.LockSupport;

/// Waits for a moment of `System.nanoTime()`.
final class Moment {
    private Moment() {}

    static void await(long nanos) throws InterruptedException {
        for (long left = nanos - System.nanoTime(); left > 0; left = nanos - System.nanoTime()) {
            LockSupport.parkNanos(left);
            if (Thread.interrupted()) {
                throw new InterruptedException("the proxy is closed");
            }
        }
    }
}
