package dev.parallax.importer;

import dev.parallax.metric.Definition;
import dev.parallax.metric.Dimension;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What one import format calls the things of a page view. Read from a file in `mappings`, on top
/// of the words all formats share.
///
/// @param format its key: `csv`
/// @param shape what the files are made of
/// @param definition whether its metrics are the product's
/// @param scale of its times; null if the column's name or the values have to tell
/// @param names what each field may be called, in words joined by blanks, the likeliest first
/// @param missing texts that mean "no value", in lower case
/// @param values per dimension what its texts are rewritten to, by their lower-case form
/// @param lowerCase dimensions whose texts are kept in lower case
record Mapping(
        String format,
        Shape shape,
        Definition definition,
        @Nullable Scale scale,
        Map<Field, List<String>> names,
        NameWords words,
        Set<String> missing,
        Map<Dimension, Map<String, String>> values,
        Set<Dimension> lowerCase) {

    /// No word that means "no value" is longer.
    static final int LONGEST_MISSING = 12;

    /// What a file is made of.
    enum Shape {
        DELIMITED,
        JSON
    }

    /// Words that change what a name means.
    ///
    /// @param filler say nothing about a metric: `LCP value`
    /// @param notValues make of a metric's name something else: `lcp_rating`
    /// @param aggregates make of a metric's name a summary of many page views: `p75_lcp`
    /// @param units the words of each unit
    record NameWords(
            Set<String> filler,
            Set<String> notValues,
            Set<String> aggregates,
            Map<String, Scale> units) {}

    /// What a name was found to mean.
    ///
    /// @param rank 0 for the likeliest name of its field
    /// @param scale the unit within the name, if there is one
    record Match(Field field, int rank, @Nullable Scale scale) {}

    /// What a column or member of this name holds; empty if nothing that is wanted.
    Optional<Match> match(String name) {
        List<String> all = Words.of(name);
        Scale scale = all.size() > 1 ? words.units().get(all.getLast()) : null;
        List<String> named = scale == null ? all : all.subList(0, all.size() - 1);
        return find(named, scale).or(() -> scale == null ? Optional.empty() : find(all, null));
    }

    private Optional<Match> find(List<String> named, @Nullable Scale scale) {
        String whole = String.join(" ", named);
        String bare =
                isValue(named) ? String.join(" ", Words.without(named, words.filler())) : whole;
        for (Map.Entry<Field, List<String>> entry : names.entrySet()) {
            int rank = entry.getValue().indexOf(whole);
            if (rank < 0 && entry.getKey() instanceof Field.OfMetric) {
                rank = entry.getValue().indexOf(bare);
            }
            if (rank >= 0) {
                return Optional.of(new Match(entry.getKey(), rank, scale));
            }
        }
        return Optional.empty();
    }

    private boolean isValue(List<String> named) {
        return named.stream().noneMatch(words.notValues()::contains)
                && named.stream().noneMatch(words.aggregates()::contains);
    }

    /// True for a name such as `p75_lcp`: a metric, but summed up over many page views.
    boolean isAggregate(String name) {
        List<String> all = Words.of(name);
        return all.stream().anyMatch(words.aggregates()::contains)
                && match(String.join(" ", Words.without(all, words.aggregates())))
                        .filter(match -> match.field() instanceof Field.OfMetric)
                        .isPresent();
    }

    /// The text kept for a text of the source.
    ///
    /// @return empty if it means that there is no value
    String canonical(Dimension dimension, String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        if (missing.contains(lower)) {
            return "";
        }
        String known = values.getOrDefault(dimension, Map.of()).get(lower);
        if (known != null) {
            return known;
        }
        return lowerCase.contains(dimension) ? lower : text;
    }

    /// Joins what all formats share with what one of them adds.
    static Mapping of(JsonNode shared, JsonNode own) {
        return new Mapping(
                own.required("format").stringValue(),
                Shape.valueOf(own.required("shape").stringValue().toUpperCase(Locale.ROOT)),
                Definition.valueOf(
                        own.required("definition").stringValue().toUpperCase(Locale.ROOT)),
                own.optional("unit").map(unit -> scale(unit.stringValue())).orElse(null),
                names(shared.required("fields"), own.required("fields")),
                new NameWords(
                        texts(shared.required("filler")),
                        texts(shared.required("notValues")),
                        texts(shared.required("aggregates")),
                        units(shared.required("units"))),
                texts(shared.required("missing")),
                values(shared.required("values")),
                dimensions(shared.required("lowerCase")));
    }

    private static Map<Field, List<String>> names(JsonNode shared, JsonNode own) {
        var names = new HashMap<Field, List<String>>();
        for (JsonNode fields : List.of(own, shared)) {
            fields.properties()
                    .forEach(entry ->
                            names.computeIfAbsent(field(entry.getKey()), _ -> new ArrayList<>())
                                    .addAll(texts(entry.getValue(), new ArrayList<>())));
        }
        return names;
    }

    private static Map<String, Scale> units(JsonNode node) {
        var units = new HashMap<String, Scale>();
        node.properties()
                .forEach(entry ->
                        texts(entry.getValue())
                                .forEach(word -> units.put(word, scale(entry.getKey()))));
        return units;
    }

    private static Map<Dimension, Map<String, String>> values(JsonNode node) {
        var values = new HashMap<Dimension, Map<String, String>>();
        node.properties()
                .forEach(entry -> {
                    var rewritten = new HashMap<String, String>();
                    entry.getValue()
                            .properties()
                            .forEach(pair ->
                                    rewritten.put(pair.getKey(), pair.getValue().stringValue()));
                    values.put(dimension(entry.getKey()), rewritten);
                });
        return values;
    }

    private static Set<Dimension> dimensions(JsonNode node) {
        var dimensions = new HashSet<Dimension>();
        texts(node).forEach(key -> dimensions.add(dimension(key)));
        return dimensions;
    }

    private static Set<String> texts(JsonNode node) {
        return Set.copyOf(texts(node, new ArrayList<>()));
    }

    private static List<String> texts(JsonNode node, List<String> into) {
        node.forEach(text -> into.add(text.stringValue()));
        return into;
    }

    private static Field field(String key) {
        return Field.byKey(key).orElseThrow(() -> new IllegalArgumentException("field " + key));
    }

    private static Dimension dimension(String key) {
        return Dimension.byKey(key)
                .orElseThrow(() -> new IllegalArgumentException("dimension " + key));
    }

    private static Scale scale(String key) {
        return Scale.byKey(key).orElseThrow(() -> new IllegalArgumentException("unit " + key));
    }
}
