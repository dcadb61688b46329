package dev.parallax.importer;

import dev.parallax.importer.layout.FieldPath;
import dev.parallax.importer.mapping.Mapping;
import dev.parallax.importer.mapping.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Fits the places of a mapping to the columns that a file really has: names in another case, or
/// with an `@` before them as Datadog's lists show them, are the same; and what has no place by its
/// name is told by the words in it, if the mapping has words.
final class ColumnPlaces {
    private final List<String> names;
    private final Map<String, String> spellings = new HashMap<>();

    private ColumnPlaces(List<String> names) {
        this.names = names;
        names.forEach(name -> spellings.putIfAbsent(plain(name), name));
    }

    private static String plain(String name) {
        String bare = name.startsWith("@") ? name.substring(1) : name;
        return bare.toLowerCase(Locale.ROOT);
    }

    /// The mapping for a file with these columns; itself if nothing has a place in it.
    static Mapping fit(Mapping mapping, List<String> names) {
        return mapping.hasPlaces() ? new ColumnPlaces(names).fit(mapping) : mapping;
    }

    private Mapping fit(Mapping mapping) {
        Mapping spelled = mapping.withPaths(this::spelled);
        return spelled.withPlaces(byWords(spelled));
    }

    /// A path that begins with a column's name as the file spells it.
    private FieldPath spelled(FieldPath path) {
        String whole = spellings.get(plain(path.toString()));
        if (whole != null) {
            return FieldPath.of(whole);
        }
        String first = spellings.get(plain(path.segments().getFirst().name()));
        return first == null ? path : path.withFirst(first);
    }

    private List<Place> byWords(Mapping mapping) {
        var placed = new HashSet<FieldPath>();
        mapping.places().forEach(place -> placed.addAll(place.paths()));
        Set<Object> fields = new HashSet<>();
        for (Place place : mapping.places()) {
            if (place.paths().stream().anyMatch(this::isThere)) {
                fields.add(place.field());
            }
        }
        var found = new ArrayList<Place>();
        for (String name : names) {
            FieldPath path = FieldPath.of(name);
            if (!placed.contains(path)) {
                mapping.names()
                        .match(name)
                        .filter(match -> fields.add(match.field()))
                        .ifPresent(match ->
                                found.add(
                                        Place.plain(match.field(), List.of(path), match.scale())));
            }
        }
        return found;
    }

    private boolean isThere(FieldPath path) {
        return spellings.containsKey(plain(path.toString()))
                || spellings.containsKey(plain(path.segments().getFirst().name()));
    }
}
