package dev.parallax.importer;

/// 64-bit hashes of texts: long enough that two of some million sessions hardly ever share one.
final class Hash {
    private static final long PRIME = 0x9E3779B97F4A7C15L;

    private Hash() {}

    /// The hash of a part of an array; never 0.
    static long of(char[] source, int from, int length) {
        long hash = length;
        for (int i = from; i < from + length; i++) {
            hash = (hash ^ source[i]) * PRIME;
            hash ^= hash >>> 32;
        }
        return finish(hash);
    }

    static long of(String text) {
        return of(text.toCharArray(), 0, text.length());
    }

    /// The hash of two hashes in this order; never 0.
    static long of(long first, long second) {
        return finish((first * PRIME) ^ Long.rotateLeft(second, 31));
    }

    /// The last step of MurmurHash3's 64-bit finalizer, which is in the public domain: every bit of
    /// the input reaches every bit of the output.
    private static long finish(long hash) {
        long h = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
        h = (h ^ (h >>> 33)) * 0xc4ceb9fe1a85ec53L;
        h ^= h >>> 33;
        return h == 0 ? 1 : h;
    }
}
