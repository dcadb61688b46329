package dev.parallax.cli;

import dev.parallax.journey.Journey;
import dev.parallax.service.RecordJourney;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `parallax record URL`
@Command(
        name = "record",
        mixinStandardHelpOptions = true,
        description = {
            "Opens a browser and records what you do as a journey; close the window to end.",
            "What is typed into password fields is replaced by a secret at once and never stored."
        })
public final class RecordCommand implements Callable<Integer> {
    private final InWorkspace<RecordJourney> recordings;
    private final Output output;
    private final Cancellation cancellation;

    @Parameters(paramLabel = "URL", description = "Where to start, http or https.")
    @SuppressWarnings("NullAway.Init") // a required parameter
    private String url;

    @Option(
            names = "--name",
            paramLabel = "N",
            required = true,
            description = "The journey's name.")
    @SuppressWarnings("NullAway.Init") // a required option
    private String name;

    @Mixin private final WorkspaceOption workspace = new WorkspaceOption();
    @Mixin private final JsonOption json = new JsonOption();

    public RecordCommand(
            InWorkspace<RecordJourney> recordings, Output output, Cancellation cancellation) {
        this.recordings = recordings;
        this.output = output;
        this.cancellation = cancellation;
    }

    @Override
    public Integer call() {
        RecordJourney.Kept kept =
                recordings.call(
                        workspace.file(),
                        use ->
                                use.record(
                                        url,
                                        name,
                                        step -> output.remark("  " + step.label()),
                                        cancellation.progress(output)));
        Journey journey = kept.journey();
        if (json.wanted()) {
            output.json(
                    Map.of(
                            "journeys",
                            List.of(
                                    JsonObject.of("name", journey.name())
                                            .with("kind", journey.kind().key())
                                            .with("steps", journey.steps().size())
                                            .with("secrets", kept.secrets())
                                            .with("warnings", kept.warnings()))));
        } else {
            output.line(
                    "Recorded \""
                            + journey.name()
                            + "\" with "
                            + journey.steps().size()
                            + " steps. Replay it with `parallax check run \""
                            + journey.name()
                            + "\"`.");
            kept.secrets()
                    .forEach(secret ->
                            output.line(
                                    "A password was typed: its value is read from the variable "
                                            + RecordJourney.variableOf(secret)
                                            + "."));
            kept.warnings().forEach(warning -> output.line("Note: " + warning));
        }
        return ExitCode.OK;
    }
}
