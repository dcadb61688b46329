package dev.parallax.importer.privacy;

import java.util.Arrays;

/// A growing text that is used again and again.
final class Text {
    private char[] letters = new char[256];
    private int length;

    char[] letters() {
        return letters;
    }

    int length() {
        return length;
    }

    void clear() {
        length = 0;
    }

    void add(char letter) {
        if (length == letters.length) {
            letters = Arrays.copyOf(letters, length * 2);
        }
        letters[length++] = letter;
    }

    void add(char[] source, int from, int end) {
        int count = end - from;
        if (length + count > letters.length) {
            letters = Arrays.copyOf(letters, Math.max(length + count, length * 2));
        }
        System.arraycopy(source, from, letters, length, count);
        length += count;
    }

    void add(Mask mask) {
        String placeholder = mask.placeholder();
        for (int i = 0; i < placeholder.length(); i++) {
            add(placeholder.charAt(i));
        }
    }

    boolean isEmpty() {
        return length == 0;
    }

    @Override
    public String toString() {
        return new String(letters, 0, length);
    }
}
