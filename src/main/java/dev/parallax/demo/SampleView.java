package dev.parallax.demo;

/// One simulated page view. Times are milliseconds; NaN is missing.
///
/// @param epochMillis when it began
/// @param path with query, as the browser saw it
record SampleView(
        SampleSession session,
        long epochMillis,
        String path,
        double ttfb,
        double fcp,
        double lcp,
        double cls,
        double inp,
        double dcl,
        double load) {}
