package dev.parallax.cli;

import dev.parallax.service.ManageJourneys;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `parallax journey delete NAME`
@Command(
        name = "delete",
        mixinStandardHelpOptions = true,
        description = "Deletes a journey, its revisions, checks and runs.")
public final class JourneyDelete implements Callable<Integer> {
    private final InWorkspace<ManageJourneys> journeys;
    private final Output output;

    @Parameters(paramLabel = "NAME", description = "The journey's name.")
    @SuppressWarnings("NullAway.Init") // a required parameter
    private String name;

    @Mixin private final WorkspaceOption workspace = new WorkspaceOption();

    public JourneyDelete(InWorkspace<ManageJourneys> journeys, Output output) {
        this.journeys = journeys;
        this.output = output;
    }

    @Override
    public Integer call() {
        journeys.call(
                workspace.file(),
                use -> {
                    use.delete(name);
                    return name;
                });
        output.line("Deleted \"" + name + "\".");
        return ExitCode.OK;
    }
}
