package dev.parallax.ui.chart;

import dev.parallax.metric.Metric;
import dev.parallax.ui.chart.Inks.Ink;
import dev.parallax.ui.common.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What the two charts of a comparison show at one moment.
///
/// @param metric names the axis and brings the thresholds
/// @param low left end of the axis, in the metric's unit; above 0 on a logarithmic scale
/// @param high right end of the axis
/// @param matched the part of the users that is compared, empty if it is all of them
/// @param picked what other charts' brushes pick out of the compared users; its bins are shares of
///   all of these, so that they lie within theirs, its steps are its own. Empty if nothing is
///   picked
/// @param placed the lab's place among the compared users, empty if it has none
/// @param names what the two groups are called, if they are not all users and the compared ones
public record Shown(
        Metric metric,
        Scale scale,
        double low,
        double high,
        Sample field,
        Optional<Sample> matched,
        Optional<Sample> picked,
        LabRuns lab,
        Optional<Placed> placed,
        Optional<Names> names) {

    /// What two groups are called that are set against each other.
    ///
    /// @param first of `field`
    /// @param second of `matched`
    public record Names(String first, String second) {}

    /// Users and, out of them, the compared ones.
    public Shown(
            Metric metric,
            Scale scale,
            double low,
            double high,
            Sample field,
            Optional<Sample> matched,
            Optional<Sample> picked,
            LabRuns lab,
            Optional<Placed> placed) {
        this(metric, scale, low, high, field, matched, picked, lab, placed, Optional.empty());
    }

    /// Two groups set against each other, of runs or of users.
    public static Shown pair(
            Metric metric, double low, double high, Names names, Sample first, Sample second) {
        return new Shown(
                metric,
                Scale.LINEAR,
                low,
                high,
                first,
                Optional.of(second),
                Optional.empty(),
                LabRuns.of(),
                Optional.empty(),
                Optional.of(names));
    }

    /// One group of users in the two forms that are drawn.
    ///
    /// @param size how many equally weighted page views would say as much
    /// @param part of the compared users, 0 to 1, if it is what is picked out of them; else 1
    public record Sample(Bins bins, Steps steps, double size, double part) {

        /// A whole group.
        public Sample(Bins bins, Steps steps, double size) {
            this(bins, steps, size, 1);
        }
    }

    public Shown {
        int bins = field.bins().shares().length;
        if (matched.isPresent() && matched.get().bins().shares().length != bins) {
            throw new IllegalArgumentException("bars of different widths over each other");
        }
        if (!(low < high) || (scale == Scale.LOGARITHMIC && !(low > 0))) {
            throw new IllegalArgumentException(
                    "not an axis: " + low + " to " + high + ", " + scale);
        }
    }

    /// The same with the lab at another place, or with a better known one.
    public Shown placed(Placed other) {
        return new Shown(
                metric, scale, low, high, field, matched, picked, lab, Optional.of(other), names);
    }

    /// What the colours mean; the compared users only while there is a difference to all.
    List<LegendEntry> legend() {
        if (names.isPresent()) {
            return List.of(
                    new LegendEntry(Ink.FIELD, names.get().first()),
                    new LegendEntry(Ink.MATCHED, names.get().second()));
        }
        List<LegendEntry> entries = new ArrayList<>();
        entries.add(new LegendEntry(Ink.FIELD, Texts.of("chart.legend.field")));
        if (matched.isPresent()) {
            entries.add(new LegendEntry(Ink.MATCHED, Texts.of("chart.legend.matched")));
        }
        if (picked.isPresent()) {
            entries.add(new LegendEntry(Ink.PICKED, Texts.of("chart.legend.picked")));
        }
        entries.add(new LegendEntry(Ink.LAB, Texts.of("chart.legend.lab")));
        return entries;
    }

    /// The users the lab is compared with.
    Sample compared() {
        return matched.orElse(field);
    }
}
