package dev.parallax.cli;

import dev.parallax.metric.Dimension;
import dev.parallax.metric.Metric;
import dev.parallax.service.PercentileRow;
import dev.parallax.service.QueryPercentiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `parallax rum percentiles`
@Command(
        name = "percentiles",
        mixinStandardHelpOptions = true,
        description = {
            "Exact percentiles of a metric over real users' page views.",
            "A percentile whose 95 %% interval needs more views than there are is refused."
        })
public final class RumPercentiles implements Callable<Integer> {
    private final InWorkspace<QueryPercentiles> percentiles;
    private final Output output;

    @Option(
            names = "--dataset",
            paramLabel = "N",
            required = true,
            description = "The data set's name.")
    @SuppressWarnings("NullAway.Init") // a required option
    private String dataset;

    @Option(
            names = "--metric",
            paramLabel = "M",
            required = true,
            converter = MetricConverter.class,
            description = "ttfb, fcp, lcp, cls, inp, dcl or load.")
    @SuppressWarnings("NullAway.Init") // a required option
    private Metric metric;

    @Option(
            names = "--by",
            paramLabel = "KEY",
            converter = DimensionConverter.class,
            description = "One row a value of this dimension, such as device or country.")
    private @Nullable Dimension by;

    @Mixin private final SegmentOptions segment = new SegmentOptions();
    @Mixin private final WorkspaceOption workspace = new WorkspaceOption();
    @Mixin private final JsonOption json = new JsonOption();

    public RumPercentiles(InWorkspace<QueryPercentiles> percentiles, Output output) {
        this.percentiles = percentiles;
        this.output = output;
    }

    @Override
    public Integer call() {
        List<PercentileRow> rows =
                percentiles.call(
                        workspace.file(),
                        use ->
                                use.query(
                                        dataset,
                                        metric,
                                        segment.segment(),
                                        Optional.ofNullable(by)));
        if (json.wanted()) {
            output.json(json(rows));
        } else {
            table(rows);
        }
        return ExitCode.OK;
    }

    private JsonObject json(List<PercentileRow> rows) {
        return JsonObject.of("dataset", dataset)
                .with("metric", metric.key())
                .with("unit", metric.unit().symbol())
                .with("segment", segment.segment().toString())
                .with("by", Optional.ofNullable(by).map(Dimension::key))
                .with(
                        "groups",
                        rows.stream()
                                .map(row ->
                                        JsonObject.of("value", row.group())
                                                .with("pageViews", row.views())
                                                .with("measured", row.measured())
                                                .with("weight", row.weight())
                                                .with("nEff", row.effective())
                                                .with("quantiles", quantiles(row)))
                                .toList());
    }

    private JsonObject quantiles(PercentileRow row) {
        var quantiles = JsonObject.empty();
        for (PercentileRow.Percentile percentile : row.percentiles()) {
            Object value =
                    percentile.value().isPresent()
                            ? percentile.value().getAsDouble()
                            : JsonObject.of("needs", percentile.needs())
                                    .with("has", (long) row.effective());
            quantiles.with("p" + percentile.percentile(), value);
        }
        return quantiles;
    }

    private void table(List<PercentileRow> rows) {
        List<String> header = new ArrayList<>(List.of(by == null ? "segment" : by.key(), "#views"));
        rows.getFirst().percentiles().forEach(p -> header.add("#p" + p.percentile()));
        List<List<String>> cells = new ArrayList<>();
        for (PercentileRow row : rows) {
            List<String> line =
                    new ArrayList<>(List.of(row.group(), String.format("%,d", row.measured())));
            for (PercentileRow.Percentile percentile : row.percentiles()) {
                line.add(
                        percentile.value().isPresent()
                                ? MetricText.number(metric, percentile.value().getAsDouble())
                                : "needs " + percentile.needs());
            }
            cells.add(line);
        }
        output.line(MetricText.header(metric) + " of " + dataset + ", " + segment.segment());
        output.table(header, cells);
    }
}
