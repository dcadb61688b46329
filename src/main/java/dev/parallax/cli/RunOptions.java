package dev.parallax.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Option;

/// The options that say how a journey is run.
final class RunOptions {
    @Option(
            names = "--profile",
            paramLabel = "P",
            defaultValue = "desktop",
            description =
                    "The device, network and processor, such as desktop, mobile or lighthouse-mobile;"
                            + " `parallax profile list` shows all; default: ${DEFAULT-VALUE}.")
    private String profile = "desktop";

    @Option(
            names = "--set",
            paramLabel = "NAME=VALUE",
            description = "A value for a variable of the journey; may be repeated.")
    private Map<String, String> variables = new LinkedHashMap<>();

    String profile() {
        return profile;
    }

    Map<String, String> variables() {
        return variables;
    }
}
