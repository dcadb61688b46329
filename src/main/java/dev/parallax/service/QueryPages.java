package dev.parallax.service;

import dev.parallax.metric.Metric;
import dev.parallax.metric.PageTemplate;
import dev.parallax.rum.PageSummary;
import dev.parallax.rum.PageViews;
import dev.parallax.rum.Segment;
import dev.parallax.rum.Selection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Use case: the pages that real users saw, with how often and how fast.
public final class QueryPages {
    private static final List<Metric> METRICS =
            List.of(Metric.TTFB, Metric.FCP, Metric.LCP, Metric.INP, Metric.CLS);

    private final OpenPageViews open;

    public QueryPages(OpenPageViews open) {
        this.open = open;
    }

    /// One page.
    ///
    /// @param share of the data set's weight, 0 to 1
    /// @param p75 in each metric's unit; a metric that no view has is absent
    public record PageRow(PageTemplate page, long views, double share, Map<Metric, Double> p75) {}

    /// The pages of a data set, the most viewed first.
    ///
    /// @throws dev.parallax.problem.ProblemException if there is no such data set
    public List<PageRow> pages(String dataset) {
        PageViews views = open.open(dataset);
        Selection all = views.select(Segment.ALL);
        Map<PageTemplate, PageSummary> counted = new LinkedHashMap<>();
        Map<PageTemplate, Map<Metric, Double>> p75s = new LinkedHashMap<>();
        for (Metric metric : METRICS) {
            for (PageSummary summary : views.summarize(metric, all)) {
                counted.put(summary.page(), summary);
                Map<Metric, Double> p75 =
                        p75s.computeIfAbsent(summary.page(), _ -> new EnumMap<>(Metric.class));
                summary.p75().ifPresent(value -> p75.put(metric, value));
            }
        }
        double total = counted.values().stream().mapToDouble(PageSummary::weight).sum();
        return counted.values().stream()
                .sorted(Comparator.comparingDouble(PageSummary::weight).reversed())
                .map(page ->
                        new PageRow(
                                page.page(),
                                page.views(),
                                total == 0 ? 0 : page.weight() / total,
                                p75s.getOrDefault(page.page(), Map.of())))
                .toList();
    }
}
