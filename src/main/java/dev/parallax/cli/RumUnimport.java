package dev.parallax.cli;

import dev.parallax.rum.Dataset;
import dev.parallax.service.ManageDatasets;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `parallax rum unimport NAME ID`
@Command(
        name = "unimport",
        mixinStandardHelpOptions = true,
        description = {
            "Takes one import out of a data set; the others stay as they are.",
            "A data set goes with its last import."
        })
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
        Optional<Dataset> left =
                datasets.call(workspace.file(), use -> use.removeImport(name, importId));
        if (json.wanted()) {
            output.json(
                    JsonObject.of("dataset", name)
                            .with("removed", importId)
                            .with("datasetRemoved", left.isEmpty())
                            .with("pageViews", left.map(Dataset::pageViews).orElse(0L)));
        } else {
            output.line("Removed import %d; %s".formatted(importId, inWords(left)));
        }
        return ExitCode.OK;
    }

    private String inWords(Optional<Dataset> left) {
        return left.map(dataset ->
                        "\"%s\" has %s left.".formatted(name, DatasetWords.amount(dataset)))
                .orElseGet(() ->
                        "it was the last one, so the data set \"%s\" is gone.".formatted(name));
    }
}
