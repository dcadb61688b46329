package dev.parallax.cli;

import dev.parallax.journey.Journey;
import dev.parallax.journey.JourneyJson;
import dev.parallax.journey.Step;
import dev.parallax.service.ManageJourneys;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `parallax journey show NAME`
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        description = "Shows a journey's steps; with --json the journey in its JSON form.")
public final class JourneyShow implements Callable<Integer> {
    private final InWorkspace<ManageJourneys> journeys;
    private final Output output;

    @Parameters(paramLabel = "NAME", description = "The journey's name.")
    @SuppressWarnings("NullAway.Init") // a required parameter
    private String name;

    @Mixin private final WorkspaceOption workspace = new WorkspaceOption();
    @Mixin private final JsonOption json = new JsonOption();

    public JourneyShow(InWorkspace<ManageJourneys> journeys, Output output) {
        this.journeys = journeys;
        this.output = output;
    }

    @Override
    public Integer call() {
        Journey journey = journeys.call(workspace.file(), use -> use.show(name));
        if (json.wanted()) {
            output.line(JourneyJson.write(journey).stripTrailing());
            return ExitCode.OK;
        }
        List<List<String>> rows = new ArrayList<>();
        journey.prelude().forEach(step -> rows.add(row("prelude", rows.size() + 1, step)));
        journey.steps().forEach(step -> rows.add(row("measured", rows.size() + 1, step)));
        output.table(List.of("#", "part", "step", "label"), rows);
        return ExitCode.OK;
    }

    private static List<String> row(String part, int number, Step step) {
        return List.of(Integer.toString(number), part, StepWords.kind(step), step.label());
    }
}
