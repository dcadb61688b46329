package dev.parallax.importer.join;

import dev.parallax.metric.Metric;
import java.util.Map;

/// How the records of one source are joined.
///
/// @param combine what becomes of several values of a metric; [Combine#LATEST] for those without
public record JoinRules(Map<Metric, Combine> combine) {
    /// Of every metric the newest value counts.
    public static final JoinRules LATEST = new JoinRules(Map.of());

    public JoinRules {
        combine = Map.copyOf(combine);
    }

    Combine of(Metric metric) {
        return combine.getOrDefault(metric, Combine.LATEST);
    }
}
