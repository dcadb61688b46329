package dev.parallax.cli;

import dev.parallax.rum.Dataset;
import dev.parallax.service.ManageDatasets;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `parallax rum unimport NAME ID`
@Command(
        name = "unimport",
        mixinStandardHelpOptions = true,
        description = "Takes one import out of a data set; the others stay as they are.")
public final class RumUnimport implements Callable<Integer> {
    private final InWorkspace<ManageDatasets> datasets;
    private final Output output;

    @Parameters(index = "0", paramLabel = "NAME", description = "The data set's name.")
    @SuppressWarnings("NullAway.Init") // a required parameter
    private String name;

    @Parameters(
            index = "1",
            paramLabel = "ID",
            description = "The import's number, as `rum imports` lists it.")
    private long importId;

    @Mixin private final WorkspaceOption workspace = new WorkspaceOption();
    @Mixin private final JsonOption json = new JsonOption();

    public RumUnimport(InWorkspace<ManageDatasets> datasets, Output output) {
        this.datasets = datasets;
        this.output = output;
    }

    @Override
    public Integer call() {
        Dataset left =
                datasets.call(
                        workspace.file(),
                        use -> {
                            use.removeImport(name, importId);
                            return use.show(name);
                        });
        if (json.wanted()) {
            output.json(
                    JsonObject.of("dataset", name)
                            .with("removed", importId)
                            .with("pageViews", left.pageViews()));
        } else {
            output.line(
                    left.kind() == Dataset.Kind.AGGREGATES
                            ? "Removed import %d; \"%s\" has %,d aggregates left."
                                    .formatted(importId, name, left.rows())
                            : "Removed import %d; \"%s\" has %,d page views left."
                                    .formatted(importId, name, left.pageViews()));
        }
        return ExitCode.OK;
    }
}
