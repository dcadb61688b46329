package dev.parallax.measure;

import dev.parallax.metric.Metric;
import dev.parallax.metric.PageTemplate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/// The metrics of one measured page of one iteration.
///
/// @param page the name its page mark gives it
/// @param url where it was, without query and fragment
/// @param template joins it to real-user page views
/// @param metrics in each metric's unit; a metric that was not observed is absent
public record PageResult(
        String page, String url, PageTemplate template, Map<Metric, Double> metrics) {
    public PageResult {
        var ordered = new EnumMap<Metric, Double>(Metric.class);
        ordered.putAll(metrics);
        metrics = Collections.unmodifiableMap(ordered);
    }
}
