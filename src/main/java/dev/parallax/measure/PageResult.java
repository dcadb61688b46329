package dev.parallax.measure;

import dev.parallax.metric.Metric;
import dev.parallax.metric.PageTemplate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The metrics of one measured page of one iteration.
///
/// @param page the name its page mark gives it
/// @param url where it was, without query and fragment
/// @param template joins it to real-user page views
/// @param metrics in each metric's unit; a metric that was not observed is absent
/// @param timing where it lies on the time line of the iteration, empty if unknown
public record PageResult(
        String page,
        String url,
        PageTemplate template,
        Map<Metric, Double> metrics,
        Optional<PageTiming> timing) {

    /// The metrics that are moments of a page's loading, in the order they usually come.
    public static final List<Metric> MOMENTS =
            List.of(Metric.TTFB, Metric.FCP, Metric.LCP, Metric.DCL, Metric.LOAD);

    public PageResult {
        var ordered = new EnumMap<Metric, Double>(Metric.class);
        ordered.putAll(metrics);
        metrics = Collections.unmodifiableMap(ordered);
    }

    /// A page whose place on the time line is not known.
    public PageResult(String page, String url, PageTemplate template, Map<Metric, Double> metrics) {
        this(page, url, template, metrics, Optional.empty());
    }

    /// The moments of the page's loading on the time line of the iteration, milliseconds from its
    /// start; empty if the page's place is not known.
    public Map<Metric, Double> moments() {
        var moments = new EnumMap<Metric, Double>(Metric.class);
        timing.ifPresent(place ->
                MOMENTS.forEach(metric -> {
                    Double value = metrics.get(metric);
                    if (value != null) {
                        moments.put(metric, place.startMillis() + value);
                    }
                }));
        return moments;
    }
}
