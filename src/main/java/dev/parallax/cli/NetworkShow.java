package dev.parallax.cli;

import dev.parallax.service.ManageNetwork;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `parallax network show`
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        description = "How HTTP runs leave this machine.")
public final class NetworkShow implements Callable<Integer> {
    private final ManageNetwork network;
    private final Output output;

    @Mixin private final JsonOption json = new JsonOption();

    public NetworkShow(ManageNetwork network, Output output) {
        this.network = network;
        this.output = output;
    }

    @Override
    public Integer call() {
        Map<String, String> proxies = network.proxies();
        if (json.wanted()) {
            output.json(NetworkJson.of(network.show(), proxies));
        } else {
            NetworkJson.lines(network.show(), proxies).forEach(output::line);
        }
        return ExitCode.OK;
    }
}
