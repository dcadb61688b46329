package dev.parallax.importer.privacy;

/// SipHash-2-4 of the UTF-8 form of a text: a pseudo-random function with a key of 128 bits and a
/// result of 64.
///
/// @see <a href="https://www.aumasson.jp/siphash/siphash.pdf">Aumasson and Bernstein, SipHash: a
///   fast short-input PRF, 2012, section 2</a>
final class SipHash {
    private long v0;
    private long v1;
    private long v2;
    private long v3;

    /// The bytes that do not make a whole word yet, the first one lowest.
    private long word;

    private int bytes;

    /// The hash of the text in a part of an array. Allocates nothing.
    long of(long low, long high, char[] source, int from, int length) {
        v0 = low ^ 0x736f6d6570736575L;
        v1 = high ^ 0x646f72616e646f6dL;
        v2 = low ^ 0x6c7967656e657261L;
        v3 = high ^ 0x7465646279746573L;
        word = 0;
        bytes = 0;
        int end = from + length;
        int at = asciiWords(source, from, end);
        while (at < end) {
            at = add(source, at, end);
        }
        return finish();
    }

    /// Takes eight letters at a time as long as all of them are one byte each. The state is in
    /// variables meanwhile, which the processor has at hand: fields would be written and read again
    /// in each round.
    private int asciiWords(char[] source, int from, int end) {
        long a = v0;
        long b = v1;
        long c = v2;
        long d = v3;
        int at = from;
        while (at + Long.BYTES <= end) {
            long taken = 0;
            int all = 0;
            for (int i = 0; i < Long.BYTES; i++) {
                char letter = source[at + i];
                all |= letter;
                taken |= (long) letter << (Byte.SIZE * i);
            }
            if (all >= 0x80) {
                break;
            }
            d ^= taken;
            for (int i = 0; i < 2; i++) {
                a += b;
                c += d;
                b = Long.rotateLeft(b, 13) ^ a;
                d = Long.rotateLeft(d, 16) ^ c;
                a = Long.rotateLeft(a, 32);
                c += b;
                a += d;
                b = Long.rotateLeft(b, 17) ^ c;
                d = Long.rotateLeft(d, 21) ^ a;
                c = Long.rotateLeft(c, 32);
            }
            a ^= taken;
            at += Long.BYTES;
        }
        v0 = a;
        v1 = b;
        v2 = c;
        v3 = d;
        bytes += at - from;
        return at;
    }

    /// Takes one code point; half of a pair is taken for a letter of its own.
    private int add(char[] source, int at, int end) {
        int point = Character.codePointAt(source, at, end);
        if (point < 0x80) {
            put(point);
        } else if (point < 0x800) {
            put(0xc0 | (point >>> 6));
            put(0x80 | (point & 0x3f));
        } else if (point < 0x10000) {
            put(0xe0 | (point >>> 12));
            put(0x80 | ((point >>> 6) & 0x3f));
            put(0x80 | (point & 0x3f));
        } else {
            put(0xf0 | (point >>> 18));
            put(0x80 | ((point >>> 12) & 0x3f));
            put(0x80 | ((point >>> 6) & 0x3f));
            put(0x80 | (point & 0x3f));
        }
        return at + Character.charCount(point);
    }

    private void put(int octet) {
        word |= (long) octet << (Byte.SIZE * (bytes & 7));
        bytes++;
        if ((bytes & 7) == 0) {
            compress(word);
            word = 0;
        }
    }

    private void compress(long taken) {
        v3 ^= taken;
        round();
        round();
        v0 ^= taken;
    }

    private long finish() {
        compress(word | ((long) bytes << 56));
        v2 ^= 0xff;
        round();
        round();
        round();
        round();
        return v0 ^ v1 ^ v2 ^ v3;
    }

    private void round() {
        v0 += v1;
        v2 += v3;
        v1 = Long.rotateLeft(v1, 13) ^ v0;
        v3 = Long.rotateLeft(v3, 16) ^ v2;
        v0 = Long.rotateLeft(v0, 32);
        v2 += v1;
        v0 += v3;
        v1 = Long.rotateLeft(v1, 17) ^ v2;
        v3 = Long.rotateLeft(v3, 21) ^ v0;
        v2 = Long.rotateLeft(v2, 32);
    }
}
