package dev.parallax.importer;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/// What the user says about the files beforehand.
///
/// @param format the key of their format; empty to let it be found
/// @param mapping a file that says how they become page views; empty for a bundled one
/// @param keptParameters names of parameters of a page's query that are kept; all others are
///   dropped
public record ImportOptions(
        Optional<String> format, Optional<Path> mapping, Set<String> keptParameters) {
    /// Everything is found out from the files, and no parameter is kept.
    public static final ImportOptions FIND_OUT =
            new ImportOptions(Optional.empty(), Optional.empty(), Set.of());

    public ImportOptions {
        keptParameters = Set.copyOf(keptParameters);
    }

    /// The files are of this format.
    public static ImportOptions as(String format) {
        return new ImportOptions(Optional.of(format), Optional.empty(), Set.of());
    }
}
