package dev.parallax.cli;

import dev.parallax.service.ManageJourneys;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `parallax journey export NAME`
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = "Writes a journey in its JSON form to standard output or a new file.")
public final class JourneyExport implements Callable<Integer> {
    private final InWorkspace<ManageJourneys> journeys;
    private final Output output;

    @Parameters(paramLabel = "NAME", description = "The journey's name.")
    @SuppressWarnings("NullAway.Init") // a required parameter
    private String name;

    @Option(names = "--out", paramLabel = "FILE", description = "A file that does not exist yet.")
    private @Nullable Path file;

    @Mixin private final WorkspaceOption workspace = new WorkspaceOption();

    public JourneyExport(InWorkspace<ManageJourneys> journeys, Output output) {
        this.journeys = journeys;
        this.output = output;
    }

    @Override
    public Integer call() {
        String text = journeys.call(workspace.file(), use -> use.export(name));
        Path target = file;
        if (target == null) {
            output.line(text.stripTrailing());
        } else {
            NewFile.write(target, text);
            output.line("Wrote " + target + ".");
        }
        return ExitCode.OK;
    }
}
