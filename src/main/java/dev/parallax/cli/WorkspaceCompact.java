package dev.parallax.cli;

import dev.parallax.service.ManageWorkspace;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `parallax workspace compact`
@Command(
        name = "compact",
        mixinStandardHelpOptions = true,
        description = "Gives the space of deleted things back to the disk.")
public final class WorkspaceCompact implements Callable<Integer> {
    private final InWorkspace<ManageWorkspace> workspaces;
    private final Output output;

    @Mixin private final WorkspaceOption workspace = new WorkspaceOption();

    public WorkspaceCompact(InWorkspace<ManageWorkspace> workspaces, Output output) {
        this.workspaces = workspaces;
        this.output = output;
    }

    @Override
    public Integer call() {
        long bytes = workspaces.call(workspace.file(), ManageWorkspace::compact);
        output.line("Gave back %,d kilobytes.".formatted(bytes / 1000));
        return ExitCode.OK;
    }
}
