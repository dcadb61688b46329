package dev.parallax.compare;

import dev.parallax.metric.Metric;
import dev.parallax.rum.Segment;
import dev.parallax.statistics.Distance;
import dev.parallax.statistics.FieldDifference;
import dev.parallax.statistics.Interval;
import dev.parallax.statistics.IntervalMethod;
import dev.parallax.statistics.ShiftFunction;
import java.util.List;
import java.util.Optional;

/// Two parts of the field compared in one metric: two segments, two releases, two data sets. Values
/// are in the metric's unit; differences are after less before.
///
/// @param metric what is compared
/// @param before the base
/// @param after what is set against it
/// @param quantiles the differences at p50, p75, p90 and p95; those that either side has too few
///   views for are left out
/// @param shares the differences of the shares, by class; none for a metric without thresholds
/// @param deciles nine differences, lowest decile first, with bands that hold for all at once; none
///   when a side is empty
/// @param distance of the distributions as wholes, in interquartile ranges of the base; empty when
///   a side is empty
/// @param inBoth page views that are on both sides
/// @param curves both distributions, the base first, for drawing
/// @param verdict what it comes to
/// @param sentence the verdict in one sentence, with its numbers
/// @param next what to do now
public record FieldPair(
        Metric metric,
        Side before,
        Side after,
        List<AtPercentile> quantiles,
        List<InClass> shares,
        List<ShiftFunction.Decile> deciles,
        Optional<Distance> distance,
        long inBoth,
        PairCurves curves,
        FieldPairVerdict verdict,
        String sentence,
        String next) {
    public FieldPair {
        quantiles = List.copyOf(quantiles);
        shares = List.copyOf(shares);
        deciles = List.copyOf(deciles);
    }

    /// The difference at a percentile, if both sides have views enough for it.
    public Optional<AtPercentile> at(int percentile) {
        return quantiles.stream().filter(found -> found.percentile() == percentile).findFirst();
    }

    /// The difference of a share.
    public Optional<InClass> of(Share share) {
        return shares.stream().filter(found -> found.share() == share).findFirst();
    }

    /// One of the two parts.
    ///
    /// @param name in words: `release 2.1`
    /// @param dataset its data set's name
    /// @param segment who they are
    /// @param views page views of the segment
    /// @param measured those that have the metric; everything below is of these
    /// @param weight the page views they stand for
    /// @param effective Kish's effective number of page views
    /// @param quantiles p50, p75, p90, p95
    /// @param shares of the views in each class; none for a metric without thresholds or an empty
    ///   side
    /// @param method how the intervals were found; empty without measured views
    public record Side(
            String name,
            String dataset,
            Segment segment,
            long views,
            long measured,
            double weight,
            double effective,
            List<QuantileEstimate> quantiles,
            List<ShareEstimate> shares,
            Optional<IntervalMethod> method) {
        public Side {
            quantiles = List.copyOf(quantiles);
            shares = List.copyOf(shares);
        }
    }

    /// A class of page views by the metric's limits.
    public enum Share {
        GOOD("good"),
        NEEDS_IMPROVEMENT("needsImprovement"),
        POOR("poor");

        private final String key;

        Share(String key) {
            this.key = key;
        }

        /// The name in JSON.
        public String key() {
            return key;
        }
    }

    /// The share of a class, 0 to 1, with its 95 % interval.
    public record ShareEstimate(Share share, double value, Interval interval) {}

    /// The difference at one percentile, with its own 95 % interval.
    public record AtPercentile(
            int percentile, double before, double after, FieldDifference difference) {}

    /// The difference of one share, −1 to 1, with its own 95 % interval.
    public record InClass(Share share, double before, double after, FieldDifference difference) {}
}
