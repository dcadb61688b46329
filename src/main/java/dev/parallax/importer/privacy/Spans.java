package dev.parallax.importer.privacy;

import java.util.Arrays;

/// The private parts of a text: where each begins and ends, and what it is. Used again for each
/// text.
final class Spans {
    private int[] starts = new int[16];
    private int[] ends = new int[16];
    private Mask[] masks = new Mask[16];
    private int count;

    void clear() {
        count = 0;
    }

    boolean isEmpty() {
        return count == 0;
    }

    void add(int start, int end, Mask mask) {
        if (count == starts.length) {
            starts = Arrays.copyOf(starts, count * 2);
            ends = Arrays.copyOf(ends, count * 2);
            masks = Arrays.copyOf(masks, count * 2);
        }
        int at = count++;
        while (at > 0 && starts[at - 1] > start) {
            starts[at] = starts[at - 1];
            ends[at] = ends[at - 1];
            masks[at] = masks[at - 1];
            at--;
        }
        starts[at] = start;
        ends[at] = end;
        masks[at] = mask;
    }

    void addAll(Spans others) {
        for (int i = 0; i < others.count; i++) {
            add(others.starts[i], others.ends[i], others.masks[i]);
        }
    }

    /// What the text is on the whole: the kind named first in [Mask] that occurs in it.
    Mask worst() {
        Mask worst = masks[0];
        for (int i = 1; i < count; i++) {
            worst = masks[i].compareTo(worst) < 0 ? masks[i] : worst;
        }
        return worst;
    }

    /// Writes a part of the text, with a placeholder for each private part. Parts that overlap
    /// become one.
    void write(char[] source, int from, int end, Text into) {
        int at = from;
        for (int i = 0; i < count; ) {
            int spanEnd = ends[i];
            Mask mask = masks[i];
            into.add(source, at, Math.max(at, starts[i]));
            for (i++; i < count && starts[i] < spanEnd; i++) {
                spanEnd = Math.max(spanEnd, ends[i]);
                mask = masks[i].compareTo(mask) < 0 ? masks[i] : mask;
            }
            into.add(mask);
            at = spanEnd;
        }
        into.add(source, at, end);
    }
}
