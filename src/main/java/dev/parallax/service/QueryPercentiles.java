package dev.parallax.service;

import dev.parallax.metric.Dimension;
import dev.parallax.metric.Metric;
import dev.parallax.rum.PageViews;
import dev.parallax.rum.Segment;
import dev.parallax.rum.Selection;
import dev.parallax.rum.ValueCount;
import dev.parallax.statistics.ClusteredSample;
import dev.parallax.statistics.Distribution;
import dev.parallax.statistics.SmallestSample;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/// Use case: exact percentiles of a metric over a segment of real users, as a whole or by a
/// dimension.
public final class QueryPercentiles {
    private static final List<Integer> PERCENTILES = List.of(50, 75, 90, 95, 99);

    private final OpenPageViews open;

    public QueryPercentiles(OpenPageViews open) {
        this.open = open;
    }

    /// Answers the question.
    ///
    /// @param dataset its name
    /// @param segment whose page views; values are matched whatever their case
    /// @param by the dimension to group by, the most frequent value first; empty for one group
    /// @throws dev.parallax.problem.ProblemException if there is no such data set, or the segment
    ///   names a value that does not occur
    public List<PercentileRow> query(
            String dataset, Metric metric, Segment segment, Optional<Dimension> by) {
        PageViews views = open.open(dataset);
        Segment resolved = views.resolve(segment);
        if (by.isEmpty()) {
            return List.of(row("all", views, metric, resolved));
        }
        List<PercentileRow> rows = new ArrayList<>();
        for (ValueCount value : views.count(by.get(), views.select(resolved))) {
            Segment part = resolved.with(by.get(), Set.of(value.value()));
            rows.add(row(value.value(), views, metric, part));
        }
        return rows;
    }

    private static PercentileRow row(
            String group, PageViews views, Metric metric, Segment segment) {
        Selection selection = views.select(segment);
        ClusteredSample sample = views.sample(metric, selection);
        Distribution distribution = sample.distribution();
        return new PercentileRow(
                group,
                selection.count(),
                distribution.count(),
                distribution.totalWeight(),
                distribution.effectiveCount(),
                PERCENTILES.stream().map(p -> percentile(p, metric, distribution)).toList());
    }

    private static PercentileRow.Percentile percentile(
            int percentile, Metric metric, Distribution distribution) {
        double q = percentile / 100.0;
        int needs = SmallestSample.forQuantile(q);
        OptionalDouble value =
                distribution.effectiveCount() < needs
                        ? OptionalDouble.empty()
                        : OptionalDouble.of(metric.fromFixed(distribution.quantile(q)));
        return new PercentileRow.Percentile(percentile, value, needs);
    }
}
