package dev.parallax.demo;

/// How a shop behaves.
///
/// @param port on 127.0.0.1; 0 for any free one
/// @param seed makes latencies and faults repeatable
public record ShopSettings(int port, long seed, Latencies latencies, Faults faults) {

    public ShopSettings {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("port is not within 0 and 65535: " + port);
        }
    }

    /// A believable shop without faults, on a free port.
    public static ShopSettings demo() {
        return new ShopSettings(0, 1, Latencies.demo(), Faults.none());
    }

    /// A shop that answers at once, without faults, on a free port: for tests.
    public static ShopSettings instant() {
        return new ShopSettings(0, 1, Latencies.none(), Faults.none());
    }

    public ShopSettings withPort(int number) {
        return new ShopSettings(number, seed, latencies, faults);
    }

    public ShopSettings withSeed(long number) {
        return new ShopSettings(port, number, latencies, faults);
    }

    public ShopSettings withLatencies(Latencies other) {
        return new ShopSettings(port, seed, other, faults);
    }

    public ShopSettings withFaults(Faults other) {
        return new ShopSettings(port, seed, latencies, other);
    }
}
