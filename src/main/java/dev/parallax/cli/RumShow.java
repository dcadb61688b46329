package dev.parallax.cli;

import dev.parallax.metric.Metric;
import dev.parallax.rum.Aggregate;
import dev.parallax.rum.AggregateSummary;
import dev.parallax.rum.Dataset;
import dev.parallax.rum.MetricOrigin;
import dev.parallax.service.ManageDatasets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `parallax rum show NAME`
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        description = {
            "Shows a data set: when, how much, and where each metric comes from.",
            "Of distributions that a source summed up: 75th percentile and shares, by page and device."
        })
public final class RumShow implements Callable<Integer> {
    private final InWorkspace<ManageDatasets> datasets;
    private final Output output;

    @Parameters(paramLabel = "NAME", description = "The data set's name.")
    @SuppressWarnings("NullAway.Init") // a required parameter
    private String name;

    @Option(
            names = "--most",
            paramLabel = "N",
            description =
                    "Distributions at most; default: ${DEFAULT-VALUE}. With --json all are told.")
    private int most = 200;

    @Mixin private final WorkspaceOption workspace = new WorkspaceOption();
    @Mixin private final JsonOption json = new JsonOption();

    public RumShow(InWorkspace<ManageDatasets> datasets, Output output) {
        this.datasets = datasets;
        this.output = output;
    }

    @Override
    public Integer call() {
        Dataset dataset = datasets.call(workspace.file(), use -> use.show(name));
        if (dataset.kind() == Dataset.Kind.AGGREGATES) {
            showAggregates(dataset);
            return ExitCode.OK;
        }
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

    private void showAggregates(Dataset dataset) {
        List<Aggregate> aggregates =
                datasets.call(workspace.file(), use -> use.aggregates(dataset.name()));
        if (json.wanted()) {
            output.json(
                    json(dataset)
                            .with("distributions", AggregateJson.distributions(aggregates))
                            .with("fractions", AggregateJson.fractions(aggregates)));
            return;
        }
        output.line(
                "%s, imported %s from %s: %s"
                        .formatted(
                                dataset.name(),
                                dataset.imported(),
                                dataset.provenance().format(),
                                aggregates.isEmpty()
                                        ? "no import is left."
                                        : DatasetWords.of(AggregateSummary.of(aggregates))));
        var table = new AggregateTable(aggregates);
        output.table(table.header(), table.rows(most));
        if (table.size() > most) {
            output.line("… and %,d more; --json tells all.".formatted(table.size() - most));
        }
    }

    private static Map<Metric, MetricOrigin> origins(Dataset dataset) {
        return new java.util.TreeMap<>(dataset.provenance().metrics());
    }

    private static JsonObject json(Dataset dataset) {
        boolean isAggregate = dataset.kind() == Dataset.Kind.AGGREGATES;
        var metrics = JsonObject.empty();
        origins(dataset)
                .forEach((metric, origin) ->
                        metrics.with(
                                metric.key(),
                                JsonObject.of(
                                                isAggregate ? "distributions" : "pageViews",
                                                origin.views())
                                        .with("unit", metric.unit().symbol())
                                        .with("source", origin.unit())
                                        .with("definition", origin.definition().key())));
        return JsonObject.of("name", dataset.name())
                .with("kind", DatasetWords.kind(dataset))
                .with("pageViews", DatasetWords.storedPageViews(dataset))
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
