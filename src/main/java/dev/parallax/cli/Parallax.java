package dev.parallax.cli;

import dev.parallax.problem.Problem;
import dev.parallax.problem.ProblemException;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/// The command `parallax`: puts the given commands below it, runs one, and turns whatever happens
/// into an exit code and at most one line on standard error.
@Command(
        name = "parallax",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        descriptionHeading = "%n",
        commandListHeading = "%nCommands:%n",
        optionListHeading = "%nOptions:%n",
        footerHeading = "%n",
        description = {
            "Shows one web site from two viewpoints: what synthetic checks measure in the lab, and what real"
                    + " users lived through in the field.",
            "",
            "Without a command the window opens."
        },
        footer = {
            "Start with `parallax demo`: it plays the whole story on a bundled shop.",
            "",
            "Exit codes: 0 done and ok; 1 done, and a check failed; 2 bad input or usage;",
            "            3 the environment (no browser, workspace locked, disk full)."
        })
public final class Parallax implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Parallax.class);

    private final Output output;

    @Option(
            names = "--verbose",
            scope = ScopeType.INHERIT,
            description = "Add the trace of what went wrong to an error's one line.")
    private boolean verbose;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
    private CommandSpec spec;

    private Parallax(Output output) {
        this.output = output;
    }

    /// Runs one command.
    ///
    /// @param commands the top-level commands
    /// @param version shown by `--version`
    /// @return the exit code, 0 to 3
    public static int execute(
            List<Subcommand> commands, String version, Output output, String... arguments) {
        var parallax = new Parallax(output);
        var line = new CommandLine(parallax);
        line.getCommandSpec().version("Parallax " + version);
        Subcommand.add(line, commands, List.of(arguments));
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setUsageHelpAutoWidth(true);
        line.setOut(output.results());
        line.setErr(output.remarks());
        line.setParameterExceptionHandler((refused, _) -> parallax.refuse(refused));
        line.setExecutionExceptionHandler((failure, _, _) -> parallax.fail(failure));
        return line.execute(arguments);
    }

    /// Without a command: says which there are.
    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "which command? `parallax --help` lists them");
    }

    private int refuse(ParameterException refused) {
        String command = refused.getCommandLine().getCommandSpec().qualifiedName();
        String text = String.valueOf(refused.getMessage()).replaceAll("\\s*\\R\\s*", " ");
        output.remark("parallax: " + text + ". See `" + command + " --help`. [usage]");
        return ExitCode.USAGE;
    }

    private int fail(Exception failure) {
        int code =
                switch (failure) {
                    case ProblemException expected -> {
                        output.remark("parallax: " + expected.problem().oneLine());
                        yield expected.problem().kind().exitCode();
                    }
                    case CancellationException _ -> {
                        output.remark(
                                "parallax: cancelled; nothing was left half done. [cancelled]");
                        yield ExitCode.CHECK_FAILED;
                    }
                    default -> {
                        output.remark("parallax: " + unexpected(failure).oneLine());
                        yield ExitCode.ENVIRONMENT;
                    }
                };
        if (verbose) {
            failure.printStackTrace(output.remarks());
            output.remarks().flush();
        } else {
            LOG.debug("command failed", failure);
        }
        return code;
    }

    private static Problem unexpected(Exception failure) {
        return Problem.environment(
                "internal-error",
                "the command stopped on an error that should not happen",
                failure.toString(),
                "run it again with --verbose and report what it prints");
    }
}
