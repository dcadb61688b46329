package dev.parallax.rum;

import dev.parallax.metric.Definition;
import dev.parallax.metric.Metric;
import java.util.Map;

/// What is known of a data set's source.
///
/// @param format the key of the import format: `csv`
/// @param metrics the metrics that have at least one value
public record Provenance(String format, Map<Metric, MetricOrigin> metrics) {
    public Provenance {
        metrics = Map.copyOf(metrics);
    }

    /// Whether the source measures this metric as the product defines it; unknown if it has none.
    public Definition definition(Metric metric) {
        MetricOrigin origin = metrics.get(metric);
        return origin == null ? Definition.UNKNOWN : origin.definition();
    }
}
