package dev.parallax.importer.join;

import java.nio.file.Path;

/// What a join may use.
///
/// @param folder for temporary files, which are made only when memory does not do
/// @param memoryBytes for all of it together; records beyond go to the folder
/// @param feeds threads that add records, 1 or more; they share the memory
public record Room(Path folder, long memoryBytes, int feeds) {
    /// Enough for half a million records without a file.
    private static final long MEMORY_BYTES = 128 << 20;

    public Room {
        if (memoryBytes < 1 || feeds < 1) {
            throw new IllegalArgumentException(
                    "room of " + memoryBytes + " bytes for " + feeds + " threads");
        }
    }

    /// The usual amount of memory, for one thread.
    public static Room in(Path folder) {
        return new Room(folder, MEMORY_BYTES, 1);
    }
}
