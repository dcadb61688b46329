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

    /// The hash of a text in the high half and its code in the low one, so that a glance at a slot
    /// tells other texts; 0 where there is none.
    private long[] slots = new long[32];

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
            return (int) slots[slot];
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
        int code = (int) slots[slotOf(hash(source, 0, source.length), source, 0, source.length)];
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

    private boolean holds(long slot, int hash, char[] source, int from, int length) {
        if ((int) (slot >>> Integer.SIZE) != hash) {
            return false;
        }
        int code = (int) slot;
        int start = ends[code - 1];
        return ends[code] - start == length
                && Arrays.equals(letters, start, ends[code], source, from, from + length);
    }

    private int add(int hash, int slot, char[] source, int from, int length) {
        int code = size;
        int start = ends[code - 1];
        grow(length);
        System.arraycopy(source, from, letters, start, length);
        ends[code] = start + length;
        slots[slot] = (long) hash << Integer.SIZE | code;
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
        }
    }

    private void spread() {
        long[] old = slots;
        slots = new long[old.length * 2];
        int mask = slots.length - 1;
        for (long entry : old) {
            if (entry != 0) {
                int slot = (int) (entry >>> Integer.SIZE) & mask;
                while (slots[slot] != 0) {
                    slot = (slot + 1) & mask;
                }
                slots[slot] = entry;
            }
        }
    }

    /// Multiplies by a 64-bit odd constant (the golden ratio) for each four letters, as each
    /// multiplication waits for the one before; what it leaves in the high half is brought down.
    private static int hash(char[] source, int from, int length) {
        long hash = length;
        int at = from;
        for (int end = from + length - 3; at < end; at += 4) {
            long four =
                    source[at]
                            | (long) source[at + 1] << 16
                            | (long) source[at + 2] << 32
                            | (long) source[at + 3] << 48;
            hash = mixed(hash, four);
        }
        long rest = 0;
        for (; at < from + length; at++) {
            rest = rest << 16 | source[at];
        }
        return (int) mixed(hash, rest);
    }

    private static long mixed(long hash, long letters) {
        long mixed = (hash ^ letters) * 0x9E3779B97F4A7C15L;
        return mixed ^ mixed >>> 32;
    }
}
