package dev.parallax.service;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// How the demo's simulated export is to be read: as CSV whose metrics are the product's own, which
/// no file can say of itself. Users say the same of theirs with a mapping.
final class DemoMapping {
    private static final String NAME = "saltmarsh-mapping.json";

    private DemoMapping() {}

    /// Lays the mapping beside the export, where a user can look at it.
    static Path file(Path folder) {
        Path file = folder.resolve(NAME);
        try (InputStream mapping = DemoMapping.class.getResourceAsStream(NAME)) {
            if (mapping == null) {
                throw new IllegalStateException("the program lacks its part " + NAME);
            }
            Files.createDirectories(folder);
            Files.copy(mapping, file, StandardCopyOption.REPLACE_EXISTING);
            return file;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
