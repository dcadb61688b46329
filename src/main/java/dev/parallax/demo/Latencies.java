package dev.parallax.demo;

import java.time.Duration;

/// How long the shop takes before it answers.
///
/// @param page before an HTML page
/// @param asset before a style sheet, script or picture
/// @param api before a JSON answer
/// @param catalogue before the list of all products, in place of `api`
/// @param hero before the large picture of the home page, in place of `asset`
/// @param spread standard deviation of the natural logarithm of each latency, 0 for none: with 0.1
///   two thirds of the answers take between 90 and 110 % of the values above
public record Latencies(
        Duration page,
        Duration asset,
        Duration api,
        Duration catalogue,
        Duration hero,
        double spread) {

    public Latencies {
        for (Duration latency : new Duration[] {page, asset, api, catalogue, hero}) {
            if (latency.isNegative()) {
                throw new IllegalArgumentException("latency is negative: " + latency);
            }
        }
        if (!(spread >= 0 && spread <= 1)) {
            throw new IllegalArgumentException("spread is not within 0 and 1: " + spread);
        }
    }

    /// A believable shop on a fair server: page after 75 ms, JSON after 60 ms, its list of products
    /// after 200 ms, hero after 420 ms.
    public static Latencies demo() {
        return new Latencies(
                Duration.ofMillis(75),
                Duration.ofMillis(18),
                Duration.ofMillis(60),
                Duration.ofMillis(200),
                Duration.ofMillis(420),
                0.08);
    }

    /// No waiting at all, for tests.
    public static Latencies none() {
        return new Latencies(
                Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO, 0);
    }
}
