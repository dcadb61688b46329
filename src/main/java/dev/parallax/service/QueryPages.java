package dev.parallax.service;

import dev.parallax.metric.Metric;
import dev.parallax.metric.PageTemplate;
import dev.parallax.metric.Unit;
import dev.parallax.rum.PageSummary;
import dev.parallax.rum.PageViews;
import dev.parallax.rum.Segment;
import dev.parallax.rum.Selection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Use case: the pages that real users saw, with how often and how fast.
public final class QueryPages {
    private static final List<Metric> METRICS =
            List.of(Metric.TTFB, Metric.FCP, Metric.LCP, Metric.INP, Metric.CLS);

    private final OpenPageViews open;
    private final CoverPages coverage;

    public QueryPages(OpenPageViews open, CoverPages coverage) {
        this.open = open;
        this.coverage = coverage;
    }

    /// One page.
    ///
    /// @param share of the data set's weight, 0 to 1
    /// @param p75 in each metric's unit; a metric that no view has is absent
    /// @param poorViews of each metric with a limit: how many of its views are poor, by weight
    /// @param poorMinutes of each metric that is a time: what its views took beyond the limit of
    ///   good, in minutes, weighted
    /// @param coveredBy the names of the journeys that cover it
    public record PageRow(
            PageTemplate page,
            long views,
            double share,
            Map<Metric, Double> p75,
            Map<Metric, Double> poorViews,
            Map<Metric, Double> poorMinutes,
            List<String> coveredBy) {}

    /// The pages of a data set, the most viewed first.
    ///
    /// @throws dev.parallax.problem.ProblemException if there is no such data set
    public List<PageRow> pages(String dataset) {
        return pages(dataset, Segment.ALL);
    }

    /// The pages of a segment of a data set, the most viewed first.
    ///
    /// @throws dev.parallax.problem.ProblemException if there is no such data set, or the segment
    ///   names a value that does not occur
    public List<PageRow> pages(String dataset, Segment segment) {
        PageViews views = open.open(dataset);
        Selection all = views.select(views.resolve(segment));
        Map<PageTemplate, PageSummary> counted = new LinkedHashMap<>();
        Map<PageTemplate, Map<Metric, Double>> p75s = new LinkedHashMap<>();
        Map<Metric, Map<PageTemplate, Double>> poor = new EnumMap<>(Metric.class);
        Map<Metric, Map<PageTemplate, Double>> minutes = new EnumMap<>(Metric.class);
        Map<PageTemplate, List<String>> covered = coverage.covered(views.rules());
        for (Metric metric : METRICS) {
            poor.put(metric, views.poorViews(metric, all));
            if (metric.unit() == Unit.MILLISECONDS) {
                minutes.put(metric, views.poorMinutes(metric, all));
            }
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
                                p75s.getOrDefault(page.page(), Map.of()),
                                of(page.page(), poor),
                                of(page.page(), minutes),
                                covered.getOrDefault(page.page(), List.of())))
                .toList();
    }

    /// A page that no journey covers.
    ///
    /// @param poorMinutes beyond good LCP, of all its views together
    /// @param share of the poor minutes of all pages, 0 to 1
    public record Uncovered(PageTemplate page, double poorMinutes, double share) {}

    /// The page of a data set that hurts most and that no journey covers; empty if all that hurt
    /// are covered.
    ///
    /// @throws dev.parallax.problem.ProblemException if there is no such data set
    public Optional<Uncovered> mostPainful(String dataset) {
        PageViews views = open.open(dataset);
        Map<PageTemplate, Double> minutes =
                views.poorMinutes(Metric.LCP, views.select(Segment.ALL));
        double all = minutes.values().stream().mapToDouble(Double::doubleValue).sum();
        Set<PageTemplate> covered = coverage.covered(views.rules()).keySet();
        return minutes.entrySet().stream()
                .filter(page -> !covered.contains(page.getKey()))
                .max(Map.Entry.comparingByValue())
                .map(page -> new Uncovered(page.getKey(), page.getValue(), page.getValue() / all));
    }

    /// Where a page of a data set can be opened: its most frequent path at the journeys' site.
    ///
    /// @return a path alone if no journey names a site
    /// @throws dev.parallax.problem.ProblemException if there is no such data set
    public String address(String dataset, PageTemplate page) {
        return coverage.address(open.open(dataset).path(page).orElse(page.path()));
    }

    private static Map<Metric, Double> of(
            PageTemplate page, Map<Metric, Map<PageTemplate, Double>> pages) {
        Map<Metric, Double> amounts = new EnumMap<>(Metric.class);
        pages.forEach((metric, amount) -> amounts.put(metric, amount.getOrDefault(page, 0.0)));
        return amounts;
    }
}
