package dev.parallax.cli;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One JSON object, its members in the order they were added: the documented shapes are written by
/// hand, so that renaming a field of the product never changes what scripts read.
final class JsonObject {
    private final Map<String, @Nullable Object> members = new LinkedHashMap<>();

    private JsonObject() {}

    static JsonObject of(String name, @Nullable Object value) {
        return new JsonObject().with(name, value);
    }

    static JsonObject empty() {
        return new JsonObject();
    }

    /// Adds a member; an absent optional is written as null.
    JsonObject with(String name, @Nullable Object value) {
        members.put(name, value instanceof Optional<?> optional ? optional.orElse(null) : value);
        return this;
    }

    @JsonValue
    Map<String, @Nullable Object> members() {
        return Collections.unmodifiableMap(members);
    }
}
