package dev.parallax.cli;

import dev.parallax.service.ManageWorkspace;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `parallax workspace trust`
@Command(
        name = "trust",
        mixinStandardHelpOptions = true,
        description = {
            "Lets a workspace made elsewhere act on this machine: its schedule runs, its journeys get",
            "secrets. Look at its journeys first."
        })
public final class WorkspaceTrust implements Callable<Integer> {
    private final InWorkspace<ManageWorkspace> workspaces;
    private final Output output;

    @Mixin private final WorkspaceOption workspace = new WorkspaceOption();

    public WorkspaceTrust(InWorkspace<ManageWorkspace> workspaces, Output output) {
        this.workspaces = workspaces;
        this.output = output;
    }

    @Override
    public Integer call() {
        workspaces.call(
                workspace.file(),
                use -> {
                    use.trust();
                    return use;
                });
        output.line("The workspace is trusted on this machine.");
        return ExitCode.OK;
    }
}
