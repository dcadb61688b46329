package dev.parallax.cli;

import picocli.CommandLine.Option;

/// The option of every command that prints data.
final class JsonOption {
    @Option(
            names = "--json",
            description =
                    "Print one JSON document on standard output, everything else on standard error.")
    private boolean json;

    boolean wanted() {
        return json;
    }
}
