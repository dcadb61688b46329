package dev.parallax.service;

import dev.parallax.metric.Metric;
import dev.parallax.rum.Dataset;
import dev.parallax.rum.Exclusion;
import dev.parallax.rum.PageViews;
import dev.parallax.rum.Segment;
import dev.parallax.rum.Selection;
import dev.parallax.statistics.Distribution;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.OptionalDouble;

/// Use case: what came in with an import, as figures to hold against the source. All page views
/// count here, also those that are left out of every other number: bots, headless browsers,
/// synthetic tests.
public final class ImportFigures {
    private final OpenPageViews open;

    public ImportFigures(OpenPageViews open) {
        this.open = open;
    }

    /// Percentiles of one metric, in its unit.
    ///
    /// @param p50 median of the rows, type 7; likewise the others
    /// @param weightedP75 the same by weight; empty unless the data set is weighted
    public record Figures(double p50, double p75, double p95, OptionalDouble weightedP75) {}

    /// The figures of each metric that a data set has; none of one of aggregates, whose percentiles
    /// are not ours to make.
    public Map<Metric, Figures> of(Dataset dataset) {
        if (dataset.kind() == Dataset.Kind.AGGREGATES) {
            return Map.of();
        }
        PageViews views = open.open(dataset.name());
        Selection everything =
                views.select(
                        Segment.ALL.including(EnumSet.complementOf(EnumSet.of(Exclusion.NONE))));
        var figures = new EnumMap<Metric, Figures>(Metric.class);
        for (Metric metric : dataset.provenance().metrics().keySet()) {
            Distribution rows = views.unweighted(metric, everything);
            if (rows.count() > 0) {
                figures.put(metric, figures(metric, rows, views, everything));
            }
        }
        return figures;
    }

    private static Figures figures(
            Metric metric, Distribution rows, PageViews views, Selection everything) {
        OptionalDouble weighted =
                views.dataset().isWeighted()
                        ? OptionalDouble.of(
                                metric.fromFixed(
                                        views.distribution(metric, everything).quantile(0.75)))
                        : OptionalDouble.empty();
        return new Figures(
                metric.fromFixed(rows.quantile(0.5)),
                metric.fromFixed(rows.quantile(0.75)),
                metric.fromFixed(rows.quantile(0.95)),
                weighted);
    }
}
