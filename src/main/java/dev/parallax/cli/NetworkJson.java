package dev.parallax.cli;

import dev.parallax.settings.NetworkSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The network settings as JSON and as text, secrets by their names.
final class NetworkJson {
    private NetworkJson() {}

    /// @param proxies where requests of each scheme go
    static JsonObject of(NetworkSettings network, Map<String, String> proxies) {
        return JsonObject.of("proxy", network.proxy())
                .with("direct", network.direct())
                .with("authorities", network.authorities().stream().map(Path::toString).toList())
                .with(
                        "clientCertificate",
                        network.clientCertificate()
                                .map(certificate ->
                                        JsonObject.of("file", certificate.file().toString())
                                                .with("secret", certificate.secret())
                                                .with("hosts", certificate.hosts())))
                .with("http", proxies.get("http"))
                .with("https", proxies.get("https"));
    }

    static List<String> lines(NetworkSettings network, Map<String, String> proxies) {
        var lines = new ArrayList<String>();
        lines.add("proxy               " + network.proxy().orElse("as the environment says"));
        lines.add("  http goes         " + proxies.get("http"));
        lines.add("  https goes        " + proxies.get("https"));
        lines.add("  without a proxy   " + String.join(", ", network.direct()));
        network.authorities().forEach(file -> lines.add("trusted too         " + file));
        network.clientCertificate()
                .ifPresent(certificate ->
                        lines.add(
                                "client certificate  "
                                        + certificate.file()
                                        + " for "
                                        + String.join(", ", certificate.hosts())
                                        + ", pass phrase ${secret:"
                                        + certificate.secret()
                                        + "}"));
        return lines;
    }
}
