package dev.parallax.demo;

import java.util.List;

/// A connection in the sample.
enum SampleNetwork {
    WIFI("wifi", 9, 30_000),
    FOUR_G("4g", 62, 8_000),
    THREE_G("3g", 210, 1_500),
    SLOW_TWO_G("slow-2g", 1_100, 150);

    private static final List<SampleNetwork> ALL = List.of(values());

    private final String label;
    private final double roundTripMillis;
    private final double kilobitsPerSecond;

    SampleNetwork(String label, double roundTripMillis, double kilobitsPerSecond) {
        this.label = label;
        this.roundTripMillis = roundTripMillis;
        this.kilobitsPerSecond = kilobitsPerSecond;
    }

    static List<SampleNetwork> all() {
        return ALL;
    }

    String label() {
        return label;
    }

    /// From the device into the provider's network.
    double roundTripMillis() {
        return roundTripMillis;
    }

    /// Milliseconds a file of this size is on its way.
    double transferMillis(double kilobytes) {
        return kilobytes * 8_000 / kilobitsPerSecond;
    }
}
