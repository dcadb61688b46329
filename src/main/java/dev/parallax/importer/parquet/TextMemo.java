package dev.parallax.importer.parquet;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/// Remembers a number for each of some texts, found by their bytes: columns have few different
/// texts, and to look one up takes a tenth of the time of reading it.
final class TextMemo {
    /// No number is known.
    static final int UNKNOWN = 0;

    private static final int SLOTS = 1 << 15;
    private static final int MOST_TEXTS = SLOTS / 2;
    private static final int LONGEST_TEXT = 512;
    private static final long PRIME = 0x9E3779B97F4A7C15L;
    private static final VarHandle LONGS =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    /// Texts of up to so many bytes are looked for in a place of their own first.
    private static final int SHORT = 16;

    private static final int PLACES = 1 << 10;

    /// A place has the bytes, eight in each long, and the length above the number.
    private static final int PLACE_LONGS = 3;

    private final long[] places = new long[PLACES * PLACE_LONGS];
    private final long[] hashes = new long[SLOTS];
    private final int[] numbers = new int[SLOTS];
    private final byte[][] texts = new byte[SLOTS][];
    private int size;
    private int slot;

    /// The number of a text; [#UNKNOWN] if there is none.
    int find(byte[] bytes, int from, int length) {
        // bytes behind the text are read with it and masked out
        if (length == 0 || length > SHORT || from + SHORT > bytes.length) {
            return look(bytes, from, length);
        }
        long first = (long) LONGS.get(bytes, from);
        long second = 0;
        if (length > Long.BYTES) {
            second = (long) LONGS.get(bytes, from + Long.BYTES) & firstBytes(length - Long.BYTES);
        } else {
            first &= firstBytes(length);
        }
        long mixed = (first ^ Long.rotateLeft(second, 29)) * PRIME;
        int place = (int) (mixed >>> 54) * PLACE_LONGS;
        if (places[place] == first
                && places[place + 1] == second
                && (int) (places[place + 2] >>> Integer.SIZE) == length) {
            return (int) places[place + 2];
        }
        int number = look(bytes, from, length);
        if (number != UNKNOWN) {
            places[place] = first;
            places[place + 1] = second;
            places[place + 2] = (long) length << Integer.SIZE | number;
        }
        return number;
    }

    /// The bits of a long that the first so many bytes are in, 1 to 8.
    private static long firstBytes(int count) {
        return -1L >>> (Long.SIZE - Byte.SIZE * count);
    }

    private int look(byte[] bytes, int from, int length) {
        long hash = hash(bytes, from, length);
        slot = (int) ((hash * PRIME) >>> 49);
        while (numbers[slot] != UNKNOWN) {
            if (hashes[slot] == hash
                    && Arrays.equals(
                            texts[slot], 0, texts[slot].length, bytes, from, from + length)) {
                return numbers[slot];
            }
            slot = (slot + 1) & (SLOTS - 1);
        }
        return UNKNOWN;
    }

    /// Remembers the number of the text that was not found just now, as long as there is room.
    void add(byte[] bytes, int from, int length, int number) {
        if (number != UNKNOWN && size < MOST_TEXTS && length <= LONGEST_TEXT) {
            hashes[slot] = hash(bytes, from, length);
            texts[slot] = Arrays.copyOfRange(bytes, from, from + length);
            numbers[slot] = number;
            size++;
        }
    }

    private static long hash(byte[] bytes, int from, int length) {
        long hash = length;
        int at = from;
        int end = from + length;
        for (; at + Long.BYTES <= end; at += Long.BYTES) {
            hash = mixed(hash ^ (long) LONGS.get(bytes, at));
        }
        if (at < end) {
            hash = mixed(hash ^ rest(bytes, at, end));
        }
        return hash;
    }

    private static long rest(byte[] bytes, int at, int end) {
        if (at + Long.BYTES <= bytes.length) {
            return (long) LONGS.get(bytes, at) & firstBytes(end - at);
        }
        long rest = 0;
        for (int i = end - 1; i >= at; i--) {
            rest = (rest << Byte.SIZE) | (bytes[i] & 0xff);
        }
        return rest;
    }

    private static long mixed(long hash) {
        long product = hash * PRIME;
        return product ^ (product >>> 32);
    }
}
