package dev.parallax.settings;

import dev.parallax.settings.NetworkSettings.ClientCertificate;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The member `network` of the settings' file.
final class NetworkSettingsJson {
    private NetworkSettingsJson() {}

    static void write(NetworkSettings network, ObjectNode root) {
        if (network.equals(NetworkSettings.DEFAULT)) {
            root.remove("network");
            return;
        }
        ObjectNode node = root.putObject("network");
        network.proxy().ifPresent(proxy -> node.put("proxy", proxy));
        put(node.putArray("direct"), network.direct());
        put(
                node.putArray("authorities"),
                network.authorities().stream().map(Path::toString).toList());
        network.clientCertificate()
                .ifPresent(certificate ->
                        put(
                                node.putObject("clientCertificate")
                                        .put("file", certificate.file().toString())
                                        .put("secret", certificate.secret())
                                        .putArray("hosts"),
                                certificate.hosts()));
    }

    private static void put(ArrayNode list, List<String> texts) {
        texts.forEach(list::add);
    }

    /// @throws IllegalArgumentException that names the member that is wrong
    static NetworkSettings read(JsonNode root) {
        JsonNode node = root.get("network");
        if (node == null || node.isNull()) {
            return NetworkSettings.DEFAULT;
        }
        if (!node.isObject()) {
            throw new IllegalArgumentException("\"network\" is not a JSON object");
        }
        return new NetworkSettings(
                Optional.ofNullable(SettingsJson.text(node, "proxy")),
                texts(node, "direct"),
                texts(node, "authorities").stream().map(Path::of).toList(),
                certificate(node.get("clientCertificate")));
    }

    private static Optional<ClientCertificate> certificate(@Nullable JsonNode node) {
        if (node == null || node.isNull()) {
            return Optional.empty();
        }
        String file = SettingsJson.text(node, "file");
        String secret = SettingsJson.text(node, "secret");
        if (file == null || secret == null) {
            throw new IllegalArgumentException(
                    "\"clientCertificate\" needs \"file\" and \"secret\"");
        }
        return Optional.of(new ClientCertificate(Path.of(file), secret, texts(node, "hosts")));
    }

    private static List<String> texts(JsonNode node, String name) {
        return SettingsJson.list(node, name).stream()
                .map(text -> {
                    if (!text.isString()) {
                        throw new IllegalArgumentException("\"" + name + "\" holds no texts only");
                    }
                    return text.asString();
                })
                .toList();
    }
}
