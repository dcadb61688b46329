package dev.parallax.cli;

import dev.parallax.rum.Dataset;
import dev.parallax.service.ManageDatasets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `parallax rum list`
@Command(name = "list", mixinStandardHelpOptions = true, description = "Lists the data sets.")
public final class RumList implements Callable<Integer> {
    private final InWorkspace<ManageDatasets> datasets;
    private final Output output;

    @Mixin private final WorkspaceOption workspace = new WorkspaceOption();
    @Mixin private final JsonOption json = new JsonOption();

    public RumList(InWorkspace<ManageDatasets> datasets, Output output) {
        this.datasets = datasets;
        this.output = output;
    }

    @Override
    public Integer call() {
        List<Dataset> found = datasets.call(workspace.file(), ManageDatasets::list);
        if (json.wanted()) {
            output.json(
                    Map.of(
                            "datasets",
                            found.stream()
                                    .map(dataset ->
                                            JsonObject.of("name", dataset.name())
                                                    .with("kind", DatasetWords.kind(dataset))
                                                    .with(
                                                            "pageViews",
                                                            DatasetWords.storedPageViews(dataset))
                                                    .with("weight", dataset.weight())
                                                    .with("excluded", dataset.excluded()))
                                    .toList()));
        } else if (found.isEmpty()) {
            output.line(
                    "No data sets yet. Import one with `parallax rum import FILE --dataset N`.");
        } else {
            output.table(
                    List.of("name", "kind", "#page views", "#left out", "#weight", "from", "to"),
                    found.stream().map(RumList::row).toList());
        }
        return ExitCode.OK;
    }

    private static List<String> row(Dataset dataset) {
        boolean isAggregate = dataset.kind() == Dataset.Kind.AGGREGATES;
        return List.of(
                dataset.name(),
                DatasetWords.kind(dataset),
                isAggregate ? "–" : String.format("%,d", dataset.rows()),
                isAggregate ? "–" : String.format("%,d", dataset.excluded()),
                isAggregate ? "–" : String.format("%,.0f", dataset.weight()),
                dataset.first() == null ? "–" : dataset.first().toString(),
                dataset.last() == null ? "–" : dataset.last().toString());
    }
}
