package dev.parallax.compare;

import dev.parallax.metric.Metric;
import dev.parallax.rum.PageViews;
import dev.parallax.rum.Segment;
import dev.parallax.rum.Selection;
import dev.parallax.statistics.ClusteredSample;
import dev.parallax.statistics.Distance;
import dev.parallax.statistics.Distribution;
import dev.parallax.statistics.FieldIntervals;
import dev.parallax.statistics.FieldQuantile;
import dev.parallax.statistics.Interval;
import dev.parallax.statistics.Placement;
import dev.parallax.statistics.Ratio;
import dev.parallax.statistics.ShiftFunction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Reads one segment of the field as seen from a lab sample.
final class FieldReading {
    private static final List<Integer> PERCENTILES = List.of(10, 25, 50, 75, 90, 95, 99);

    private final Metric metric;
    private final double[] runs;
    private final Segment segment;
    private final int views;
    private final ClusteredSample sample;
    private final Distribution distribution;

    private FieldReading(LabSample lab, Segment segment, int views, ClusteredSample sample) {
        this.metric = lab.metric();
        this.runs = lab.values().stream().mapToDouble(metric::toFixed).toArray();
        this.segment = segment;
        this.views = views;
        this.sample = sample;
        this.distribution = sample.distribution();
    }

    /// Reads several segments side by side.
    static List<FieldReading> of(PageViews field, LabSample lab, List<Segment> segments) {
        List<Selection> selections = segments.stream().map(field::select).toList();
        List<ClusteredSample> samples = field.samples(lab.metric(), selections);
        return IntStream.range(0, segments.size())
                .mapToObj(i ->
                        new FieldReading(
                                lab, segments.get(i), selections.get(i).count(), samples.get(i)))
                .toList();
    }

    /// The values of the segment, in the metric's stored form.
    Distribution distribution() {
        return distribution;
    }

    FieldSide side() {
        if (distribution.isEmpty()) {
            return new FieldSide(
                    segment,
                    views,
                    0,
                    0,
                    0,
                    0,
                    Optional.empty(),
                    List.of(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Modes.NONE,
                    Optional.empty());
        }
        Optional<Placement> placement = placement();
        Optional<ShareEstimates> shares =
                metric.thresholds().map(limits -> ShareEstimates.of(sample, metric, limits));
        List<FieldQuantile> quantiles =
                FieldIntervals.quantiles(
                        sample, PERCENTILES.stream().mapToDouble(p -> p / 100.0).toArray());
        return new FieldSide(
                segment,
                views,
                distribution.count(),
                distribution.totalWeight(),
                distribution.effectiveCount(),
                sample.sessions(),
                placement,
                inUnit(quantiles),
                ratio(quantiles.get(PERCENTILES.indexOf(50))),
                ratio(quantiles.get(PERCENTILES.indexOf(75))),
                shares,
                Modes.of(metric, sample),
                placement
                        .map(Placement::method)
                        .or(() -> shares.map(found -> found.overPoor().method())));
    }

    /// How the lab's distribution differs from that of the segment.
    Differences.Side differences() {
        if (runs.length == 0 || distribution.isEmpty() || metric.isLowerBoundInLab()) {
            return Differences.Side.NONE;
        }
        return new Differences.Side(
                        ShiftFunction.of(runs, sample),
                        Optional.of(Distance.of(runs, distribution)))
                .inUnit(metric.unit().scale());
    }

    private Optional<Placement> placement() {
        boolean placed =
                runs.length >= Verdict.FEWEST_RUNS
                        && distribution.effectiveCount() >= Verdict.FEWEST_VIEWS
                        && !metric.isLowerBoundInLab();
        return placed ? Optional.of(Placement.of(runs, sample)) : Optional.empty();
    }

    private Optional<Ratio> ratio(FieldQuantile quantile) {
        return switch (quantile) {
            case FieldQuantile.Known(var estimate) -> Ratio.of(runs, estimate);
            case FieldQuantile.TooFew _ -> Optional.empty();
        };
    }

    private List<QuantileEstimate> inUnit(List<FieldQuantile> found) {
        List<QuantileEstimate> quantiles = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            int percentile = PERCENTILES.get(i);
            quantiles.add(
                    switch (found.get(i)) {
                        case FieldQuantile.Known(var estimate) ->
                                new QuantileEstimate.Known(
                                        percentile,
                                        metric.fromFixed(estimate.value()),
                                        inUnit(estimate.interval()));
                        case FieldQuantile.TooFew(var needs, var has) ->
                                new QuantileEstimate.TooFew(percentile, needs, has);
                    });
        }
        return quantiles;
    }

    private Interval inUnit(Interval fixed) {
        return new Interval(metric.fromFixed(fixed.low()), metric.fromFixed(fixed.high()));
    }
}
