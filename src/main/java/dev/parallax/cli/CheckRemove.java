package dev.parallax.cli;

import dev.parallax.service.ScheduleChecks;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `parallax check remove NAME`
@Command(
        name = "remove",
        mixinStandardHelpOptions = true,
        description = "Removes a check; its runs stay.")
public final class CheckRemove implements Callable<Integer> {
    private final InWorkspace<ScheduleChecks> checks;
    private final Output output;

    @Parameters(paramLabel = "NAME", description = "The check's name.")
    @SuppressWarnings("NullAway.Init") // a required parameter
    private String name;

    @Mixin private final WorkspaceOption workspace = new WorkspaceOption();

    public CheckRemove(InWorkspace<ScheduleChecks> checks, Output output) {
        this.checks = checks;
        this.output = output;
    }

    @Override
    public Integer call() {
        checks.call(
                workspace.file(),
                use -> {
                    use.remove(name);
                    return name;
                });
        output.line("Removed \"" + name + "\".");
        return ExitCode.OK;
    }
}
