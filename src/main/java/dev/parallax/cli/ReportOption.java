package dev.parallax.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The option that writes a comparison as a file.
final class ReportOption {
    @Option(
            names = "--report",
            paramLabel = "FILE",
            description = "Also write the comparison as a self-contained HTML file.")
    private @Nullable Path report;

    Optional<Path> file() {
        return Optional.ofNullable(report);
    }
}
