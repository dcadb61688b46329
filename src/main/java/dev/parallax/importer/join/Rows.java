package dev.parallax.importer.join;

import java.util.Arrays;

/// Rows in memory, up to a number of bytes.
final class Rows {
    /// What sorting needs for each row: two keys and two places.
    private static final int INDEX_BYTES = 2 * (Long.BYTES + Integer.BYTES);

    private static final int FIRST_BYTES = 1 << 14;
    private static final int FIRST_COUNT = 1 << 8;

    private final Order order;
    private final int mostBytes;
    private final int mostRows;
    private byte[] bytes = new byte[FIRST_BYTES];
    private long[] keys = new long[FIRST_COUNT];
    private int[] places = new int[FIRST_COUNT];

    /// For sorting; as long as the others once that is done.
    private long[] otherKeys = {};

    private int[] otherPlaces = {};

    private int count;
    private int filled;

    /// @param memoryBytes for the rows and their sorting together
    Rows(Order order, long memoryBytes) {
        this.order = order;
        mostRows = (int) Math.max(FIRST_COUNT, memoryBytes / 3 / INDEX_BYTES);
        mostBytes = Math.clamp(memoryBytes / 3 * 2, FIRST_BYTES, 1 << 30);
    }

    boolean isFull() {
        return count == mostRows || filled + Row.LONGEST > mostBytes;
    }

    boolean isEmpty() {
        return count == 0;
    }

    int count() {
        return count;
    }

    /// Bytes of all rows.
    int filled() {
        return filled;
    }

    /// Takes a part. There must be room.
    void add(Part part, long content) {
        if (filled + Row.LONGEST > bytes.length) {
            bytes = Arrays.copyOf(bytes, (int) Math.min(mostBytes, 2L * bytes.length));
        }
        if (count == keys.length) {
            int more = (int) Math.min(mostRows, 2L * count);
            keys = Arrays.copyOf(keys, more);
            places = Arrays.copyOf(places, more);
        }
        int at = filled;
        filled = Row.write(part, content, bytes, at);
        keys[count] = order.first(bytes, at);
        places[count++] = at;
    }

    void clear() {
        count = 0;
        filled = 0;
    }

    byte[] bytes() {
        return bytes;
    }

    /// Where in [#bytes()] the rows begin; in order after [#sort()].
    int place(int index) {
        return places[index];
    }

    void sort() {
        sortByKey();
        int from = 0;
        for (int at = 1; at <= count; at++) {
            if (at == count || keys[at] != keys[from]) {
                if (at - from > 1) {
                    sortByRest(from, at);
                }
                from = at;
            }
        }
    }

    /// By one byte of the keys after the other, the lowest first. Linear, whatever the keys are.
    private void sortByKey() {
        var counts = new int[Long.BYTES][256];
        for (int i = 0; i < count; i++) {
            long key = keys[i] ^ Long.MIN_VALUE;
            for (int digit = 0; digit < Long.BYTES; digit++) {
                counts[digit][(int) (key >>> (8 * digit)) & 255]++;
            }
        }
        if (otherKeys.length < keys.length) {
            otherKeys = new long[keys.length];
            otherPlaces = new int[places.length];
        }
        for (int digit = 0; digit < Long.BYTES; digit++) {
            if (toStarts(counts[digit])) {
                moveByDigit(digit, counts[digit]);
                long[] sortedKeys = otherKeys;
                otherKeys = keys;
                keys = sortedKeys;
                int[] sortedPlaces = otherPlaces;
                otherPlaces = places;
                places = sortedPlaces;
            }
        }
    }

    /// Turns counts into where the rows of each digit begin.
    ///
    /// @return false if all rows have the same digit
    private boolean toStarts(int[] counts) {
        int sum = 0;
        for (int i = 0; i < counts.length; i++) {
            int rows = counts[i];
            if (rows == count) {
                return false;
            }
            counts[i] = sum;
            sum += rows;
        }
        return true;
    }

    private void moveByDigit(int digit, int[] starts) {
        int shift = 8 * digit;
        for (int i = 0; i < count; i++) {
            int to = starts[(int) ((keys[i] ^ Long.MIN_VALUE) >>> shift) & 255]++;
            otherKeys[to] = keys[i];
            otherPlaces[to] = places[i];
        }
    }

    private static final int FEW = 12;

    private void sortByRest(int from, int to) {
        if (to - from <= FEW) {
            insert(from, to);
        } else {
            mergeSort(from, to, new int[to - from]);
        }
    }

    private void insert(int from, int to) {
        for (int i = from + 1; i < to; i++) {
            int place = places[i];
            int at = i;
            while (at > from && order.rest(bytes, places[at - 1], bytes, place) > 0) {
                places[at] = places[at - 1];
                at--;
            }
            places[at] = place;
        }
    }

    private void mergeSort(int from, int to, int[] left) {
        if (to - from <= FEW) {
            insert(from, to);
            return;
        }
        int middle = (from + to) >>> 1;
        mergeSort(from, middle, left);
        mergeSort(middle, to, left);
        if (order.rest(bytes, places[middle - 1], bytes, places[middle]) <= 0) {
            return;
        }
        int size = middle - from;
        System.arraycopy(places, from, left, 0, size);
        int at = from;
        int right = middle;
        for (int i = 0; i < size; ) {
            boolean takeRight = right < to && order.rest(bytes, left[i], bytes, places[right]) > 0;
            places[at++] = takeRight ? places[right++] : left[i++];
        }
    }
}
