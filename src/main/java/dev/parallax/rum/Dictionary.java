package dev.parallax.rum;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/// Texts and the small whole numbers that stand for them in a column, given out from 1 in order of
/// first appearance. Code 0 is [#UNKNOWN] and has the empty text.
///
/// Looking up a text that is known allocates nothing, so a reader may ask once for every cell of a
/// large file. Not safe for use by several threads while texts are added.
public final class Dictionary {
    /// The code of "no value".
    public static final int UNKNOWN = 0;

    /// Letters kept at most, so that a file of nonsense cannot fill the memory: 128 MB.
    private static final int MAX_LETTERS = 1 << 26;

    private final int limit;
    private char[] letters = new char[256];
    private int[] ends = new int[16];
    private int[] hashes = new int[16];
    private int[] slots = new int[32];
    private int size = 1;
    private long refused;

    /// A dictionary that holds any number of texts.
    public Dictionary() {
        this(Integer.MAX_VALUE);
    }

    /// A dictionary that stops growing: a new text beyond the limit becomes [#UNKNOWN] and is
    /// counted.
    ///
    /// @param limit codes at most, the unknown one included; 1 or more
    public Dictionary(int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("limit of a dictionary: " + limit);
        }
        this.limit = limit;
    }

    /// The dictionary whose code i stands for the text at position i.
    ///
    /// @param texts without repetition, the first one empty; another one that is empty is a code
    ///   that nothing has any more
    public static Dictionary of(List<String> texts) {
        return of(texts, Integer.MAX_VALUE);
    }

    /// As the other one, but more texts are only added up to a limit.
    ///
    /// @param limit codes at most, the unknown one included; what is there stays in any case
    public static Dictionary of(List<String> texts, int limit) {
        if (texts.isEmpty() || !texts.getFirst().isEmpty()) {
            throw new IllegalArgumentException("the first text of a dictionary is the empty one");
        }
        var dictionary = new Dictionary(Math.max(limit, texts.size()));
        for (String text : texts.subList(1, texts.size())) {
            if (text.isEmpty()) {
                dictionary.skip();
            } else {
                dictionary.code(text);
            }
        }
        if (dictionary.size() != texts.size()) {
            throw new IllegalArgumentException("a text of the dictionary is repeated");
        }
        return dictionary;
    }

    /// The code of a text, a new one if it has none yet.
    public int code(String text) {
        return code(text.toCharArray(), 0, text.length());
    }

    /// The code of the text in a part of an array, a new one if it has none yet.
    public int code(char[] source, int from, int length) {
        if (length == 0) {
            return UNKNOWN;
        }
        int hash = hash(source, from, length);
        int slot = slotOf(hash, source, from, length);
        if (slots[slot] != 0) {
            return slots[slot];
        }
        if (size >= limit || ends[size - 1] + length > MAX_LETTERS) {
            refused++;
            return UNKNOWN;
        }
        return add(hash, slot, source, from, length);
    }

    /// The code of a text, if it occurs.
    public OptionalInt find(String text) {
        if (text.isEmpty()) {
            return OptionalInt.of(UNKNOWN);
        }
        char[] source = text.toCharArray();
        int code = slots[slotOf(hash(source, 0, source.length), source, 0, source.length)];
        return code == 0 ? OptionalInt.empty() : OptionalInt.of(code);
    }

    /// Uses up a code without a text.
    private void skip() {
        grow(0);
        ends[size] = ends[size - 1];
        size++;
    }

    /// The text behind a code; empty if nothing has the code.
    public String text(int code) {
        if (code < 0 || code >= size) {
            throw new IndexOutOfBoundsException("code " + code + " of " + size);
        }
        return code == UNKNOWN
                ? ""
                : new String(letters, ends[code - 1], ends[code] - ends[code - 1]);
    }

    /// All texts in the order of their codes, the empty one first.
    public List<String> texts() {
        return IntStream.range(0, size).mapToObj(this::text).toList();
    }

    /// Codes in use, the unknown one included; so codes are 0 to `size() - 1`.
    public int size() {
        return size;
    }

    /// Codes at most, the unknown one included.
    public int limit() {
        return limit;
    }

    /// How often a text was turned into [#UNKNOWN] because the dictionary was full.
    public long refused() {
        return refused;
    }

    private int slotOf(int hash, char[] source, int from, int length) {
        int mask = slots.length - 1;
        int slot = hash & mask;
        while (slots[slot] != 0 && !holds(slots[slot], hash, source, from, length)) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private boolean holds(int code, int hash, char[] source, int from, int length) {
        int start = ends[code - 1];
        return hashes[code] == hash
                && ends[code] - start == length
                && Arrays.equals(letters, start, ends[code], source, from, from + length);
    }

    private int add(int hash, int slot, char[] source, int from, int length) {
        int code = size;
        int start = ends[code - 1];
        grow(length);
        System.arraycopy(source, from, letters, start, length);
        ends[code] = start + length;
        hashes[code] = hash;
        slots[slot] = code;
        size++;
        if (size * 2 > slots.length) {
            spread();
        }
        return code;
    }

    /// Makes room for one more code and so many letters.
    private void grow(int length) {
        int needed = ends[size - 1] + length;
        if (needed > letters.length) {
            letters = Arrays.copyOf(letters, Math.max(needed, letters.length * 2));
        }
        if (size == ends.length) {
            ends = Arrays.copyOf(ends, size * 2);
            hashes = Arrays.copyOf(hashes, size * 2);
        }
    }

    private void spread() {
        slots = new int[slots.length * 2];
        int mask = slots.length - 1;
        for (int code = 1; code < size; code++) {
            if (ends[code] == ends[code - 1]) {
                continue;
            }
            int slot = hashes[code] & mask;
            while (slots[slot] != 0) {
                slot = (slot + 1) & mask;
            }
            slots[slot] = code;
        }
    }

    /// Multiplies by a 64-bit odd constant (the golden ratio) for each letter; the high half is
    /// mixed best.
    private static int hash(char[] source, int from, int length) {
        long hash = length;
        for (int i = from; i < from + length; i++) {
            hash = (hash ^ source[i]) * 0x9E3779B97F4A7C15L;
        }
        return (int) (hash >>> 32);
    }
}
