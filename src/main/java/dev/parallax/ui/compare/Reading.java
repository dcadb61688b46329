package dev.parallax.ui.compare;

import dev.parallax.compare.Comparer;
import dev.parallax.compare.Differences;
import dev.parallax.compare.Impacts;
import dev.parallax.compare.LabSample;
import dev.parallax.compare.Lifts;
import dev.parallax.compare.Matching;
import dev.parallax.compare.OverTime;
import dev.parallax.compare.OverTime.Happened;
import dev.parallax.metric.Dimension;
import dev.parallax.metric.Metric;
import dev.parallax.metric.Unit;
import dev.parallax.progress.Progress;
import dev.parallax.rum.Brush;
import dev.parallax.rum.PageViews;
import dev.parallax.rum.Segment;
import dev.parallax.rum.Selection;
import dev.parallax.rum.ValueCount;
import dev.parallax.rum.WeekHour;
import dev.parallax.statistics.Distribution;
import dev.parallax.statistics.Quantiles;
import dev.parallax.ui.chart.Bins;
import dev.parallax.ui.chart.LabRuns;
import dev.parallax.ui.chart.Placed;
import dev.parallax.ui.chart.Scale;
import dev.parallax.ui.chart.Shown;
import dev.parallax.ui.chart.Steps;
import dev.parallax.ui.chart.TimeShown;
import dev.parallax.ui.chart.WeekShown;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/// Reads from an open data set what the charts and the chips show: quick enough to follow a segment
/// while it is being changed.
final class Reading {
    private static final int FEWEST_BINS = 24;
    private static final int MOST_BINS = 120;
    private static final int CURVE_POINTS = 1_000;

    /// Of so many segments the percentiles are read: those that stand on one screen.
    private static final int MOST_READ = 12;

    /// The slowest half percent of the field is left off the axis: it would squeeze everybody else.
    private static final double END = 0.995;

    private static final double START = 0.001;

    private final PageViews field;
    private final LabSample lab;
    private final Metric metric;
    private final Scale scale;
    private volatile @Nullable Frame frame;

    /// The axis, and everybody on the page: what stays while the segment changes.
    private record Frame(double low, double high, Distribution everybody) {}

    /// @param scale as wished; a metric that may be 0 is always drawn on a linear one
    Reading(PageViews field, LabSample lab, Scale scale) {
        this.field = field;
        this.lab = lab;
        this.metric = lab.metric();
        this.scale = metric.unit() == Unit.NONE ? Scale.LINEAR : scale;
    }

    Metric metric() {
        return metric;
    }

    /// What the charts show.
    ///
    /// @param matched the users compared: those of the segment whom the lab's profile stands for
    /// @param shown empty if no view of the page has the metric
    record Drawn(Segment matched, Optional<Shown> shown) {}

    /// Reads what the charts show of a segment. Everybody on the page is read once and then kept.
    ///
    /// @param brush what is picked out of the compared users, drawn over them; its range of values
    ///   is this chart's own and hides nothing of it
    /// @throws java.util.concurrent.CancellationException if it is cancelled
    Drawn draw(Segment segment, Brush brush, ZoneId zone, Progress progress) {
        Segment ofPage = ofPage(segment);
        Segment matched = Matching.of(lab.profile(), field, ofPage).segment();
        Frame known = frame;
        if (known == null) {
            known = frame(ofPage);
            frame = known;
        }
        if (known.everybody().isEmpty()) {
            return new Drawn(matched, Optional.empty());
        }
        Selection users = field.select(matched, progress);
        Distribution some = field.distribution(metric, users, progress);
        var runs = LabRuns.of(lab.toArray());
        // as many bins for all as the compared ones bear, or their bars could not be set against
        // each
        // other
        int bins = bins(some.isEmpty() ? known.everybody() : some);
        return new Drawn(
                matched,
                Optional.of(
                        new Shown(
                                metric,
                                scale,
                                known.low(),
                                known.high(),
                                sample(known.everybody(), known, bins),
                                some.isEmpty()
                                        ? Optional.empty()
                                        : Optional.of(sample(some, known, bins)),
                                picked(users, some, brush, known, zone, progress),
                                runs,
                                placed(some, runs))));
    }

    /// The metric along time; empty if no picked view has a time.
    ///
    /// @throws java.util.concurrent.CancellationException if it is cancelled
    Optional<TimeShown> time(
            Segment matched, Brush brush, ZoneId zone, Happened happened, Progress progress) {
        Selection users = field.select(matched, progress);
        Selection picked = field.pick(users, metric, brush, zone, progress);
        return OverTime.bands(
                        field, metric, new OverTime.Users(matched, users, picked), zone, progress)
                .map(bands -> new TimeShown(metric, zone, bands, happened.lab(), happened.notes()));
    }

    /// The metric by hour and day of the week; empty if no view has a time.
    ///
    /// @throws java.util.concurrent.CancellationException if it is cancelled
    Optional<WeekShown> week(Segment matched, Brush brush, ZoneId zone, Progress progress) {
        Selection picked =
                field.pick(field.select(matched, progress), metric, brush, zone, progress);
        List<WeekHour> hours = field.week(metric, picked, zone, progress);
        return hours.isEmpty() ? Optional.empty() : Optional.of(new WeekShown(metric, hours));
    }

    /// Who is behind the gap between the lab and those picked; empty if none of them has the
    /// metric, or the lab was never measured.
    ///
    /// @throws java.util.concurrent.CancellationException if it is cancelled
    Optional<Impacts> impacts(Segment matched, Brush brush, ZoneId zone, Progress progress) {
        double[] runs = lab.toArray();
        if (runs.length == 0) {
            return Optional.empty();
        }
        Selection picked =
                field.pick(field.select(matched, progress), metric, brush, zone, progress);
        return Impacts.of(
                        field, metric, picked, OptionalDouble.of(Quantiles.median(runs)), progress)
                .map(impacts -> impacts.withQuantiles(field, picked, MOST_READ, progress));
    }

    /// Who those picked are; empty if nobody is.
    ///
    /// @throws java.util.concurrent.CancellationException if it is cancelled
    Optional<Picked> picked(Segment matched, Brush brush, ZoneId zone, Progress progress) {
        if (brush.isNone()) {
            return Optional.empty();
        }
        Selection users = field.select(matched, progress);
        return Lifts.of(
                        field,
                        metric,
                        users,
                        field.pick(users, metric, brush, zone, progress),
                        progress)
                .map(lifts -> new Picked(metric, brush, lifts));
    }

    /// Per dimension how many views of the segment have each value, whatever the segment says of
    /// this dimension; a dimension with one value is left out.
    Map<Dimension, List<ValueCount>> counts(Segment wanted) {
        Segment segment = ofPage(wanted);
        Map<Dimension, List<ValueCount>> counts = new EnumMap<>(Dimension.class);
        for (Dimension dimension : Dimension.all()) {
            List<ValueCount> values =
                    field.count(dimension, field.select(segment.without(dimension)));
            if (values.size() > 1) {
                counts.put(dimension, values);
            }
        }
        return counts;
    }

    /// How the whole distributions differ. Takes longer than a verdict.
    Differences differences(Segment segment) {
        return Comparer.differences(lab, field, ofPage(segment));
    }

    private Segment ofPage(Segment segment) {
        return segment.page() == null ? segment.withPage(lab.template()) : segment;
    }

    private Frame frame(Segment ofPage) {
        var everybody = new Segment(Map.of(), ofPage.page(), null, ofPage.including());
        Distribution all = field.distribution(metric, field.select(everybody));
        if (all.isEmpty()) {
            return new Frame(0, 1, all);
        }
        double[] runs = lab.toArray();
        double slowest = Arrays.stream(runs).max().orElse(0);
        double fastest = Arrays.stream(runs).min().orElse(Double.MAX_VALUE);
        double high = Math.max(metric.fromFixed(all.quantile(END)), slowest) * 1.05;
        double low = 0;
        if (scale == Scale.LOGARITHMIC) {
            double lowest = Math.min(metric.fromFixed(all.quantile(START)), fastest) * 0.95;
            low = Math.max(lowest, high / 1e4);
        }
        if (!(high > low)) {
            high = low + 1;
        }
        return new Frame(low, high, all);
    }

    /// What the other charts' brushes pick out of the users; empty if nothing is drawn over them.
    private Optional<Shown.Sample> picked(
            Selection users,
            Distribution some,
            Brush brush,
            Frame axis,
            ZoneId zone,
            Progress progress) {
        Brush others = brush.withValues(Optional.empty());
        if (others.isNone() || some.isEmpty()) {
            return Optional.empty();
        }
        Distribution picked =
                field.distribution(
                        metric, field.pick(users, metric, others, zone, progress), progress);
        if (picked.isEmpty()) {
            return Optional.empty();
        }
        double part = picked.totalWeight() / some.totalWeight();
        Shown.Sample own = sample(picked, axis, bins(some));
        double[] shares = Arrays.stream(own.bins().shares()).map(share -> share * part).toArray();
        return Optional.of(
                new Shown.Sample(
                        new Bins(own.bins().edges(), shares), own.steps(), own.size(), part));
    }

    private static int bins(Distribution distribution) {
        return Math.clamp(
                Math.round(2 * Math.cbrt((double) distribution.count())), FEWEST_BINS, MOST_BINS);
    }

    private Shown.Sample sample(Distribution distribution, Frame axis, int bins) {
        double[] edges = places(axis.low(), axis.high(), bins);
        double[] weights = new double[bins];
        distribution.bins(stored(edges), weights);
        double total = distribution.totalWeight();
        Arrays.setAll(weights, bin -> weights[bin] / total);
        double[] values = places(axis.low(), axis.high(), CURVE_POINTS);
        double[] shares = new double[values.length];
        distribution.cumulative(stored(values), shares);
        return new Shown.Sample(
                new Bins(edges, weights), new Steps(values, shares), distribution.effectiveCount());
    }

    /// The lab's place without its interval, which takes longer and comes with the verdict.
    private Optional<Placed> placed(Distribution some, LabRuns runs) {
        if (some.isEmpty() || Double.isNaN(runs.median()) || metric.isLowerBoundInLab()) {
            return Optional.empty();
        }
        double median = runs.median() * metric.unit().scale();
        double share = (some.weightBelow(median) + some.weightAt(median) / 2) / some.totalWeight();
        return Optional.of(new Placed(share, share, share));
    }

    /// Places from low to high that look evenly spaced on the scale.
    private double[] places(double low, double high, int gaps) {
        double[] places = new double[gaps + 1];
        for (int i = 0; i <= gaps; i++) {
            double part = (double) i / gaps;
            places[i] =
                    scale == Scale.LINEAR
                            ? low + (high - low) * part
                            : low * Math.pow(high / low, part);
        }
        return places;
    }

    private double[] stored(double[] values) {
        return Arrays.stream(values).map(value -> value * metric.unit().scale()).toArray();
    }
}
