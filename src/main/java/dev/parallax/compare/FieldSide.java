package dev.parallax.compare;

import dev.parallax.rum.Segment;
import dev.parallax.statistics.IntervalMethod;
import dev.parallax.statistics.Placement;
import dev.parallax.statistics.Ratio;
import java.util.List;
import java.util.Optional;

/// One segment of real users seen from the lab's median. Values are in the metric's unit.
///
/// @param segment who they are
/// @param views page views of the segment
/// @param measured those that have the metric; everything below is of these
/// @param weight the page views they stand for
/// @param effective Kish's effective number of page views: as many equally weighted ones would say
///   as much
/// @param sessions different sessions they belong to; 0 if the source knows none
/// @param placement where the lab's median falls, 0 (faster than all) to 100; empty if too little
///   is known or the lab is only a lower bound. Its median and ties are in the metric's stored form
/// @param quantiles p10, p25, p50, p75, p90, p95, p99; none without measured views
/// @param ratioToMedian lab median over field median, empty where a value is 0 or unknown
/// @param ratioToP75 lab median over field p75, empty where a value is 0 or unknown
/// @param shares by class; empty for a metric without thresholds or a segment without measured
///   views
/// @param modes the humps of the distribution
/// @param method how the intervals were found; empty without measured views
public record FieldSide(
        Segment segment,
        long views,
        long measured,
        double weight,
        double effective,
        long sessions,
        Optional<Placement> placement,
        List<QuantileEstimate> quantiles,
        Optional<Ratio> ratioToMedian,
        Optional<Ratio> ratioToP75,
        Optional<ShareEstimates> shares,
        Modes modes,
        Optional<IntervalMethod> method) {
    public FieldSide {
        quantiles = List.copyOf(quantiles);
    }

    /// A percentile's value in the metric's unit, empty if it is not among them or has too few
    /// views.
    public Optional<QuantileEstimate.Known> known(int percentile) {
        return quantiles.stream()
                .filter(quantile -> quantile.percentile() == percentile)
                .filter(QuantileEstimate.Known.class::isInstance)
                .map(QuantileEstimate.Known.class::cast)
                .findFirst();
    }
}
