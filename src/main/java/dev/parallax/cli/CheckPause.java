package dev.parallax.cli;

import dev.parallax.service.ScheduleChecks;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `parallax check pause NAME`
@Command(
        name = "pause",
        mixinStandardHelpOptions = true,
        description = "Stops a check from running until it is resumed.")
public final class CheckPause implements Callable<Integer> {
    private final InWorkspace<ScheduleChecks> checks;
    private final Output output;

    @Parameters(paramLabel = "NAME", description = "The check's name.")
    @SuppressWarnings("NullAway.Init") // a required parameter
    private String name;

    @Mixin private final WorkspaceOption workspace = new WorkspaceOption();

    public CheckPause(InWorkspace<ScheduleChecks> checks, Output output) {
        this.checks = checks;
        this.output = output;
    }

    @Override
    public Integer call() {
        checks.call(
                workspace.file(),
                use -> {
                    use.pause(name);
                    return name;
                });
        output.line("Paused \"" + name + "\".");
        return ExitCode.OK;
    }
}
