package dev.parallax.cli;

import dev.parallax.measure.Cache;
import dev.parallax.measure.Iteration;
import dev.parallax.measure.PageResult;
import dev.parallax.measure.Run;
import dev.parallax.metric.Metric;
import dev.parallax.statistics.Quantiles;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The median of each metric of each page over the iterations of one run.
final class PageMedians {
    private PageMedians() {}

    /// The medians, page by page; of the first views where repeat views are measured beside them.
    ///
    /// @return page to metric to median, pages in the order of the journey; a metric that no
    ///   iteration observed is absent
    static Map<String, Map<Metric, Double>> of(Run run) {
        return of(run.mainIterations());
    }

    /// The medians of the repeat views that are measured beside first views; else none.
    static Map<String, Map<Metric, Double>> ofRepeats(Run run) {
        List<Iteration> repeats = run.iterations(Cache.WARM);
        return repeats.equals(run.mainIterations()) ? Map.of() : of(repeats);
    }

    private static Map<String, Map<Metric, Double>> of(List<Iteration> iterations) {
        Map<String, Map<Metric, Double>> medians = new LinkedHashMap<>();
        List<PageResult> pages =
                iterations.stream().map(Iteration::pages).flatMap(List::stream).toList();
        for (PageResult page : pages) {
            medians.computeIfAbsent(page.page(), name -> medians(pages, name));
        }
        return medians;
    }

    private static Map<Metric, Double> medians(List<PageResult> pages, String name) {
        Map<Metric, Double> medians = new EnumMap<>(Metric.class);
        for (Metric metric : Metric.all()) {
            double[] values =
                    pages.stream()
                            .filter(page -> page.page().equals(name))
                            .filter(page -> page.metrics().containsKey(metric))
                            .mapToDouble(page -> page.metrics().getOrDefault(metric, Double.NaN))
                            .toArray();
            if (values.length > 0) {
                medians.put(metric, Quantiles.median(values));
            }
        }
        return medians;
    }
}
