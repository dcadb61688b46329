package dev.parallax.compare;

import dev.parallax.measure.Profile;
import dev.parallax.metric.Metric;
import dev.parallax.metric.PageTemplate;
import java.util.List;

/// What the lab measured: one metric of one page of a journey, one value an iteration.
///
/// @param journey its name
/// @param page the name of its page mark
/// @param template joins the page to real-user page views
/// @param profile the conditions, equal for all values
/// @param metric what was measured
/// @param values in the metric's unit, oldest first; tainted and failed iterations are left out
/// @param tainted how many values were left out because the machine was starved
public record LabSample(
        String journey,
        String page,
        PageTemplate template,
        Profile profile,
        Metric metric,
        List<Double> values,
        int tainted) {
    public LabSample {
        values = List.copyOf(values);
    }

    /// The values as an array, in a copy.
    public double[] toArray() {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
