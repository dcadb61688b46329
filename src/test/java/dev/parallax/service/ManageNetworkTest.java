package dev.parallax.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parallax.http.HttpOptions;
import dev.parallax.http.ProxyServer;
import dev.parallax.http.TestAuthority;
import dev.parallax.problem.ProblemException;
import dev.parallax.settings.NetworkSettings;
import dev.parallax.settings.SettingsFile;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ManageNetworkTest {
    private static final URI SHOP = URI.create("https://shop.test/");

    @TempDir Path folder;

    private ManageNetwork network(Map<String, String> environment) {
        return new ManageNetwork(
                new SettingsFile(folder.resolve("settings.json")),
                environment,
                (name, _) -> name.equals("proxy") ? "p@ss:word" : "");
    }

    @Test
    void theEnvironmentHoldsUntilSomethingIsSet() {
        ManageNetwork network = network(Map.of("HTTPS_PROXY", "http://one:3128"));
        assertThat(network.proxies()).isEqualTo(Map.of("http", "directly", "https", "one:3128"));
        network.change(present -> present.withProxy(Optional.of(NetworkSettings.NO_PROXY)));
        assertThat(network.proxies()).isEqualTo(Map.of("http", "directly", "https", "directly"));
    }

    @Test
    void aPasswordIsFilledInFromItsSecretAndNeverKept() throws IOException {
        ManageNetwork network = network(Map.of());
        network.change(present ->
                present.withProxy(Optional.of("http://ann:${secret:proxy}@two:3128"))
                        .withDirect(List.of("intern.test")));
        HttpOptions options = network.options();
        // ann:p@ss:word
        assertThat(options.proxies().of(SHOP).flatMap(ProxyServer::authorization))
                .contains("Basic YW5uOnBAc3M6d29yZA==");
        assertThat(options.proxies().of(URI.create("http://wiki.intern.test/"))).isEmpty();
        assertThat(Files.readString(folder.resolve("settings.json")))
                .contains("${secret:proxy}")
                .doesNotContain("p@ss");
    }

    @Test
    void whatCannotWorkIsRefusedAndNotKept() {
        ManageNetwork network = network(Map.of());
        for (String wrong : List.of("http://ann:open@two:3128", "ftp://two", "http://two:99999")) {
            assertThatThrownBy(
                            () -> network.change(present -> present.withProxy(Optional.of(wrong))))
                    .as(wrong)
                    .isInstanceOf(ProblemException.class);
        }
        assertThatThrownBy(() ->
                        network.change(present ->
                                present.withAuthorities(List.of(folder.resolve("none.pem")))))
                .hasMessageContaining("none.pem");
        assertThat(network.show()).isEqualTo(NetworkSettings.DEFAULT);
    }

    @Test
    void settingsAreReadBack() throws IOException, GeneralSecurityException {
        Path pem = new TestAuthority().writePem(folder.resolve("own.pem"));
        NetworkSettings set =
                network(Map.of())
                        .change(present ->
                                present.withProxy(Optional.of("http://two:3128"))
                                        .withDirect(List.of("a.test", "b.test"))
                                        .withAuthorities(List.of(pem)));
        assertThat(network(Map.of()).show()).isEqualTo(set);
        assertThat(network(Map.of()).change(_ -> NetworkSettings.DEFAULT))
                .isEqualTo(NetworkSettings.DEFAULT);
    }
}
