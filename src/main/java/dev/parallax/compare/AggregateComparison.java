package dev.parallax.compare;

import dev.parallax.metric.Definition;
import dev.parallax.metric.Dimension;
import dev.parallax.rum.Aggregate;
import dev.parallax.rum.RatingShares;
import dev.parallax.statistics.Interval;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// One question answered from intervals that somebody else summed up (CrUX): where the lab stands,
/// as bounds.
///
/// @param lab what the lab measured
/// @param labMedian in the metric's unit, empty without a value
/// @param dataset the name of the field's data set
/// @param aim where the lab is meant to stand
/// @param field whose page views are compared with; empty if the data set has nothing that fits
/// @param notMatched the profile's dimensions that could not be matched
/// @param definition whether the source measures the metric as the lab does
/// @param verdict what it comes to
/// @param sentence the verdict in one sentence, with its numbers
/// @param next what to do now
public record AggregateComparison(
        LabSample lab,
        OptionalDouble labMedian,
        String dataset,
        Aim aim,
        Optional<Field> field,
        List<Dimension> notMatched,
        Definition definition,
        Verdict verdict,
        String sentence,
        String next) {
    public AggregateComparison {
        notMatched = List.copyOf(notMatched);
    }

    /// Why two numbers are missing that rows would give.
    public static final String NO_DISTANCE =
            "Left out: the source gives shares of intervals, which bound no distance usefully.";

    /// The field's side.
    ///
    /// @param key whose page views, and when
    /// @param values the bins, for drawing
    /// @param ofMedian between which percentiles the lab's median stands, 0 to 100; empty for a
    ///   metric of which the lab is only a lower bound, or without a value
    /// @param placement the same with the uncertainty of the lab's median, by which it is judged;
    ///   empty as `ofMedian`, or with too few runs
    /// @param percentiles p10 to p99, each as its bin's interval
    /// @param p75 as the source says it, in the metric's unit
    /// @param shares by class; empty for a metric without thresholds
    public record Field(
            Aggregate.Key key,
            Aggregate.Binned values,
            Optional<Interval> ofMedian,
            Optional<Interval> placement,
            List<Percentile> percentiles,
            OptionalDouble p75,
            Optional<RatingShares> shares) {
        public Field {
            percentiles = List.copyOf(percentiles);
        }
    }

    /// A percentile of which only the bin is known.
    ///
    /// @param within in the metric's unit; its end is infinite for the last bin, and it is empty if
    ///   the source leaves out the share it lies in
    public record Percentile(int percentile, Optional<Interval> within) {}
}
