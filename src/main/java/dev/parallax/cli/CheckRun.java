package dev.parallax.cli;

import dev.parallax.measure.Run;
import dev.parallax.measure.RunStatus;
import dev.parallax.service.ExportEvidence;
import dev.parallax.service.RunJourney;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `parallax check run JOURNEY`
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = "Runs a journey now and stores the run; exit code 1 if it failed.")
public final class CheckRun implements Callable<Integer> {
    private final InWorkspace<UseCases> runs;
    private final Output output;
    private final Cancellation cancellation;

    @Parameters(paramLabel = "JOURNEY", description = "The journey's name.")
    @SuppressWarnings("NullAway.Init") // a required parameter
    private String journey;

    @Option(
            names = "--iterations",
            paramLabel = "N",
            defaultValue = "1",
            description = "How often to walk it, 1 to 1000; default: ${DEFAULT-VALUE}.")
    private int iterations;

    @Option(names = "--junit", paramLabel = "FILE", description = "Also write JUnit XML for CI.")
    private @Nullable Path junit;

    @Option(
            names = "--remote",
            paramLabel = "URL",
            description =
                    "Run in a Chromium that runs elsewhere, by its DevTools address; its network is"
                            + " not shaped.")
    private @Nullable String remote;

    @Mixin private final RunOptions options = new RunOptions();
    @Mixin private final RecordingOptions recording = new RecordingOptions();
    @Mixin private final WorkspaceOption workspace = new WorkspaceOption();
    @Mixin private final JsonOption json = new JsonOption();

    /// What it needs of a workspace.
    public record UseCases(RunJourney run, ExportEvidence evidence) {}

    public CheckRun(InWorkspace<UseCases> runs, Output output, Cancellation cancellation) {
        this.runs = runs;
        this.output = output;
        this.cancellation = cancellation;
    }

    @Override
    public Integer call() {
        var order =
                new RunJourney.Order(
                        journey,
                        options.profile(),
                        iterations,
                        options.variables(),
                        recording.recorded(),
                        Optional.ofNullable(remote));
        Run run =
                runs.call(
                        workspace.file(),
                        use -> {
                            Run made = use.run().run(order, cancellation.progress(output));
                            write(made, use.evidence());
                            return made;
                        });
        Path report = junit;
        if (report != null) {
            NewFile.write(report, JUnitXml.of(run));
        }
        if (json.wanted()) {
            output.json(RunJson.of(run));
        } else {
            RunText.of(run).forEach(output::line);
        }
        return run.status() == RunStatus.OK || run.status() == RunStatus.DEGRADED
                ? ExitCode.OK
                : run.problem()
                        .map(problem -> problem.kind().exitCode())
                        .orElse(ExitCode.CHECK_FAILED);
    }

    private void write(Run run, ExportEvidence evidence) {
        boolean walked = run.iterations().stream().anyMatch(each -> !each.exchanges().isEmpty());
        if (walked) {
            recording.har().ifPresent(file -> NewFile.write(file, evidence.har(run.id())));
        }
        boolean traced =
                run.iterations().stream().anyMatch(each -> each.evidence().trace().isPresent());
        if (traced) {
            recording.trace().ifPresent(file -> NewFile.write(file, evidence.trace(run.id())));
        }
    }
}
