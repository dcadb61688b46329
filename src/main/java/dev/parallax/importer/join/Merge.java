package dev.parallax.importer.join;

import java.util.List;

/// Goes over the rows of several cursors in one order: a heap of cursors, the one with the least
/// row on top.
final class Merge implements Cursor {
    private final Order order;
    private final Cursor[] heap;
    private final long[] firsts;
    private int size;
    private boolean begun;

    private Merge(Order order, List<Cursor> cursors) {
        this.order = order;
        this.heap = new Cursor[cursors.size()];
        this.firsts = new long[cursors.size()];
        for (Cursor cursor : cursors) {
            if (cursor.next()) {
                heap[size] = cursor;
                firsts[size++] = order.first(cursor.bytes(), cursor.at());
            }
        }
        for (int i = size / 2 - 1; i >= 0; i--) {
            sink(i);
        }
    }

    static Cursor of(Order order, List<Cursor> cursors) {
        return cursors.size() == 1 ? cursors.getFirst() : new Merge(order, cursors);
    }

    @Override
    public boolean next() {
        if (!begun) {
            begun = true;
        } else if (heap[0].next()) {
            firsts[0] = order.first(heap[0].bytes(), heap[0].at());
            sink(0);
        } else {
            size--;
            heap[0] = heap[size];
            firsts[0] = firsts[size];
            sink(0);
        }
        return size > 0;
    }

    private void sink(int from) {
        Cursor cursor = heap[from];
        long first = firsts[from];
        int at = from;
        for (int child = 2 * at + 1; child < size; child = 2 * at + 1) {
            if (child + 1 < size
                    && isBefore(heap[child + 1], firsts[child + 1], heap[child], firsts[child])) {
                child++;
            }
            if (!isBefore(heap[child], firsts[child], cursor, first)) {
                break;
            }
            heap[at] = heap[child];
            firsts[at] = firsts[child];
            at = child;
        }
        heap[at] = cursor;
        firsts[at] = first;
    }

    private boolean isBefore(Cursor a, long firstA, Cursor b, long firstB) {
        return firstA == firstB
                ? order.rest(a.bytes(), a.at(), b.bytes(), b.at()) < 0
                : firstA < firstB;
    }

    @Override
    public byte[] bytes() {
        return heap[0].bytes();
    }

    @Override
    public int at() {
        return heap[0].at();
    }
}
