package dev.parallax.settings;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The JSON form of the [Settings]. Every complaint is an [IllegalArgumentException] that names the
/// member, or Jackson's own.
final class SettingsJson {
    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private SettingsJson() {}

    /// The settings as indented JSON.
    ///
    /// @param present the text to be replaced; members of it that are not known here are kept
    static String write(Settings settings, String present) {
        ObjectNode root = present.isBlank() ? MAPPER.createObjectNode() : object(present);
        root.put("theme", settings.theme().key());
        root.put("browser", settings.browser().map(Path::toString).orElse(null));
        ArrayNode recent = root.putArray("recentWorkspaces");
        settings.recentWorkspaces().forEach(path -> recent.add(path.toString()));
        ArrayNode trusted = root.putArray("trustedWorkspaces");
        for (TrustedWorkspace workspace : settings.trustedWorkspaces()) {
            trusted.addObject()
                    .put("id", workspace.id().toString())
                    .put("path", workspace.path().toString());
        }
        root.put("retentionDays", settings.retentionDays());
        NetworkSettingsJson.write(settings.network(), root);
        return MAPPER.writeValueAsString(root) + "\n";
    }

    /// The settings in a text; members that are missing have their defaults.
    ///
    /// @throws JacksonException if the text is no JSON
    static Settings read(String text) {
        JsonNode root = MAPPER.readTree(text);
        if (!root.isObject()) {
            throw new IllegalArgumentException("it is not a JSON object");
        }
        Settings otherwise = Settings.DEFAULT;
        String theme = text(root, "theme");
        String browser = text(root, "browser");
        return new Settings(
                theme == null ? otherwise.theme() : theme(theme),
                Optional.ofNullable(browser).map(Path::of),
                paths(root),
                trusted(root),
                days(root, otherwise.retentionDays()),
                NetworkSettingsJson.read(root));
    }

    /// Text that became unreadable between reading and writing is not worth keeping.
    private static ObjectNode object(String text) {
        try {
            return MAPPER.readTree(text) instanceof ObjectNode root
                    ? root
                    : MAPPER.createObjectNode();
        } catch (JacksonException _) {
            return MAPPER.createObjectNode();
        }
    }

    private static Theme theme(String key) {
        return Theme.byKey(key)
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "\"theme\" is \"" + key + "\", not system, light or dark"));
    }

    private static List<Path> paths(JsonNode root) {
        List<Path> paths = new ArrayList<>();
        for (JsonNode node : list(root, "recentWorkspaces")) {
            if (!node.isString()) {
                throw new IllegalArgumentException("\"recentWorkspaces\" holds no paths only");
            }
            paths.add(Path.of(node.asString()));
        }
        return paths;
    }

    private static List<TrustedWorkspace> trusted(JsonNode root) {
        List<TrustedWorkspace> trusted = new ArrayList<>();
        for (JsonNode node : list(root, "trustedWorkspaces")) {
            String id = text(node, "id");
            String path = text(node, "path");
            if (id == null || path == null) {
                throw new IllegalArgumentException(
                        "\"trustedWorkspaces\" need \"id\" and \"path\"");
            }
            trusted.add(new TrustedWorkspace(UUID.fromString(id), Path.of(path)));
        }
        return trusted;
    }

    private static int days(JsonNode root, int otherwise) {
        JsonNode days = root.get("retentionDays");
        if (days == null) {
            return otherwise;
        }
        if (!days.isInt()) {
            throw new IllegalArgumentException("\"retentionDays\" is not a whole number");
        }
        return days.asInt();
    }

    static @Nullable String text(JsonNode node, String name) {
        JsonNode member = node.get(name);
        if (member == null || member.isNull()) {
            return null;
        }
        if (!member.isString()) {
            throw new IllegalArgumentException("\"" + name + "\" is not a text");
        }
        return member.asString();
    }

    static List<JsonNode> list(JsonNode root, String name) {
        JsonNode member = root.get(name);
        if (member == null) {
            return List.of();
        }
        if (!member.isArray()) {
            throw new IllegalArgumentException("\"" + name + "\" is not a list");
        }
        return member.values().stream().toList();
    }
}
