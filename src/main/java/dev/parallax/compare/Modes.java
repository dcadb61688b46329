package dev.parallax.compare;

import dev.parallax.metric.Metric;
import dev.parallax.metric.Unit;
import dev.parallax.statistics.ClusteredSample;
import dev.parallax.statistics.Humps;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// The humps of a distribution: several often mean that the median is nobody's experience, such as
/// where some page views come from a cache and others do not.
///
/// @param list from the fastest; empty if too few values are known, or the metric is no time
public record Modes(List<Mode> list) {
    static final Modes NONE = new Modes(List.of());

    /// One hump.
    ///
    /// @param at where it is highest, in the metric's unit
    /// @param share of the weight that belongs to it, 0 to 1
    public record Mode(double at, double share) {}

    public Modes {
        list = List.copyOf(list);
    }

    /// The humps of a sample in the metric's stored form.
    static Modes of(Metric metric, ClusteredSample sample) {
        // on the logarithmic scale, which a metric that often is 0 does not have
        return metric.unit() == Unit.NONE
                ? NONE
                : new Modes(
                        Humps.of(sample).stream()
                                .map(hump -> new Mode(metric.fromFixed(hump.at()), hump.share()))
                                .toList());
    }

    /// The humps of lab values in the metric's unit.
    static Modes of(Metric metric, double[] values) {
        int[] fixed = Arrays.stream(values).mapToInt(metric::toFixed).toArray();
        return of(metric, ClusteredSample.of(fixed, null, null));
    }

    /// Whether there is more than one.
    public boolean areSeveral() {
        return list.size() > 1;
    }

    /// In words, `two humps, at 0.9 s (40 %) and 2.6 s (60 %)`; empty unless there are several.
    public Optional<String> inWords(Metric metric) {
        if (!areSeveral()) {
            return Optional.empty();
        }
        List<String> each =
                list.stream()
                        .map(mode ->
                                String.format(
                                        Locale.ROOT,
                                        "%s (%.0f %%)",
                                        metric.inWords(mode.at()),
                                        100 * mode.share()))
                        .toList();
        String count =
                switch (each.size()) {
                    case 2 -> "two";
                    case 3 -> "three";
                    case 4 -> "four";
                    default -> String.valueOf(each.size());
                };
        return Optional.of(
                count
                        + " humps, at "
                        + each.stream().limit(each.size() - 1).collect(Collectors.joining(", "))
                        + " and "
                        + each.getLast());
    }
}
