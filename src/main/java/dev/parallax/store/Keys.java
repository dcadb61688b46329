package dev.parallax.store;

import dev.parallax.journey.Journey;
import dev.parallax.measure.Device;
import dev.parallax.measure.Network;
import dev.parallax.measure.RunStatus;
import dev.parallax.metric.Metric;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.Function;

/// From the words and numbers in the tables back to the product's own types.
final class Keys {
    private static final double NANOS_IN_MILLI = 1e6;

    private Keys() {}

    static Journey.Kind kind(String key) {
        return find(Journey.Kind.values(), Journey.Kind::key, key);
    }

    static RunStatus status(String key) {
        return find(RunStatus.values(), RunStatus::key, key);
    }

    static Device.Kind device(String key) {
        return find(Device.Kind.values(), Device.Kind::key, key);
    }

    static Network.Method method(String key) {
        return find(Network.Method.values(), Network.Method::key, key);
    }

    static Metric metric(String key) {
        return find(Metric.values(), Metric::key, key);
    }

    /// Milliseconds with all their decimals: exact to the nanosecond for 100 days.
    static double millis(Duration duration) {
        return duration.toNanos() / NANOS_IN_MILLI;
    }

    static Duration duration(double millis) {
        return Duration.ofNanos(Math.round(millis * NANOS_IN_MILLI));
    }

    static <E> E find(E[] all, Function<E, String> keyOf, String key) {
        return Arrays.stream(all)
                .filter(one -> keyOf.apply(one).equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the workspace has the word " + key));
    }
}
