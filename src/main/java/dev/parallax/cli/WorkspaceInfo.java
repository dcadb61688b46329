package dev.parallax.cli;

import dev.parallax.service.ManageWorkspace;
import dev.parallax.service.WorkspaceOverview;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `parallax workspace info`
@Command(
        name = "info",
        mixinStandardHelpOptions = true,
        description = "Shows what is in the workspace.")
public final class WorkspaceInfo implements Callable<Integer> {
    private final InWorkspace<ManageWorkspace> workspaces;
    private final Output output;

    @Mixin private final WorkspaceOption workspace = new WorkspaceOption();
    @Mixin private final JsonOption json = new JsonOption();

    public WorkspaceInfo(InWorkspace<ManageWorkspace> workspaces, Output output) {
        this.workspaces = workspaces;
        this.output = output;
    }

    @Override
    public Integer call() {
        WorkspaceOverview overview = workspaces.call(workspace.file(), ManageWorkspace::overview);
        WorkspaceOverview.Counts counts = overview.counts();
        if (json.wanted()) {
            output.json(
                    JsonObject.of("path", overview.path().toString())
                            .with("id", overview.id().toString())
                            .with("version", overview.version())
                            .with("created", overview.created().toString())
                            .with("bytes", overview.fileBytes())
                            .with("unusedBytes", overview.unusedBytes())
                            .with("journeys", counts.journeys())
                            .with("checks", counts.checks())
                            .with("runs", counts.runs())
                            .with("datasets", counts.datasets())
                            .with("pageViews", counts.pageViews())
                            .with("trusted", overview.isTrusted()));
            return ExitCode.OK;
        }
        output.line(overview.path().toString());
        output.table(
                List.of("what", "#how many"),
                List.of(
                        row("journeys", counts.journeys()),
                        row("checks", counts.checks()),
                        row("runs", counts.runs()),
                        row("data sets", counts.datasets()),
                        row("page views", counts.pageViews()),
                        row("kilobytes", overview.fileBytes() / 1000)));
        output.line(
                overview.isTrusted()
                        ? "Trusted on this machine."
                        : "Not trusted on this machine: its schedule does not run. See `parallax workspace"
                                + " trust --help`.");
        return ExitCode.OK;
    }

    private static List<String> row(String what, long count) {
        return List.of(what, "%,d".formatted(count));
    }
}
