package dev.parallax.importer;

/// What the short texts of one column stand for, each under its own letters: `mobile`, `AA`,
/// `Chrome 140`. The letters of a text of up to 16 are packed into two longs without a branch for
/// each, which is three times as fast as a look at a dictionary. A text in whose place another one
/// is goes the long way. For one thread.
final class ShortTexts {
    /// What [#find] gives for a text that is not in its place.
    static final int NONE = -1;

    private static final int LONGEST = 16;

    /// Places; the columns meant have some dozens of texts.
    private static final int PLACES = 1 << 10;

    /// A place has the letters, eight in each long, and the length above the code.
    private static final int LONGS = 3;

    /// By length the bits of a long that has so many letters.
    private static final long[] FIRST_EIGHT = new long[LONGEST + 1];

    private static final long[] SECOND_EIGHT = new long[LONGEST + 1];

    static {
        for (int length = 1; length <= LONGEST; length++) {
            FIRST_EIGHT[length] = length >= 8 ? -1 : (1L << (8 * length)) - 1;
            SECOND_EIGHT[length] = length <= 8 ? 0 : FIRST_EIGHT[length - 8];
        }
    }

    private final long[] places = new long[PLACES * LONGS];
    private long first;
    private long second;
    private int place;

    /// What the text in a part of an array stands for, or [#NONE].
    int find(char[] source, int from, int length) {
        if (!pack(source, from, length)) {
            return NONE;
        }
        long found = places[place + 2];
        return places[place] == first
                        && places[place + 1] == second
                        && (int) (found >>> Integer.SIZE) == length
                ? (int) found
                : NONE;
    }

    /// Takes the place of the text that was there.
    void put(char[] source, int from, int length, int code) {
        if (pack(source, from, length)) {
            places[place] = first;
            places[place + 1] = second;
            places[place + 2] = (long) length << Integer.SIZE | code;
        }
    }

    /// @return whether the text can be here at all
    private boolean pack(char[] source, int from, int length) {
        // letters behind the text are read with it and masked out
        if (length == 0 || length > LONGEST || from + LONGEST > source.length) {
            return false;
        }
        int letters = 0;
        long eight = 0;
        for (int i = 0; i < 8; i++) {
            char letter = source[from + i];
            letters |= letter;
            eight |= (long) letter << (8 * i);
        }
        first = eight & FIRST_EIGHT[length];
        second = 0;
        if (length > 8) {
            eight = 0;
            for (int i = 0; i < 8; i++) {
                char letter = source[from + 8 + i];
                letters |= letter;
                eight |= (long) letter << (8 * i);
            }
            second = eight & SECOND_EIGHT[length];
        }
        long mixed = (first ^ Long.rotateLeft(second, 29)) * 0x9E3779B97F4A7C15L;
        place = (int) (mixed >>> 54) * LONGS;
        return letters <= 0xff;
    }
}
