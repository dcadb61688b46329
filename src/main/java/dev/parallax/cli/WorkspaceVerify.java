package dev.parallax.cli;

import dev.parallax.service.ManageWorkspace;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `parallax workspace verify`
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = "Looks for damage in the workspace; exit code 1 if there is any.")
public final class WorkspaceVerify implements Callable<Integer> {
    private final InWorkspace<ManageWorkspace> workspaces;
    private final Output output;

    @Mixin private final WorkspaceOption workspace = new WorkspaceOption();

    public WorkspaceVerify(InWorkspace<ManageWorkspace> workspaces, Output output) {
        this.workspaces = workspaces;
        this.output = output;
    }

    @Override
    public Integer call() {
        List<String> damage = workspaces.call(workspace.file(), ManageWorkspace::verify);
        if (damage.isEmpty()) {
            output.line("The workspace is sound.");
            return ExitCode.OK;
        }
        damage.forEach(output::line);
        output.remark("Go back to a backup, or export what can still be read.");
        return ExitCode.CHECK_FAILED;
    }
}
