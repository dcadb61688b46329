package dev.parallax.statistics;

import java.util.Arrays;

/// The values of a histogram that lie beyond its slots, each kept with its mass, so that a tail of
/// a few very slow views stays exact. Grows as needed; [#sort] comes before the first read after a
/// change.
final class LargeValues {

    private int[] values = new int[16];
    private long[] masses = new long[16];
    private long[] massBefore = new long[17];
    private int size;
    private boolean sorted = true;

    void add(int value, long mass) {
        if (size == values.length) {
            values = Arrays.copyOf(values, 2 * size);
            masses = Arrays.copyOf(masses, 2 * size);
        }
        values[size] = value;
        masses[size] = mass;
        size++;
        sorted = false;
    }

    void addAll(LargeValues other) {
        for (int i = 0; i < other.size; i++) {
            add(other.values[i], other.masses[i]);
        }
    }

    void clear() {
        size = 0;
        sorted = false;
    }

    long total() {
        return massBefore[size];
    }

    /// The mass of the values below `bound`.
    long massBelow(long bound) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (values[middle] < bound) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return massBefore[low];
    }

    /// The smallest value at which the cumulated mass is at least `mass`, which is at most
    /// [#total].
    int reaching(long mass) {
        int low = 0;
        int high = size - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (massBefore[middle + 1] < mass) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return values[low];
    }

    /// Tells each distinct value with its mass, in ascending order.
    void forEach(Distribution.Visitor visitor) {
        for (int i = 0; i < size; ) {
            int value = values[i];
            long mass = 0;
            for (; i < size && values[i] == value; i++) {
                mass += masses[i];
            }
            visitor.visit(value, mass);
        }
    }

    void sort() {
        if (sorted) {
            return;
        }
        // Value and position in one long: sorting these sorts both arrays alike
        long[] keys = new long[size];
        for (int i = 0; i < size; i++) {
            keys[i] = (long) values[i] << 32 | i;
        }
        Arrays.sort(keys);
        long[] unsorted = masses.clone();
        if (massBefore.length <= size) {
            massBefore = new long[values.length + 1];
        }
        massBefore[0] = 0;
        for (int i = 0; i < size; i++) {
            values[i] = (int) (keys[i] >>> 32);
            masses[i] = unsorted[(int) keys[i]];
            massBefore[i + 1] = massBefore[i] + masses[i];
        }
        sorted = true;
    }
}
