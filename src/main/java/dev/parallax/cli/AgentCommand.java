package dev.parallax.cli;

import dev.parallax.service.RunAgent;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `parallax agent`
@Command(
        name = "agent",
        mixinStandardHelpOptions = true,
        description = {
            "Runs the checks on time, without a window, until Ctrl-C.",
            "Prints one line a finished slot; with --json one JSON object a line."
        })
public final class AgentCommand implements Callable<Integer> {
    private final InWorkspace<RunAgent> agents;
    private final Output output;
    private final Cancellation cancellation;

    @Option(
            names = "--for",
            paramLabel = "DURATION",
            converter = DurationConverter.class,
            description = "Stop after this long: 90s, 10m, 8h.")
    private @Nullable Duration length;

    @Mixin private final WorkspaceOption workspace = new WorkspaceOption();
    @Mixin private final JsonOption json = new JsonOption();

    public AgentCommand(InWorkspace<RunAgent> agents, Output output, Cancellation cancellation) {
        this.agents = agents;
        this.output = output;
        this.cancellation = cancellation;
    }

    @Override
    public Integer call() {
        return agents.call(
                workspace.file(),
                use -> {
                    use.run(
                            Optional.ofNullable(length),
                            this::print,
                            cancellation.progress(output));
                    return ExitCode.OK;
                });
    }

    private void print(RunAgent.FinishedSlot slot) {
        if (json.wanted()) {
            output.jsonLine(
                    JsonObject.of("check", slot.check())
                            .with("due", slot.due().toString())
                            .with("status", slot.status().key())
                            .with("run", slot.run().map(Object::toString))
                            .with("reason", slot.reason()));
        } else {
            output.line(
                    slot.due()
                            + "  "
                            + slot.check()
                            + "  "
                            + slot.status().label()
                            + slot.reason().map(reason -> "  " + reason).orElse(""));
        }
    }
}
