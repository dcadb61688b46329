package dev.parallax.cli;

import dev.parallax.service.ManageNetwork;
import dev.parallax.settings.NetworkSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `parallax network set`
@Command(
        name = "set",
        mixinStandardHelpOptions = true,
        description = {
            "Changes how HTTP runs leave this machine; what is not named stays. Holds for all",
            "workspaces of this user."
        })
public final class NetworkSet implements Callable<Integer> {
    private final ManageNetwork network;
    private final Output output;

    @Mixin private final JsonOption json = new JsonOption();

    @Option(
            names = "--proxy",
            paramLabel = "URL",
            description = {
                "Such as http://proxy.example:3128, credentials as",
                "http://user:$${secret:name}@proxy.example:3128; socks5:// too. \"none\" uses no",
                "proxy, \"environment\" obeys http_proxy, https_proxy and no_proxy (the default)."
            })
    private @Nullable String proxy;

    @Option(
            names = "--direct",
            paramLabel = "HOST",
            split = ",",
            description = "Hosts asked without a proxy, with all names below them; \"\" for none.")
    private @Nullable List<String> direct;

    @Option(
            names = "--authority",
            paramLabel = "FILE",
            description = "A PEM file to trust besides the usual authorities; \"\" for none.")
    private @Nullable List<String> authorities;

    @Option(
            names = "--client-certificate",
            paramLabel = "FILE",
            description = "A PKCS#12 file for servers that ask who this is; \"\" for none.")
    private @Nullable String certificate;

    @Option(
            names = "--pass-phrase",
            paramLabel = "SECRET",
            description = "The name of the secret that opens the client certificate.")
    private @Nullable String secret;

    @Option(
            names = "--certificate-for",
            paramLabel = "HOST",
            split = ",",
            description = "Who may see the client certificate: api.example or *.example.")
    private @Nullable List<String> hosts;

    public NetworkSet(ManageNetwork network, Output output) {
        this.network = network;
        this.output = output;
    }

    @Override
    public Integer call() {
        NetworkSettings changed = network.change(this::changed);
        if (json.wanted()) {
            output.json(NetworkJson.of(changed, network.proxies()));
        } else {
            NetworkJson.lines(changed, network.proxies()).forEach(output::line);
        }
        return ExitCode.OK;
    }

    private NetworkSettings changed(NetworkSettings present) {
        NetworkSettings changed = present;
        if (proxy != null) {
            changed =
                    changed.withProxy(
                            Optional.of(proxy).filter(address -> !address.equals("environment")));
        }
        if (direct != null) {
            changed = changed.withDirect(named(direct));
        }
        if (authorities != null) {
            changed =
                    changed.withAuthorities(
                            named(authorities).stream()
                                    .map(file -> Path.of(file).toAbsolutePath().normalize())
                                    .toList());
        }
        if (certificate != null) {
            changed = changed.withClientCertificate(certificate(certificate));
        }
        return changed;
    }

    private Optional<NetworkSettings.ClientCertificate> certificate(String file) {
        return file.isBlank()
                ? Optional.empty()
                : Optional.of(
                        new NetworkSettings.ClientCertificate(
                                Path.of(file).toAbsolutePath().normalize(),
                                secret == null ? "" : secret,
                                hosts == null ? List.of() : named(hosts)));
    }

    private static List<String> named(List<String> texts) {
        return texts.stream().map(String::strip).filter(text -> !text.isEmpty()).toList();
    }
}
