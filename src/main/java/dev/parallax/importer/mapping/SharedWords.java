package dev.parallax.importer.mapping;

import dev.parallax.importer.mapping.FieldNames.NameWords;
import dev.parallax.metric.Dimension;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// The words all formats share: read from `words.json`.
public final class SharedWords {
    private final JsonNode json;

    public SharedWords(JsonNode json) {
        this.json = json;
    }

    /// What a format's fields may be called: its own names first, then those all share.
    FieldNames names(JsonNode own) {
        return new FieldNames(
                fields(own),
                new NameWords(set("filler"), set("notValues"), set("aggregates"), units()));
    }

    private Map<Field, List<String>> fields(JsonNode own) {
        var names = new HashMap<Field, List<String>>();
        for (JsonNode fields : List.of(own, json.required("fields"))) {
            fields.properties()
                    .forEach(entry ->
                            names.computeIfAbsent(field(entry.getKey()), _ -> new ArrayList<>())
                                    .addAll(MappingJson.texts(entry.getValue())));
        }
        return names;
    }

    private Map<String, Scale> units() {
        var units = new HashMap<String, Scale>();
        json.required("units")
                .properties()
                .forEach(entry ->
                        MappingJson.texts(entry.getValue())
                                .forEach(word -> units.put(word, scale(entry.getKey()))));
        return units;
    }

    /// What texts mean, with what one format adds.
    Mapping.Texts texts(List<String> ownMissing, JsonNode ownValues) {
        var missing = new HashSet<>(set("missing"));
        missing.addAll(ownMissing);
        var values = new HashMap<Dimension, Map<String, String>>();
        for (JsonNode some : List.of(json.required("values"), ownValues)) {
            some.properties()
                    .forEach(entry ->
                            values.computeIfAbsent(dimension(entry.getKey()), _ -> new HashMap<>())
                                    .putAll(rewritten(entry.getValue())));
        }
        var lowerCase = new HashSet<Dimension>();
        set("lowerCase").forEach(key -> lowerCase.add(dimension(key)));
        return new Mapping.Texts(missing, values, lowerCase);
    }

    private static Map<String, String> rewritten(JsonNode json) {
        var rewritten = new HashMap<String, String>();
        if (!json.isObject()) {
            throw new IllegalArgumentException(
                    "\"values\" of a dimension are not an object: " + json);
        }
        for (var pair : json.properties()) {
            if (!pair.getValue().isString()) {
                throw new IllegalArgumentException(
                        "\"values\" rewrite \"" + pair.getKey() + "\" to what is no text");
            }
            rewritten.put(pair.getKey(), pair.getValue().stringValue());
        }
        return rewritten;
    }

    private Set<String> set(String name) {
        return Set.copyOf(MappingJson.texts(json.required(name)));
    }

    private static Field field(String key) {
        return Field.byKey(key)
                .orElseThrow(
                        () -> new IllegalArgumentException("there is no field \"" + key + "\""));
    }

    private static Dimension dimension(String key) {
        return Dimension.byKey(key)
                .orElseThrow(() ->
                        new IllegalArgumentException("there is no dimension \"" + key + "\""));
    }

    private static Scale scale(String key) {
        return Scale.byKey(key).orElseThrow(() -> new IllegalArgumentException("unit " + key));
    }
}
