package dev.parallax.store;

/// One column of one chunk as it lies in the file.
///
/// @see ChunkCodec
final class EncodedColumn {
    /// How the bytes are packed.
    enum Packing {
        PLAIN,
        ZSTD
    }

    private final long smallest;
    private final long largest;
    private final int rawLength;
    private final Packing packing;
    private final byte[] data;

    /// @param smallest the smallest entry that is not missing
    /// @param largest the largest one
    /// @param rawLength bytes when unpacked
    /// @param data is kept, not copied
    EncodedColumn(long smallest, long largest, int rawLength, Packing packing, byte[] data) {
        this.smallest = smallest;
        this.largest = largest;
        this.rawLength = rawLength;
        this.packing = packing;
        this.data = data;
    }

    long smallest() {
        return smallest;
    }

    long largest() {
        return largest;
    }

    int rawLength() {
        return rawLength;
    }

    Packing packing() {
        return packing;
    }

    byte[] data() {
        return data;
    }
}
