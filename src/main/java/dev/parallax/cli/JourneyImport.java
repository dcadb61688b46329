package dev.parallax.cli;

import dev.parallax.service.ImportedJourney;
import dev.parallax.service.ManageJourneys;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `parallax journey import FILE`
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = "Imports a journey; a journey of the same name gets a new revision.")
public final class JourneyImport implements Callable<Integer> {
    private final InWorkspace<ManageJourneys> journeys;
    private final Output output;

    @Parameters(paramLabel = "FILE", description = "A journey in JSON, see docs/journey-format.md.")
    @SuppressWarnings("NullAway.Init") // a required parameter
    private Path file;

    @Option(names = "--name", paramLabel = "N", description = "Keep it under this name.")
    private @Nullable String name;

    @Mixin private final WorkspaceOption workspace = new WorkspaceOption();
    @Mixin private final JsonOption json = new JsonOption();

    public JourneyImport(InWorkspace<ManageJourneys> journeys, Output output) {
        this.journeys = journeys;
        this.output = output;
    }

    @Override
    public Integer call() {
        ImportedJourney imported =
                journeys.call(
                        workspace.file(), use -> use.importFile(file, Optional.ofNullable(name)));
        if (json.wanted()) {
            output.json(Map.of("journeys", List.of(imported)));
        } else {
            output.line(
                    "Imported \"%s\" with %d %s."
                            .formatted(
                                    imported.name(),
                                    imported.steps(),
                                    imported.steps() == 1 ? "step" : "steps"));
        }
        return ExitCode.OK;
    }
}
