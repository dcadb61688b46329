package dev.parallax.importer.mapping;

import dev.parallax.importer.layout.FieldPath;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// What the paths of a mapping begin at: the record, which may be wrapped, or be one of several
/// rows of a unit.
///
/// @param row path from the unit to the records in it; empty if the unit is the record
/// @param wrappers paths from there to the record itself that some exports have, the likeliest
///   first
record Within(String row, List<String> wrappers) {
    /// Begins a path at the unit instead of at the record.
    private static final char UNIT = '^';

    static Within of(JsonNode mapping) {
        boolean hasRows = mapping.has("rows") && !mapping.has("columns");
        return new Within(
                hasRows ? mapping.path("rows").asString() + "." : "",
                MappingJson.texts(mapping.path("within")));
    }

    List<FieldPath> paths(List<String> texts) {
        var paths = new ArrayList<FieldPath>();
        for (String text : texts) {
            if (text.isBlank()) {
                throw new IllegalArgumentException("a path is empty");
            }
            if (text.charAt(0) == UNIT) {
                paths.add(FieldPath.parse(text.substring(1)));
                continue;
            }
            for (String wrapper : wrappers) {
                paths.add(FieldPath.parse(row + wrapper + "." + text));
            }
            paths.add(FieldPath.parse(row + text));
        }
        return paths;
    }
}
