package dev.parallax.importer;

import java.util.Optional;

/// What the user says about the files beforehand.
///
/// @param format the key of their format; empty to let it be found
public record ImportOptions(Optional<String> format) {
    /// Everything is found out from the files.
    public static final ImportOptions FIND_OUT = new ImportOptions(Optional.empty());
}
