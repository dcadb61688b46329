package dev.parallax.rum;

/// More than 65,536 codes.
final class IntCodes implements Codes {
    private final int[] codes;
    private final int cardinality;

    IntCodes(int rows, int cardinality) {
        this.codes = new int[Codes.padded(rows)];
        this.cardinality = cardinality;
    }

    @Override
    public int cardinality() {
        return cardinality;
    }

    @Override
    public int at(int row) {
        return codes[row];
    }

    @Override
    public void copy(int firstRow, int[] into, int count) {
        System.arraycopy(codes, firstRow, into, 0, count);
    }

    @Override
    public void set(int firstRow, int[] from, int count) {
        System.arraycopy(from, 0, codes, firstRow, count);
    }

    @Override
    public void retain(byte[] wanted, long[] words, int from, int to) {
        for (int w = from; w < to; w++) {
            if (words[w] == 0) {
                continue;
            }
            long kept = 0;
            for (int i = 0, row = w << 6; i < 64; i++, row++) {
                kept |= (long) wanted[codes[row]] << i;
            }
            words[w] &= kept;
        }
    }

    @Override
    public void count(long[] words, long[] counts) {
        for (int w = 0; w < words.length; w++) {
            for (long left = words[w]; left != 0; left &= left - 1) {
                counts[codes[(w << 6) + Long.numberOfTrailingZeros(left)]]++;
            }
        }
    }

    @Override
    public void sum(long[] words, double[] weights, double[] sums) {
        for (int w = 0; w < words.length; w++) {
            for (long left = words[w]; left != 0; left &= left - 1) {
                int row = (w << 6) + Long.numberOfTrailingZeros(left);
                sums[codes[row]] += weights[row];
            }
        }
    }
}
