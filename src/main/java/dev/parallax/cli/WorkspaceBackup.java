package dev.parallax.cli;

import dev.parallax.service.ManageWorkspace;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `parallax workspace backup FILE`
@Command(
        name = "backup",
        mixinStandardHelpOptions = true,
        description = "Copies the workspace, in use or not, into a new file.")
public final class WorkspaceBackup implements Callable<Integer> {
    private final InWorkspace<ManageWorkspace> workspaces;
    private final Output output;

    @Parameters(paramLabel = "FILE", description = "A file that does not exist yet.")
    @SuppressWarnings("NullAway.Init") // a required parameter
    private Path file;

    @Mixin private final WorkspaceOption workspace = new WorkspaceOption();

    public WorkspaceBackup(InWorkspace<ManageWorkspace> workspaces, Output output) {
        this.workspaces = workspaces;
        this.output = output;
    }

    @Override
    public Integer call() {
        workspaces.call(
                workspace.file(),
                use -> {
                    use.backUp(file);
                    return file;
                });
        output.line("Wrote " + file + ".");
        return ExitCode.OK;
    }
}
