package dev.parallax.importer;

import java.nio.file.Path;
import java.util.Optional;

/// What the user says about the files beforehand.
///
/// @param format the key of their format; empty to let it be found
/// @param mapping a file that says how they become page views; empty for a bundled one
public record ImportOptions(Optional<String> format, Optional<Path> mapping) {
    /// Everything is found out from the files.
    public static final ImportOptions FIND_OUT =
            new ImportOptions(Optional.empty(), Optional.empty());

    /// The files are of this format.
    public static ImportOptions as(String format) {
        return new ImportOptions(Optional.of(format), Optional.empty());
    }
}
