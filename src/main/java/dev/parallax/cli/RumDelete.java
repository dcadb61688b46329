package dev.parallax.cli;

import dev.parallax.service.ManageDatasets;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `parallax rum delete NAME`
@Command(name = "delete", mixinStandardHelpOptions = true, description = "Deletes a data set.")
public final class RumDelete implements Callable<Integer> {
    private final InWorkspace<ManageDatasets> datasets;
    private final Output output;

    @Parameters(paramLabel = "NAME", description = "The data set's name.")
    @SuppressWarnings("NullAway.Init") // a required parameter
    private String name;

    @Mixin private final WorkspaceOption workspace = new WorkspaceOption();

    public RumDelete(InWorkspace<ManageDatasets> datasets, Output output) {
        this.datasets = datasets;
        this.output = output;
    }

    @Override
    public Integer call() {
        datasets.call(
                workspace.file(),
                use -> {
                    use.delete(name);
                    return name;
                });
        output.line("Deleted \"" + name + "\".");
        return ExitCode.OK;
    }
}
