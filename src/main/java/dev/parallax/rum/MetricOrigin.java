package dev.parallax.rum;

import dev.parallax.metric.Definition;

/// Where the values of one metric in a data set come from.
///
/// @param views page views that have a value
/// @param definition whether the source measures as [dev.parallax.metric.Metric] says
/// @param unit the unit in the source and how it is known: `s (from the header)`
public record MetricOrigin(long views, Definition definition, String unit) {
    public MetricOrigin {
        if (views < 0) {
            throw new IllegalArgumentException("views are negative: " + views);
        }
    }
}
