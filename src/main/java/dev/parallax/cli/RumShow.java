package dev.parallax.cli;

import dev.parallax.metric.Metric;
import dev.parallax.rum.Dataset;
import dev.parallax.rum.MetricOrigin;
import dev.parallax.service.ManageDatasets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `parallax rum show NAME`
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        description = "Shows a data set: when, how much, and where each metric comes from.")
public final class RumShow implements Callable<Integer> {
    private final InWorkspace<ManageDatasets> datasets;
    private final Output output;

    @Parameters(paramLabel = "NAME", description = "The data set's name.")
    @SuppressWarnings("NullAway.Init") // a required parameter
    private String name;

    @Mixin private final WorkspaceOption workspace = new WorkspaceOption();
    @Mixin private final JsonOption json = new JsonOption();

    public RumShow(InWorkspace<ManageDatasets> datasets, Output output) {
        this.datasets = datasets;
        this.output = output;
    }

    @Override
    public Integer call() {
        Dataset dataset = datasets.call(workspace.file(), use -> use.show(name));
        if (json.wanted()) {
            output.json(json(dataset));
            return ExitCode.OK;
        }
        output.line(
                "%s: %,d page views from %s to %s, %,d of them left out as nobody's, imported %s from %s"
                        .formatted(
                                dataset.name(),
                                dataset.rows(),
                                dataset.first(),
                                dataset.last(),
                                dataset.excluded(),
                                dataset.imported(),
                                dataset.provenance().format()));
        output.table(
                List.of("metric", "#page views", "unit", "definition"),
                origins(dataset).entrySet().stream()
                        .map(entry ->
                                List.of(
                                        entry.getKey().shortName(),
                                        String.format("%,d", entry.getValue().views()),
                                        entry.getValue().unit(),
                                        entry.getValue().definition().key()))
                        .toList());
        return ExitCode.OK;
    }

    private static Map<Metric, MetricOrigin> origins(Dataset dataset) {
        return new java.util.TreeMap<>(dataset.provenance().metrics());
    }

    private static JsonObject json(Dataset dataset) {
        var metrics = JsonObject.empty();
        origins(dataset)
                .forEach((metric, origin) ->
                        metrics.with(
                                metric.key(),
                                JsonObject.of("pageViews", origin.views())
                                        .with("unit", metric.unit().symbol())
                                        .with("source", origin.unit())
                                        .with("definition", origin.definition().key())));
        return JsonObject.of("name", dataset.name())
                .with("pageViews", dataset.rows())
                .with("excluded", dataset.excluded())
                .with("weight", dataset.weight())
                .with("weighted", dataset.isWeighted())
                .with("from", dataset.first() == null ? null : dataset.first().toString())
                .with("to", dataset.last() == null ? null : dataset.last().toString())
                .with("imported", dataset.imported().toString())
                .with("format", dataset.provenance().format())
                .with("metrics", metrics);
    }
}
