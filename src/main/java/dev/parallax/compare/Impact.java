package dev.parallax.compare;

import dev.parallax.rum.Trait;
import dev.parallax.statistics.Interval;
import java.util.List;
import java.util.OptionalDouble;

/// How much of the gap between lab and field is behind one trait of users. Values are in the
/// metric's unit.
///
/// @param trait what the page views have in common
/// @param views page views with the trait and the metric
/// @param share of them among all, 0 to 1, by weight
/// @param value the impact: what they wait beyond the reference, summed up and divided by the
///   number of **all** page views, so that the impacts of a dimension add up to the gap
/// @param interval its 95 % interval
/// @param ofGap the impact as a share of the gap, 0 to 1
/// @param excess what they wait beyond the reference on average: impact over share
/// @param quantiles p50 and p75 of the views with the trait; none as long as nobody asked for them
public record Impact(
        Trait trait,
        long views,
        double share,
        double value,
        Interval interval,
        double ofGap,
        double excess,
        List<QuantileEstimate> quantiles) {
    public Impact {
        quantiles = List.copyOf(quantiles);
    }

    Impact with(List<QuantileEstimate> others) {
        return new Impact(trait, views, share, value, interval, ofGap, excess, others);
    }

    /// How far the median of these views is from the reference; negative if they are faster.
    public OptionalDouble distance(double reference) {
        return quantiles.stream()
                .filter(QuantileEstimate.Known.class::isInstance)
                .map(QuantileEstimate.Known.class::cast)
                .filter(known -> known.percentile() == 50)
                .mapToDouble(known -> known.value() - reference)
                .findFirst();
    }
}
