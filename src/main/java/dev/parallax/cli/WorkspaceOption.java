package dev.parallax.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The option that says which workspace a command works on.
final class WorkspaceOption {
    @Option(
            names = "--workspace",
            paramLabel = "FILE",
            description = "The workspace file; default: the one in this platform's data folder.")
    private @Nullable Path file;

    Optional<Path> file() {
        return Optional.ofNullable(file);
    }
}
