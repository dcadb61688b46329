package dev.parallax.ui.realusers;

import dev.parallax.compare.Shares;
import dev.parallax.metric.Metric;
import dev.parallax.metric.Thresholds;
import dev.parallax.metric.Unit;
import dev.parallax.progress.Progress;
import dev.parallax.rum.Selection;
import dev.parallax.rum.Totals;
import dev.parallax.statistics.Distribution;
import dev.parallax.statistics.SmallestSample;
import dev.parallax.ui.chart.Bins;
import dev.parallax.ui.common.Background;
import dev.parallax.ui.common.Latest;
import dev.parallax.ui.common.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// The key figures of a segment: how many page views, and each metric's p75 with its shares.
public final class SummaryModel implements Part {
    private static final int BINS = 48;
    private static final double P75 = 0.75;

    /// The slowest two percent would squeeze everybody else.
    private static final double END = 0.98;

    /// The key figures.
    ///
    /// @param metrics those that any view of the segment has, in their usual order
    public record Summary(Totals totals, List<MetricFigures> metrics) {}

    /// One metric.
    ///
    /// @param measured views that have it
    /// @param p75 in its unit; empty if there are too few views for an interval
    /// @param needs the fewest effective views for it
    /// @param shares empty for a metric without thresholds
    public record MetricFigures(
            Metric metric,
            long measured,
            OptionalDouble p75,
            int needs,
            Optional<Shares> shares,
            Bins bins) {}

    private final Latest<Summary> questions;
    private final ReadOnlyObjectWrapper<Optional<Summary>> summary =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private @Nullable Asked shown;

    SummaryModel(Background background, Problems problems) {
        questions =
                new Latest<>(background, found -> summary.set(Optional.of(found)), problems::show);
    }

    /// Empty until it is known.
    public ReadOnlyObjectProperty<Optional<Summary>> summary() {
        return summary.getReadOnlyProperty();
    }

    @Override
    public void show(Asked asked) {
        if (!asked.equals(shown)) {
            shown = asked;
            questions.submit(progress -> read(asked, progress));
        }
    }

    @Override
    public void clear() {
        shown = null;
        questions.clear();
        summary.set(Optional.empty());
    }

    private static Summary read(Asked asked, Progress progress) {
        Selection selection = asked.views().select(asked.segment(), progress);
        var metrics = new ArrayList<MetricFigures>();
        for (Metric metric : Metric.all()) {
            Distribution values = asked.views().distribution(metric, selection, progress);
            if (!values.isEmpty()) {
                metrics.add(figures(metric, values));
            }
        }
        return new Summary(asked.views().totals(selection, progress), metrics);
    }

    private static MetricFigures figures(Metric metric, Distribution values) {
        int needs = SmallestSample.forQuantile(P75);
        return new MetricFigures(
                metric,
                values.count(),
                values.effectiveCount() < needs
                        ? OptionalDouble.empty()
                        : OptionalDouble.of(metric.fromFixed(values.quantile(P75))),
                needs,
                metric.thresholds().map(limits -> shares(metric, limits, values)),
                bins(metric, values));
    }

    private static Shares shares(Metric metric, Thresholds limits, Distribution values) {
        double notGood = values.shareOver(metric.toFixed(limits.good()));
        double poor = values.shareOver(metric.toFixed(limits.poor()));
        return new Shares(1 - notGood, notGood - poor, poor);
    }

    private static Bins bins(Metric metric, Distribution values) {
        double high = Math.max(1, values.quantile(END));
        double low = metric.unit() == Unit.NONE ? 0 : Math.max(1, values.quantile(0.002));
        if (metric.unit() != Unit.NONE && high <= low) {
            high = low + 1;
        }
        var fixed = new double[BINS + 1];
        for (int i = 0; i <= BINS; i++) {
            double part = (double) i / BINS;
            fixed[i] = metric.unit() == Unit.NONE ? high * part : low * Math.pow(high / low, part);
        }
        var shares = new double[BINS];
        values.bins(fixed, shares);
        var edges = new double[BINS + 1];
        for (int i = 0; i <= BINS; i++) {
            edges[i] = metric.fromFixed(fixed[i]);
        }
        for (int i = 0; i < BINS; i++) {
            shares[i] /= values.totalWeight();
        }
        return new Bins(edges, shares);
    }
}
