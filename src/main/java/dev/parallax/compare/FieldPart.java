package dev.parallax.compare;

import dev.parallax.metric.Metric;
import dev.parallax.metric.Thresholds;
import dev.parallax.rum.PageViews;
import dev.parallax.rum.Segment;
import dev.parallax.rum.Selection;
import dev.parallax.statistics.ClusteredSample;
import dev.parallax.statistics.Distribution;
import dev.parallax.statistics.Estimate;
import dev.parallax.statistics.FieldIntervals;
import dev.parallax.statistics.FieldQuantile;
import dev.parallax.statistics.Interval;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Reads one part of the field for a comparison with another.
final class FieldPart {
    private static final List<Integer> PERCENTILES = List.of(50, 75, 90, 95);
    private static final List<Integer> DECILES = List.of(10, 20, 30, 40, 50, 60, 70, 80, 90);

    /// All that are asked for: one pass over the views finds them together.
    private static final double[] ASKED =
            Stream.concat(PERCENTILES.stream(), DECILES.stream())
                    .distinct()
                    .sorted()
                    .mapToDouble(percentile -> percentile / 100.0)
                    .toArray();

    private final FieldPairComparer.Part part;
    private final Metric metric;
    private final Segment segment;
    private final Selection selection;
    private final ClusteredSample sample;
    private final List<FieldQuantile> quantiles;
    private final Map<FieldPair.Share, Estimate> shares;

    FieldPart(FieldPairComparer.Part part, Metric metric) {
        this.part = part;
        this.metric = metric;
        segment = part.segment();
        selection = part.field().select(segment);
        sample = part.field().sample(metric, selection);
        quantiles = FieldIntervals.quantiles(sample, ASKED);
        shares = isEmpty() ? Map.of() : metric.thresholds().map(this::shares).orElse(Map.of());
    }

    PageViews field() {
        return part.field();
    }

    Selection selection() {
        return selection;
    }

    Distribution distribution() {
        return sample.distribution();
    }

    boolean isEmpty() {
        return distribution().isEmpty();
    }

    FieldPair.Side side() {
        return new FieldPair.Side(
                part.name(),
                part.field().dataset().name(),
                segment,
                selection.count(),
                distribution().count(),
                distribution().totalWeight(),
                distribution().effectiveCount(),
                inUnit(),
                shareEstimates(),
                shares.values().stream()
                        .map(Estimate::method)
                        .findFirst()
                        .or(() ->
                                isEmpty()
                                        ? Optional.empty()
                                        : Optional.of(
                                                FieldIntervals.shareOver(
                                                                sample,
                                                                distribution().quantile(0.5))
                                                        .method())));
    }

    /// p50, p75, p90, p95 in the stored form.
    List<FieldQuantile> quantiles() {
        return PERCENTILES.stream().map(this::quantile).toList();
    }

    /// The nine deciles in the stored form.
    List<FieldQuantile> deciles() {
        return DECILES.stream().map(this::quantile).toList();
    }

    private FieldQuantile quantile(int percentile) {
        return quantiles.get(Arrays.binarySearch(ASKED, percentile / 100.0));
    }

    static List<Integer> percentiles() {
        return PERCENTILES;
    }

    /// The shares by class; none without thresholds or views.
    Map<FieldPair.Share, Estimate> shares() {
        return shares;
    }

    private Map<FieldPair.Share, Estimate> shares(Thresholds limits) {
        List<Estimate> over =
                FieldIntervals.sharesOver(
                        sample, metric.toFixed(limits.good()), metric.toFixed(limits.poor()));
        Estimate overGood = over.getFirst();
        Estimate poor = over.getLast();
        Estimate between =
                FieldIntervals.shareWithin(
                        sample, metric.toFixed(limits.good()), metric.toFixed(limits.poor()));
        var good =
                new Estimate(
                        1 - overGood.value(),
                        new Interval(1 - overGood.interval().high(), 1 - overGood.interval().low()),
                        overGood.method());
        Map<FieldPair.Share, Estimate> found = new EnumMap<>(FieldPair.Share.class);
        found.put(FieldPair.Share.GOOD, good);
        found.put(FieldPair.Share.NEEDS_IMPROVEMENT, between);
        found.put(FieldPair.Share.POOR, poor);
        return found;
    }

    private List<FieldPair.ShareEstimate> shareEstimates() {
        return shares.entrySet().stream()
                .map(found ->
                        new FieldPair.ShareEstimate(
                                found.getKey(),
                                found.getValue().value(),
                                found.getValue().interval()))
                .toList();
    }

    private List<QuantileEstimate> inUnit() {
        List<QuantileEstimate> found = new ArrayList<>();
        for (int i = 0; i < PERCENTILES.size(); i++) {
            int percentile = PERCENTILES.get(i);
            found.add(
                    switch (quantile(percentile)) {
                        case FieldQuantile.Known(var estimate) ->
                                new QuantileEstimate.Known(
                                        percentile,
                                        metric.fromFixed(estimate.value()),
                                        new Interval(
                                                metric.fromFixed(estimate.interval().low()),
                                                metric.fromFixed(estimate.interval().high())));
                        case FieldQuantile.TooFew(var needs, var has) ->
                                new QuantileEstimate.TooFew(percentile, needs, has);
                    });
        }
        return found;
    }
}
