package dev.parallax.importer;

import dev.parallax.importer.mapping.Mapping;
import dev.parallax.importer.mapping.MappingJson;
import java.util.List;

/// The bundled mappings, for tests of what they mean.
public final class BundledMappings {
    private BundledMappings() {}

    public static List<Mapping> all() {
        return Mappings.bundled().all();
    }

    public static MappingJson reader() {
        return Mappings.reader();
    }

    public static Mapping get(String key) {
        return Mappings.bundled().get(key);
    }
}
