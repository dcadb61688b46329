package dev.parallax.importer;

import dev.parallax.importer.mapping.Mapping;

/// The bundled mappings, for tests of what they mean.
public final class BundledMappings {
    private BundledMappings() {}

    public static Mapping get(String key) {
        return Mappings.bundled().get(key);
    }
}
