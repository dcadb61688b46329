package dev.parallax.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// A command that only holds others: `parallax journey`, `parallax rum`.
@Command(mixinStandardHelpOptions = true, synopsisSubcommandLabel = "COMMAND")
public final class Group implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
    private CommandSpec spec;

    private Group() {}

    /// A group of commands, to be put below another command.
    ///
    /// @param name what is typed
    /// @param description one sentence for `--help`
    /// @param commands annotated with `@Command`, in the order `--help` lists them
    public static CommandLine of(String name, String description, Object... commands) {
        var line = new CommandLine(new Group());
        line.getCommandSpec().name(name).usageMessage().description(description);
        for (Object command : commands) {
            line.addSubcommand(command);
        }
        return line;
    }

    @Override
    public void run() {
        String names = String.join(", ", spec.subcommands().keySet());
        throw new ParameterException(spec.commandLine(), "which one? " + names);
    }
}
