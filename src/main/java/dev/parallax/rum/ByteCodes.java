package dev.parallax.rum;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/// Up to 256 codes: eight rows are compared at once within a long.
final class ByteCodes implements Codes {
    private static final VarHandle LONGS =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long LOW_BITS = 0x7f7f7f7f7f7f7f7fL;

    /// Multiplied by it, the lowest bits of eight bytes come together in the highest byte.
    private static final long GATHER = 0x0102040810204080L;

    /// Up to so many wanted codes are compared one after the other; looking each row up costs more.
    private static final int FEW = 6;

    private final byte[] codes;
    private final int cardinality;

    ByteCodes(int rows, int cardinality) {
        this.codes = new byte[Codes.padded(rows)];
        this.cardinality = cardinality;
    }

    @Override
    public int cardinality() {
        return cardinality;
    }

    @Override
    public int at(int row) {
        return codes[row] & 0xff;
    }

    @Override
    public void copy(int firstRow, int[] into, int count) {
        for (int i = 0; i < count; i++) {
            into[i] = codes[firstRow + i] & 0xff;
        }
    }

    @Override
    public void set(int firstRow, int[] from, int count) {
        for (int i = 0; i < count; i++) {
            codes[firstRow + i] = (byte) from[i];
        }
    }

    @Override
    public void retain(byte[] wanted, long[] words, int from, int to) {
        long[] patterns = patterns(wanted);
        if (patterns.length == 1) {
            retainOne(patterns[0], words, from, to);
        } else if (patterns.length <= FEW) {
            retainFew(patterns, words, from, to);
        } else {
            retainAny(wanted, words, from, to);
        }
    }

    /// Of each wanted code a long that has it in every byte.
    private static long[] patterns(byte[] wanted) {
        var patterns = new long[wanted.length];
        int count = 0;
        for (int code = 0; code < wanted.length; code++) {
            if (wanted[code] != 0) {
                patterns[count++] = code * ONES;
            }
        }
        return Arrays.copyOf(patterns, count);
    }

    private void retainOne(long pattern, long[] words, int from, int to) {
        byte[] codes = this.codes;
        for (int w = from; w < to; w++) {
            if (words[w] == 0) {
                continue;
            }
            long kept = 0;
            for (int i = 0; i < 8; i++) {
                long differing = (long) LONGS.get(codes, (w << 6) + (i << 3)) ^ pattern;
                kept |= gather(equal(differing)) << (i << 3);
            }
            words[w] &= kept;
        }
    }

    private void retainFew(long[] patterns, long[] words, int from, int to) {
        byte[] codes = this.codes;
        for (int w = from; w < to; w++) {
            if (words[w] == 0) {
                continue;
            }
            long kept = 0;
            for (int i = 0; i < 8; i++) {
                long eight = (long) LONGS.get(codes, (w << 6) + (i << 3));
                long equal = 0;
                for (long pattern : patterns) {
                    equal |= equal(eight ^ pattern);
                }
                kept |= gather(equal) << (i << 3);
            }
            words[w] &= kept;
        }
    }

    /// The highest bit of each byte that is 0, whatever its neighbours are.
    private static long equal(long differing) {
        return ~(((differing & LOW_BITS) + LOW_BITS) | differing | LOW_BITS);
    }

    private static long gather(long highestBits) {
        return ((highestBits >>> 7) * GATHER) >>> 56;
    }

    private void retainAny(byte[] wanted, long[] words, int from, int to) {
        byte[] codes = this.codes;
        var flags = new byte[256];
        System.arraycopy(wanted, 0, flags, 0, wanted.length);
        for (int w = from; w < to; w++) {
            if (words[w] == 0) {
                continue;
            }
            long kept = 0;
            for (int i = 0, row = w << 6; i < 64; i++, row++) {
                kept |= (long) flags[codes[row] & 0xff] << i;
            }
            words[w] &= kept;
        }
    }

    @Override
    public void count(long[] words, long[] counts) {
        for (int w = 0; w < words.length; w++) {
            for (long left = words[w]; left != 0; left &= left - 1) {
                counts[codes[(w << 6) + Long.numberOfTrailingZeros(left)] & 0xff]++;
            }
        }
    }

    @Override
    public void sum(long[] words, double[] weights, double[] sums) {
        for (int w = 0; w < words.length; w++) {
            for (long left = words[w]; left != 0; left &= left - 1) {
                int row = (w << 6) + Long.numberOfTrailingZeros(left);
                sums[codes[row] & 0xff] += weights[row];
            }
        }
    }
}
