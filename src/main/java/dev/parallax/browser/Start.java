package dev.parallax.browser;

import com.microsoft.playwright.Page;

/// When an iteration started: on the browser's clock, which all times of the waterfall are read
/// from, and on this process's, for the requests that the browser tells no time of.
///
/// @param epochMillis on the browser's clock
/// @param nanos on the steady clock of this process
record Start(double epochMillis, long nanos) {

    /// Now, asked of a page.
    static Start now(Page page) {
        Object told = page.evaluate("performance.timeOrigin + performance.now()");
        return new Start(((Number) told).doubleValue(), System.nanoTime());
    }

    /// Milliseconds from the start to a time of the browser, not below 0.
    double millisUntil(double laterEpochMillis) {
        return Math.max(laterEpochMillis - epochMillis, 0);
    }

    /// Milliseconds from the start to a reading of the steady clock, not below 0.
    double millisUntilNanos(long laterNanos) {
        return Math.max((laterNanos - nanos) / 1e6, 0);
    }
}
