package dev.parallax.cli;

import dev.parallax.service.CheckSummary;
import dev.parallax.service.ScheduleChecks;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `parallax check list`
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = "Lists the checks and their next run.")
public final class CheckList implements Callable<Integer> {
    private final InWorkspace<ScheduleChecks> checks;
    private final Output output;

    @Mixin private final WorkspaceOption workspace = new WorkspaceOption();
    @Mixin private final JsonOption json = new JsonOption();

    public CheckList(InWorkspace<ScheduleChecks> checks, Output output) {
        this.checks = checks;
        this.output = output;
    }

    @Override
    public Integer call() {
        List<CheckSummary> found = checks.call(workspace.file(), ScheduleChecks::list);
        if (json.wanted()) {
            output.json(Map.of("checks", found.stream().map(CheckList::json).toList()));
        } else if (found.isEmpty()) {
            output.line("No checks yet. Add one with `parallax check add JOURNEY --every 5m`.");
        } else {
            output.table(
                    List.of("name", "journey", "profile", "schedule", "state", "last", "next"),
                    found.stream().map(CheckList::row).toList());
        }
        return ExitCode.OK;
    }

    static JsonObject json(CheckSummary check) {
        return JsonObject.of("name", check.name())
                .with("journey", check.journey())
                .with("profile", check.profile().id())
                .with("schedule", check.schedule())
                .with("paused", check.isPaused())
                .with("lastStatus", check.last().map(status -> status.key()))
                .with("next", check.next().map(Object::toString));
    }

    private static List<String> row(CheckSummary check) {
        var time =
                DateTimeFormatter.ofLocalizedDateTime(FormatStyle.SHORT, FormatStyle.MEDIUM)
                        .withZone(ZoneId.systemDefault());
        return List.of(
                check.name(),
                check.journey(),
                check.profile().id(),
                check.schedule(),
                check.isPaused() ? "paused" : "on",
                check.last().map(status -> status.label()).orElse("–"),
                check.next().map(time::format).orElse("–"));
    }
}
