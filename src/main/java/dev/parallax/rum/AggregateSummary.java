package dev.parallax.rum;

import dev.parallax.metric.Metric;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// What a data set of aggregates holds, in a few figures. How many page views they stand for is not
/// among them: no source says it.
///
/// @param distributions one for each metric of each aggregate
/// @param sites different pages and origins
/// @param first day of any period, and last
/// @param p75 the 75th percentile of each metric, where there is one distribution of it and its
///   source gives one; those of several cannot be put together
public record AggregateSummary(
        long distributions, long sites, LocalDate first, LocalDate last, Map<Metric, Double> p75) {

    /// What these hold together.
    ///
    /// @param aggregates at least one
    public static AggregateSummary of(List<Aggregate> aggregates) {
        var p75 = new EnumMap<Metric, Double>(Metric.class);
        for (Metric metric : Metric.all()) {
            List<Aggregate.Binned> all =
                    aggregates.stream()
                            .flatMap(
                                    aggregate -> Stream.ofNullable(aggregate.metrics().get(metric)))
                            .limit(2)
                            .toList();
            if (all.size() == 1) {
                all.getFirst().p75().ifPresent(value -> p75.put(metric, value));
            }
        }
        List<Aggregate.Key> keys = aggregates.stream().map(Aggregate::key).toList();
        return new AggregateSummary(
                aggregates.stream().mapToLong(aggregate -> aggregate.metrics().size()).sum(),
                keys.stream().map(Aggregate.Key::site).distinct().count(),
                keys.stream()
                        .map(Aggregate.Key::firstDay)
                        .min(Comparator.naturalOrder())
                        .orElseThrow(),
                keys.stream()
                        .map(Aggregate.Key::lastDay)
                        .max(Comparator.naturalOrder())
                        .orElseThrow(),
                p75);
    }
}
