package dev.parallax.rum;

/// 257 to 65,536 codes.
final class ShortCodes implements Codes {
    private final short[] codes;
    private final int cardinality;

    ShortCodes(int rows, int cardinality) {
        this.codes = new short[Codes.padded(rows)];
        this.cardinality = cardinality;
    }

    @Override
    public int cardinality() {
        return cardinality;
    }

    @Override
    public int at(int row) {
        return codes[row] & 0xffff;
    }

    @Override
    public void copy(int firstRow, int[] into, int count) {
        for (int i = 0; i < count; i++) {
            into[i] = codes[firstRow + i] & 0xffff;
        }
    }

    @Override
    public void set(int firstRow, int[] from, int count) {
        for (int i = 0; i < count; i++) {
            codes[firstRow + i] = (short) from[i];
        }
    }

    @Override
    public void retain(byte[] wanted, long[] words, int from, int to) {
        for (int w = from; w < to; w++) {
            if (words[w] == 0) {
                continue;
            }
            long kept = 0;
            for (int i = 0, row = w << 6; i < 64; i++, row++) {
                kept |= (long) wanted[codes[row] & 0xffff] << i;
            }
            words[w] &= kept;
        }
    }

    @Override
    public void count(long[] words, long[] counts) {
        for (int w = 0; w < words.length; w++) {
            for (long left = words[w]; left != 0; left &= left - 1) {
                counts[codes[(w << 6) + Long.numberOfTrailingZeros(left)] & 0xffff]++;
            }
        }
    }

    @Override
    public void sum(long[] words, double[] weights, double[] sums) {
        for (int w = 0; w < words.length; w++) {
            for (long left = words[w]; left != 0; left &= left - 1) {
                int row = (w << 6) + Long.numberOfTrailingZeros(left);
                sums[codes[row] & 0xffff] += weights[row];
            }
        }
    }
}
