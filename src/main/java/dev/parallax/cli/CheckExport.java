package dev.parallax.cli;

import dev.parallax.problem.Problem;
import dev.parallax.problem.ProblemException;
import dev.parallax.service.ExportEvidence;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `parallax check export RUN`
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = "Writes what a run kept into files other tools read.")
public final class CheckExport implements Callable<Integer> {
    private final InWorkspace<ExportEvidence> evidence;
    private final Output output;

    @Parameters(paramLabel = "RUN", description = "The run's id, as `check run --json` tells it.")
    @SuppressWarnings("NullAway.Init") // a required parameter
    private UUID run;

    @Option(
            names = "--har",
            paramLabel = "FILE",
            description = "The requests as an HTTP Archive; not of journeys with secrets.")
    private @Nullable Path har;

    @Option(names = "--trace", paramLabel = "FILE", description = "The run's Playwright trace.")
    private @Nullable Path trace;

    @Mixin private final WorkspaceOption workspace = new WorkspaceOption();

    public CheckExport(InWorkspace<ExportEvidence> evidence, Output output) {
        this.evidence = evidence;
        this.output = output;
    }

    @Override
    public Integer call() {
        Path archive = har;
        Path recording = trace;
        if (archive == null && recording == null) {
            throw new ProblemException(
                    Problem.usage(
                            "nothing-to-export",
                            "nothing is exported",
                            "neither --har nor --trace is there",
                            "name a file that does not exist yet with one of them"));
        }
        if (archive != null) {
            NewFile.write(archive, evidence.<String>call(workspace.file(), use -> use.har(run)));
            output.line("Wrote " + archive + ".");
        }
        if (recording != null) {
            NewFile.write(
                    recording, evidence.<byte[]>call(workspace.file(), use -> use.trace(run)));
            output.line("Wrote " + recording + ".");
        }
        return ExitCode.OK;
    }
}
