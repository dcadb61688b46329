package dev.parallax.journey;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The members of one JSON object, each asked for by name; what nobody asked for can be refused.
///
/// Every complaint is an [IllegalArgumentException] that begins with the place, such as `steps 3`.
final class JsonMembers {
    private final JsonNode node;
    private final String place;
    private final Set<String> asked = new HashSet<>();

    JsonMembers(JsonNode node, String place) {
        this.node = node;
        this.place = place;
        if (!node.isObject()) {
            throw new IllegalArgumentException(place + " is not a JSON object");
        }
    }

    String place() {
        return place;
    }

    String text(String name) {
        String text = optionalText(name);
        if (text == null) {
            throw refuse("needs \"" + name + "\"");
        }
        return text;
    }

    @Nullable String optionalText(String name) {
        JsonNode member = member(name);
        if (member == null) {
            return null;
        }
        if (!member.isString()) {
            throw refuse("\"" + name + "\" is not a text");
        }
        return member.asString();
    }

    int wholeNumber(String name) {
        JsonNode member = member(name);
        if (member == null || !member.isInt()) {
            throw refuse("needs \"" + name + "\", a whole number");
        }
        return member.asInt();
    }

    Map<String, String> texts(String name) {
        Map<String, String> texts = new LinkedHashMap<>();
        JsonNode member = member(name);
        if (member == null) {
            return texts;
        }
        var members = new JsonMembers(member, place + ", " + name);
        member.propertyNames().forEach(key -> texts.put(key, members.text(key)));
        return texts;
    }

    List<JsonNode> list(String name) {
        JsonNode member = member(name);
        if (member == null) {
            return List.of();
        }
        if (!member.isArray()) {
            throw refuse("\"" + name + "\" is not a list");
        }
        return member.values().stream().toList();
    }

    boolean has(String name) {
        return node.has(name);
    }

    void refuseOthers() {
        for (String name : node.propertyNames()) {
            if (!asked.contains(name)) {
                throw refuse("has the unknown member \"" + name + "\"");
            }
        }
    }

    IllegalArgumentException refuse(String why) {
        return new IllegalArgumentException(place + " " + why);
    }

    private @Nullable JsonNode member(String name) {
        asked.add(name);
        JsonNode member = node.get(name);
        return member == null || member.isNull() ? null : member;
    }
}
