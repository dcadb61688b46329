package dev.parallax.importer.mapping;

import dev.parallax.importer.mapping.Condition.Test;
import dev.parallax.importer.mapping.Mapping.Format;
import dev.parallax.importer.mapping.Mapping.NumberForm;
import dev.parallax.importer.mapping.Mapping.Records;
import dev.parallax.importer.mapping.Mapping.Shape;
import dev.parallax.importer.mapping.Place.Across;
import dev.parallax.importer.mapping.Place.Several;
import dev.parallax.importer.mapping.Place.Zero;
import dev.parallax.metric.Definition;
import dev.parallax.metric.Metric;
import dev.parallax.metric.Unit;
import dev.parallax.rum.Exclusion;
import dev.parallax.rum.ImportRecord.Evidence;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads the JSON form of a mapping, described in `docs/mapping-format.md`.
public final class MappingJson {
    private static final Set<String> KNOWN =
            Set.of(
                    "format",
                    "title",
                    "evidence",
                    "shape",
                    "detect",
                    "unit",
                    "rows",
                    "columns",
                    "words",
                    "fields",
                    "at",
                    "identity",
                    "where",
                    "exclude",
                    "definition",
                    "metricUnit",
                    "missing",
                    "values",
                    "zone",
                    "within",
                    "guess",
                    "thousands");

    private static final Set<String> KNOWN_IN_PLACE =
            Set.of(
                    "path",
                    "unit",
                    "minus",
                    "plus",
                    "with",
                    "after",
                    "several",
                    "across",
                    "zero",
                    "when",
                    "definition");

    private final SharedWords shared;

    /// @param shared the words all formats have in common
    public MappingJson(SharedWords shared) {
        this.shared = shared;
    }

    /// Reads a mapping.
    ///
    /// @throws IllegalArgumentException if it makes no sense; the message says where
    public Mapping read(JsonNode json) {
        refuseUnknown(json, KNOWN, "the mapping");
        refuseOthers(json, List.of("at", "fields", "values"), JsonNode::isObject, "an object");
        refuseOthers(
                json,
                List.of("detect", "identity", "where", "exclude"),
                JsonNode::isArray,
                "a list");
        refuseOthers(json, List.of("words"), JsonNode::isBoolean, "true or false");
        Scale metricUnit = optional(json, "metricUnit") == null ? null : scale(json, "metricUnit");
        boolean byWords = json.path("words").asBoolean(!json.has("at"));
        return new Mapping(
                new Format(
                        text(json, "format", null),
                        text(json, "title", text(json, "format", null)),
                        choice(Evidence.class, json, "evidence", Evidence.OWN_MAPPING),
                        signatures(json.path("detect"))),
                new Records(choice(Shape.class, json, "shape", null), units(json), rows(json)),
                places(json, metricUnit),
                byWords ? shared.names(json.path("fields")) : FieldNames.NONE,
                conditions(json, "where", "reason"),
                exclusions(json),
                choice(Definition.class, json, "definition", Definition.UNKNOWN),
                shared.texts(texts(json.path("missing")), json.path("values")),
                new NumberForm(guessed(json), text(json, "thousands", "")),
                zone(json));
    }

    private static void refuseUnknown(JsonNode json, Set<String> known, String where) {
        if (!json.isObject()) {
            throw new IllegalArgumentException(where + " is not a JSON object");
        }
        for (String name : json.propertyNames()) {
            if (!known.contains(name)) {
                throw new IllegalArgumentException(
                        where + " has the unknown member \"" + name + "\"");
            }
        }
    }

    private static void refuseOthers(
            JsonNode json, List<String> names, Predicate<JsonNode> fits, String what) {
        for (String name : names) {
            if (json.has(name) && !fits.test(json.path(name))) {
                throw new IllegalArgumentException("\"" + name + "\" is not " + what);
            }
        }
    }

    private static List<List<String>> signatures(JsonNode json) {
        var signatures = new ArrayList<List<String>>();
        json.forEach(signature -> signatures.add(texts(signature)));
        return signatures;
    }

    private static List<List<String>> units(JsonNode json) {
        return texts(json.path("unit")).stream().map(unit -> List.of(unit.split("\\."))).toList();
    }

    private static List<String> rows(JsonNode json) {
        var rows = new ArrayList<String>();
        for (String name : List.of("columns", "rows")) {
            if (json.has(name)) {
                String path = text(json, name, null);
                if (path.isBlank()) {
                    throw new IllegalArgumentException("\"" + name + "\" is empty");
                }
                rows.add(path);
            }
        }
        return rows;
    }

    private static List<Place> places(JsonNode json, @Nullable Scale metricUnit) {
        var within = Within.of(json);
        var places = new ArrayList<Place>();
        json.path("at").properties().forEach(entry -> addPlaces(entry, metricUnit, within, places));
        for (JsonNode part : json.path("identity")) {
            places.add(Place.plain(Field.Single.IDENTITY, within.paths(texts(part)), null));
        }
        return places;
    }

    private static void addPlaces(
            Map.Entry<String, JsonNode> entry,
            @Nullable Scale metricUnit,
            Within within,
            List<Place> places) {
        JsonNode json = entry.getValue();
        Field field =
                Field.byKey(entry.getKey())
                        .orElseThrow(() ->
                                new IllegalArgumentException(
                                        "\"at\" has the unknown field \"" + entry.getKey() + "\""));
        Scale scale =
                field instanceof Field.OfMetric(var metric) && isTime(metric) ? metricUnit : null;
        if (json.isArray() && json.path(0).isObject()) {
            json.forEach(one -> places.add(place(field, one, scale, within)));
        } else if (json.isObject()) {
            places.add(place(field, json, scale, within));
        } else {
            places.add(Place.plain(field, within.paths(texts(json)), scale));
        }
    }

    private static Place place(Field field, JsonNode json, @Nullable Scale scale, Within within) {
        refuseUnknown(json, KNOWN_IN_PLACE, "\"at\" \"" + field.key() + "\"");
        return new Place(
                field,
                within.paths(texts(json.path("path"))),
                json.has("unit") ? scale(json, "unit") : scale,
                within.paths(texts(json.path("minus"))),
                within.paths(texts(json.path("plus"))),
                within.paths(texts(json.path("with"))),
                text(json, "after", ""),
                choice(Several.class, json, "several", Several.FIRST),
                choice(Across.class, json, "across", Across.NEWEST),
                choice(Zero.class, json, "zero", Zero.MEASURED),
                json.has("when") ? condition(json.path("when"), within, "") : null,
                json.has("definition") ? choice(Definition.class, json, "definition", null) : null);
    }

    private static boolean isTime(Metric metric) {
        return metric.unit() == Unit.MILLISECONDS;
    }

    private static List<Condition> exclusions(JsonNode json) {
        List<Condition> conditions = conditions(json, "exclude", "as");
        for (Condition condition : conditions) {
            if (Exclusion.byKey(condition.reason()).isEmpty()) {
                throw new IllegalArgumentException(
                        "\"as\" is \"%s\", not one of %s"
                                .formatted(
                                        condition.reason(),
                                        Exclusion.all().stream()
                                                .map(Exclusion::key)
                                                .collect(Collectors.joining(", "))));
            }
        }
        return conditions;
    }

    private static List<Condition> conditions(JsonNode json, String name, String reason) {
        var within = Within.of(json);
        var conditions = new ArrayList<Condition>();
        for (JsonNode condition : json.path(name)) {
            conditions.add(condition(condition, within, reason));
        }
        return conditions;
    }

    /// @param reason name of the member that says what becomes of a record; empty if there is none
    private static Condition condition(JsonNode json, Within within, String reason) {
        refuseUnknown(json, Set.of("at", "is", "not", "there", reason), "a condition");
        Test test =
                json.has("is") ? Test.IS_ONE_OF : json.has("not") ? Test.IS_NONE_OF : Test.IS_THERE;
        return new Condition(
                within.paths(texts(json.path("at"))),
                test,
                Set.copyOf(texts(json.path(test == Test.IS_ONE_OF ? "is" : "not"))),
                reason.isEmpty() ? "" : text(json, reason, null));
    }

    private static Set<Metric> guessed(JsonNode json) {
        return texts(json.path("guess")).stream()
                .map(key ->
                        Metric.byKey(key)
                                .orElseThrow(() ->
                                        new IllegalArgumentException(
                                                "\"guess\" has the unknown metric \""
                                                        + key
                                                        + "\"")))
                .collect(Collectors.toSet());
    }

    private static @Nullable ZoneId zone(JsonNode json) {
        String zone = text(json, "zone", "");
        try {
            return zone.isEmpty() ? null : ZoneId.of(zone);
        } catch (DateTimeException unknown) {
            throw new IllegalArgumentException("the time zone \"" + zone + "\" is unknown");
        }
    }

    private static @Nullable JsonNode optional(JsonNode json, String name) {
        return json.get(name);
    }

    private static Scale scale(JsonNode json, String name) {
        String key = text(json, name, null);
        return Scale.byKey(key)
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "\""
                                        + name
                                        + "\" is \""
                                        + key
                                        + "\", not one of ms, s, us, ns, plain, thousandths"));
    }

    /// @param otherwise what it is if it is not there; null if it must be
    private static String text(JsonNode json, String name, @Nullable String otherwise) {
        JsonNode found = json.get(name);
        if (found == null && otherwise != null) {
            return otherwise;
        }
        if (found == null || !found.isString()) {
            throw new IllegalArgumentException("\"" + name + "\" is missing or not a text");
        }
        return found.stringValue();
    }

    private static <E extends Enum<E>> E choice(
            Class<E> type, JsonNode json, String name, @Nullable E otherwise) {
        String text = text(json, name, otherwise == null ? null : otherwise.name());
        E[] all = type.getEnumConstants();
        return Arrays.stream(all)
                .filter(one -> one.name().equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "\"%s\" is \"%s\", not one of %s"
                                        .formatted(
                                                name,
                                                text,
                                                Arrays.stream(all)
                                                        .map(one ->
                                                                one.name().toLowerCase(Locale.ROOT))
                                                        .collect(Collectors.joining(", ")))));
    }

    /// A text, or a list of texts.
    static List<String> texts(JsonNode json) {
        if (json.isString()) {
            return List.of(json.stringValue());
        }
        if (!json.isArray() && !json.isMissingNode()) {
            throw new IllegalArgumentException("neither a text nor a list of texts: " + json);
        }
        var texts = new ArrayList<String>();
        for (JsonNode text : json) {
            if (!text.isString()) {
                throw new IllegalArgumentException("not a text where one was expected: " + text);
            }
            texts.add(text.stringValue());
        }
        return texts;
    }
}
