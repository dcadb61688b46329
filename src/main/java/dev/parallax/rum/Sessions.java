package dev.parallax.rum;

/// The sessions of a data set's page views as dense numbers: 0 to `count() - 1` in order of first
/// appearance, [#UNKNOWN] where the session is not known.
final class Sessions {
    static final int UNKNOWN = -1;

    private final int[] codes;
    private long[] hashes = new long[1024];

    /// The number of the session in the same place of `hashes` plus 1, or 0 if the place is free.
    private int[] numbers = new int[1024];

    private int count;

    /// @param rows rows of the data set, all of unknown session so far
    Sessions(int rows) {
        codes = new int[rows];
    }

    /// Writes the sessions of some rows.
    void set(int firstRow, long[] sessions, int rows) {
        for (int i = 0; i < rows; i++) {
            codes[firstRow + i] = sessions[i] == Chunk.NO_SESSION ? UNKNOWN : number(sessions[i]);
        }
    }

    /// Drops what only [#set] needs.
    void close() {
        hashes = new long[0];
        numbers = new int[0];
    }

    int count() {
        return count;
    }

    int[] codes() {
        return codes;
    }

    private int number(long hash) {
        int slot = slot(hash);
        if (numbers[slot] == 0) {
            if (++count * 2 > numbers.length) {
                spread();
                slot = slot(hash);
            }
            hashes[slot] = hash;
            numbers[slot] = count;
        }
        return numbers[slot] - 1;
    }

    private int slot(long hash) {
        int mask = numbers.length - 1;
        int slot = (int) (hash ^ (hash >>> 32)) & mask;
        while (numbers[slot] != 0 && hashes[slot] != hash) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void spread() {
        long[] oldHashes = hashes;
        int[] oldNumbers = numbers;
        hashes = new long[oldHashes.length * 2];
        numbers = new int[oldNumbers.length * 2];
        for (int i = 0; i < oldNumbers.length; i++) {
            if (oldNumbers[i] != 0) {
                int slot = slot(oldHashes[i]);
                hashes[slot] = oldHashes[i];
                numbers[slot] = oldNumbers[i];
            }
        }
    }
}
