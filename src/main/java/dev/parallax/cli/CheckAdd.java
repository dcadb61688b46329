package dev.parallax.cli;

import dev.parallax.schedule.Schedule;
import dev.parallax.service.CheckSummary;
import dev.parallax.service.ScheduleChecks;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `parallax check add JOURNEY`
@Command(
        name = "add",
        mixinStandardHelpOptions = true,
        description = "Runs a journey on a schedule, while the window or `parallax agent` is open.")
public final class CheckAdd implements Callable<Integer> {
    private final InWorkspace<ScheduleChecks> checks;
    private final Output output;

    @Parameters(paramLabel = "JOURNEY", description = "The journey's name.")
    @SuppressWarnings("NullAway.Init") // a required parameter
    private String journey;

    @Option(
            names = "--name",
            paramLabel = "N",
            description = "The check's name; default: the journey's.")
    private @Nullable String name;

    @ArgGroup(multiplicity = "1")
    private final When when = new When();

    /// Exactly one of the two ways to say when.
    private static final class When {
        @Option(names = "--every", paramLabel = "5m", description = "An interval: 90s, 5m, 1h.")
        private @Nullable String every;

        @ArgGroup(exclusive = false)
        private @Nullable AtTimes at;
    }

    private static final class AtTimes {
        @Option(
                names = "--cron",
                paramLabel = "EXPR",
                required = true,
                description = "Five cron fields: minute hour day month weekday.")
        @SuppressWarnings("NullAway.Init") // a required option
        private String cron;

        @Option(
                names = "--zone",
                paramLabel = "Z",
                required = true,
                description = "The time zone of the fields, such as Europe/Berlin.")
        @SuppressWarnings("NullAway.Init") // a required option
        private String zone;
    }

    @Mixin private final RunOptions options = new RunOptions();
    @Mixin private final WorkspaceOption workspace = new WorkspaceOption();
    @Mixin private final JsonOption json = new JsonOption();

    public CheckAdd(InWorkspace<ScheduleChecks> checks, Output output) {
        this.checks = checks;
        this.output = output;
    }

    @Override
    public Integer call() {
        CheckSummary added =
                checks.call(
                        workspace.file(),
                        use ->
                                use.add(
                                        new ScheduleChecks.Order(
                                                Optional.ofNullable(name).orElse(journey),
                                                journey,
                                                options.profile(),
                                                schedule())));
        if (json.wanted()) {
            output.json(CheckList.json(added));
        } else {
            output.line("Check \"" + added.name() + "\" runs " + added.schedule() + ".");
        }
        return ExitCode.OK;
    }

    private Schedule schedule() {
        AtTimes at = when.at;
        return at == null
                ? Schedule.every(String.valueOf(when.every))
                : Schedule.cron(at.cron, at.zone);
    }
}
