package dev.parallax.compare;

import dev.parallax.measure.Profile;
import dev.parallax.metric.Metric;
import dev.parallax.metric.PageTemplate;
import dev.parallax.rum.TimeWindow;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the lab measured: one metric of one page of a journey, one value an iteration.
///
/// @param journey its name
/// @param page the name of its page mark
/// @param template joins the page to real-user page views
/// @param profile the conditions, equal for all values
/// @param metric what was measured
/// @param values in the metric's unit, oldest first; tainted and failed iterations are left out
/// @param tainted how many values were left out because the machine was starved
/// @param ran from the first run to the last; null if that is not known
/// @param otherwise what was measured when the profile had other numbers, the newest first; none of
///   it is among the values
public record LabSample(
        String journey,
        String page,
        PageTemplate template,
        Profile profile,
        Metric metric,
        List<Double> values,
        int tainted,
        @Nullable TimeWindow ran,
        List<MeasuredProfile> otherwise) {
    public LabSample {
        values = List.copyOf(values);
        otherwise = List.copyOf(otherwise);
    }

    /// A sample of which it is not known when it was taken.
    public LabSample(
            String journey,
            String page,
            PageTemplate template,
            Profile profile,
            Metric metric,
            List<Double> values,
            int tainted) {
        this(journey, page, template, profile, metric, values, tainted, null, List.of());
    }

    /// The values as an array, in a copy.
    public double[] toArray() {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
