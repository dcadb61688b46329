package dev.parallax.settings;

import java.nio.file.Path;
import java.util.UUID;

/// A workspace the user trusts, by the id in the file and the place it lies at. The place counts
/// because the id goes with every copy: a trusted file that comes back changed by somebody else,
/// downloaded to another place, is a stranger's file again.
///
/// @param id of the workspace
/// @param path absolute
public record TrustedWorkspace(UUID id, Path path) {
    public TrustedWorkspace {
        path = path.toAbsolutePath().normalize();
    }
}
