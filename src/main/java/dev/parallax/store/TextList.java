package dev.parallax.store;

import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/// Several texts in one column, as a JSON array.
final class TextList {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private TextList() {}

    static String write(List<String> texts) {
        return MAPPER.writeValueAsString(texts);
    }

    static List<String> read(String json) {
        return List.of(MAPPER.readValue(json, String[].class));
    }
}
