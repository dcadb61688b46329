package dev.parallax.rum;

/// A column of dictionary codes, held in the narrowest array that fits. Codes are 0 to
/// `cardinality() - 1`; 0 is [Dictionary#UNKNOWN].
///
/// Each width is a class of its own, so that each has its own compiled loops.
sealed interface Codes permits ByteCodes, ShortCodes, IntCodes {

    /// An empty column in the narrowest fitting form.
    static Codes allocate(int rows, int cardinality) {
        if (cardinality <= 1 << Byte.SIZE) {
            return new ByteCodes(rows, cardinality);
        }
        return cardinality <= 1 << Short.SIZE
                ? new ShortCodes(rows, cardinality)
                : new IntCodes(rows, cardinality);
    }

    int cardinality();

    int at(int row);

    /// Reads the codes of some rows into the first entries of an array.
    void copy(int firstRow, int[] into, int count);

    /// Writes the first entries of an array, from one row on.
    void set(int firstRow, int[] codes, int count);

    /// Takes out of a part of a selection every row whose code is not wanted.
    ///
    /// @param wanted one byte a code: 1 if wanted, otherwise 0
    /// @param words as [Selection#words] has them
    /// @param from the first word of the part
    /// @param to the first word behind it
    void retain(byte[] wanted, long[] words, int from, int to);

    /// Counts the selected rows of each code.
    ///
    /// @param counts one entry a code; is added to
    void count(long[] words, long[] counts);

    /// Adds up the weights of the selected rows of each code.
    ///
    /// @param sums one entry a code; is added to
    void sum(long[] words, double[] weights, double[] sums);

    /// The length of an array for so many rows: whole words of 64, so that no loop needs a tail.
    static int padded(int rows) {
        return Selection.wordsFor(rows) << 6;
    }
}
