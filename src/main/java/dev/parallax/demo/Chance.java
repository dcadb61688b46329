package dev.parallax.demo;

/// Random numbers that depend on nothing but their arguments, so that the same seed gives the same
/// latencies, faults and pictures whatever the order of requests.
final class Chance {
    private static final long GOLDEN = 0x9e3779b97f4a7c15L;

    private Chance() {}

    /// Uniform in [0, 1), by the finaliser of SplitMix64 (Steele, Lea, Flood, OOPSLA 2014).
    static double of(long seed, long index) {
        return (mix(mix(seed * GOLDEN + 1) + index * GOLDEN) >>> 11) * 0x1.0p-53;
    }

    /// Standard normal, by Box and Muller (1958).
    static double normal(long seed, long index) {
        double radius = Math.sqrt(-2 * Math.log(1 - of(seed, 2 * index)));
        return radius * Math.cos(2 * Math.PI * of(seed, 2 * index + 1));
    }

    /// Turns neighbouring numbers into unrelated ones.
    static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
