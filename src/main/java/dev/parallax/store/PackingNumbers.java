package dev.parallax.store;

/// The numbers by which packings are known in the file. They never change.
final class PackingNumbers {
    private PackingNumbers() {}

    static int of(EncodedColumn.Packing packing) {
        return switch (packing) {
            case PLAIN -> 0;
            case ZSTD -> 1;
        };
    }

    static EncodedColumn.Packing packing(int number) {
        return switch (number) {
            case 0 -> EncodedColumn.Packing.PLAIN;
            case 1 -> EncodedColumn.Packing.ZSTD;
            default -> throw new IllegalArgumentException("packing " + number);
        };
    }
}
