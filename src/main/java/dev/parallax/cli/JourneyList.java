package dev.parallax.cli;

import dev.parallax.service.ManageJourneys;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `parallax journey list`
@Command(name = "list", mixinStandardHelpOptions = true, description = "Lists the journeys.")
public final class JourneyList implements Callable<Integer> {
    private final InWorkspace<ManageJourneys> journeys;
    private final Output output;

    @Mixin private final WorkspaceOption workspace = new WorkspaceOption();
    @Mixin private final JsonOption json = new JsonOption();

    public JourneyList(InWorkspace<ManageJourneys> journeys, Output output) {
        this.journeys = journeys;
        this.output = output;
    }

    @Override
    public Integer call() {
        var found = journeys.call(workspace.file(), ManageJourneys::list);
        if (json.wanted()) {
            output.json(
                    Map.of(
                            "journeys",
                            found.stream()
                                    .map(journey ->
                                            JsonObject.of("name", journey.name())
                                                    .with("kind", journey.kind().key())
                                                    .with("steps", journey.steps()))
                                    .toList()));
        } else if (found.isEmpty()) {
            output.line("No journeys yet. Record one with `parallax record URL --name N`.");
        } else {
            output.table(
                    List.of("name", "kind", "#steps", "#revision"),
                    found.stream()
                            .map(journey ->
                                    List.of(
                                            journey.name(),
                                            journey.kind().key(),
                                            Integer.toString(journey.steps()),
                                            Integer.toString(journey.revision())))
                            .toList());
        }
        return ExitCode.OK;
    }
}
