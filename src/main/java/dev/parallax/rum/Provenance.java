package dev.parallax.rum;

import dev.parallax.metric.Definition;
import dev.parallax.metric.Metric;
import dev.parallax.rum.ImportRecord.MetricReport;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// What is known of a data set's sources, all its imports together.
///
/// @param format the key of the import format: `csv`; several are joined by commas
/// @param metrics the metrics that have at least one value
public record Provenance(String format, Map<Metric, MetricOrigin> metrics) {
    public Provenance {
        metrics = Map.copyOf(metrics);
    }

    /// What the imports of a data set say together.
    public static Provenance of(List<ImportRecord> imports) {
        var metrics = new EnumMap<Metric, MetricOrigin>(Metric.class);
        for (Metric metric : Metric.all()) {
            List<MetricReport> reports =
                    imports.stream()
                            .flatMap(record -> record.metrics().stream())
                            .filter(report -> report.metric() == metric && report.views() > 0)
                            .toList();
            if (!reports.isEmpty()) {
                metrics.put(metric, origin(reports));
            }
        }
        return new Provenance(
                imports.stream()
                        .map(ImportRecord::format)
                        .distinct()
                        .collect(Collectors.joining(", ")),
                metrics);
    }

    private static MetricOrigin origin(List<MetricReport> reports) {
        return new MetricOrigin(
                reports.stream().mapToLong(MetricReport::views).sum(),
                definition(reports.stream().map(MetricReport::definition).distinct().toList()),
                reports.stream()
                        .map(MetricReport::unitInWords)
                        .distinct()
                        .collect(Collectors.joining("; ")));
    }

    /// The least favourable one: numbers of several definitions are not the product's.
    private static Definition definition(List<Definition> all) {
        if (all.contains(Definition.DIFFERS)) {
            return Definition.DIFFERS;
        }
        return all.contains(Definition.UNKNOWN) ? Definition.UNKNOWN : Definition.SAME;
    }

    /// Whether the source measures this metric as the product defines it; unknown if it has none.
    public Definition definition(Metric metric) {
        MetricOrigin origin = metrics.get(metric);
        return origin == null ? Definition.UNKNOWN : origin.definition();
    }
}
