package dev.parallax.importer.join;

/// 64-bit hashes of what is already a number.
final class Mixing {
    /// The golden ratio as a fraction of 2^64, odd.
    private static final long RATIO = 0x9E3779B97F4A7C15L;

    private Mixing() {}

    /// The hash of two numbers in this order.
    static long of(long first, long second) {
        return spread((first ^ Long.rotateLeft(second * RATIO, 31)) * RATIO + second);
    }

    /// The last step of MurmurHash3's 64-bit finalizer, which is in the public domain: every bit of
    /// the input reaches every bit of the output, and no two inputs share one.
    static long spread(long number) {
        long mixed = (number ^ (number >>> 33)) * 0xff51afd7ed558ccdL;
        mixed = (mixed ^ (mixed >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return mixed ^ (mixed >>> 33);
    }
}
