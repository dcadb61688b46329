package dev.parallax.compare;

import dev.parallax.metric.Metric;
import dev.parallax.progress.Progress;
import dev.parallax.rum.PageViews;
import dev.parallax.rum.Selection;
import dev.parallax.rum.TraitTotals;
import dev.parallax.rum.TraitTotals.SessionsKnown;
import dev.parallax.rum.TraitTotals.TraitTotal;
import dev.parallax.statistics.Interval;
import dev.parallax.statistics.SmallestSample;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// Which users are behind the gap between lab and field: the time that page views wait beyond the
/// lab's median, or beyond the field's own where there is no lab, and how it falls to the values of
/// each dimension.
///
/// Each interval holds for its own row. With many rows some, about one in twenty, do not hold: the
/// list is for finding where to look, no test.
///
/// @param metric what was measured
/// @param reference what the gap is counted from, in the metric's unit
/// @param origin what the reference is
/// @param gap mean of max(0, value − reference) over all page views, in the metric's unit
/// @param gapInterval its 95 % interval
/// @param ranked the largest impact first
/// @param tooFew values that have too few page views for a number
/// @param left values beyond the 255 most frequent ones of their dimension, which are not looked at
/// @param sessions whether intervals can honour sessions; else they are too narrow
public record Impacts(
        Metric metric,
        double reference,
        Origin origin,
        double gap,
        Interval gapInterval,
        List<Impact> ranked,
        List<TooFew> tooFew,
        int left,
        SessionsKnown sessions) {

    private static final int[] PERCENTILES = {50, 75};

    /// As many as an interval for p75 needs.
    private static final int FEWEST_VIEWS = SmallestSample.forQuantile(0.75);

    /// What a gap is counted from.
    public enum Origin {
        LAB_MEDIAN,
        FIELD_MEDIAN
    }

    public Impacts {
        ranked = List.copyOf(ranked);
        tooFew = List.copyOf(tooFew);
    }

    /// Finds the impacts of all values of all dimensions in which the page views differ.
    ///
    /// @param selection the compared users
    /// @param labMedian in the metric's unit; empty if there is no lab
    /// @return empty if no page view has the metric
    /// @throws java.util.concurrent.CancellationException if it is cancelled
    public static Optional<Impacts> of(
            PageViews field,
            Metric metric,
            Selection selection,
            OptionalDouble labMedian,
            Progress progress) {
        double reference = labMedian.orElseGet(() -> median(field, metric, selection, progress));
        return field.beyond(metric, selection, reference, progress)
                .map(totals ->
                        of(
                                metric,
                                reference,
                                labMedian.isPresent() ? Origin.LAB_MEDIAN : Origin.FIELD_MEDIAN,
                                totals));
    }

    private static double median(
            PageViews field, Metric metric, Selection selection, Progress progress) {
        var distribution = field.distribution(metric, selection, progress);
        return distribution.isEmpty() ? 0 : metric.fromFixed(distribution.quantile(0.5));
    }

    private static Impacts of(Metric metric, double reference, Origin origin, TraitTotals totals) {
        var ranked = new ArrayList<Impact>();
        var tooFew = new ArrayList<TooFew>();
        for (TraitTotal total : totals.traits()) {
            if (total.effective() < FEWEST_VIEWS) {
                tooFew.add(new TooFew(total.trait(), FEWEST_VIEWS, (int) total.effective()));
            } else {
                ranked.add(impact(total, totals));
            }
        }
        ranked.sort(
                Comparator.comparingDouble(Impact::value)
                        .reversed()
                        .thenComparing(impact -> impact.trait().toString()));
        return new Impacts(
                metric,
                reference,
                origin,
                totals.all().ratio(),
                totals.all().logInterval(),
                ranked,
                tooFew,
                totals.left(),
                totals.sessions());
    }

    private static Impact impact(TraitTotal total, TraitTotals totals) {
        var ofAll = total.totals().partOverWhole(totals.all());
        double value = ofAll.ratio();
        double gap = totals.all().ratio();
        return new Impact(
                total.trait(),
                total.views(),
                total.totals().wholeOverWhole(totals.all()).ratio(),
                value,
                ofAll.logInterval(),
                gap == 0 ? 0 : value / gap,
                total.totals().ratio(),
                List.of());
    }

    /// The same with p50 and p75 of those who rank first: each costs a look at its page views.
    ///
    /// @param selection the compared users
    /// @param most how many of them
    /// @throws java.util.concurrent.CancellationException if it is cancelled
    public Impacts withQuantiles(
            PageViews field, Selection selection, int most, Progress progress) {
        var read = new ArrayList<Impact>();
        for (Impact impact : ranked) {
            progress.throwIfCancelled();
            read.add(
                    read.size() < most
                            ? impact.with(quantiles(field, selection, impact, progress))
                            : impact);
        }
        return new Impacts(
                metric, reference, origin, gap, gapInterval, read, tooFew, left, sessions);
    }

    private List<QuantileEstimate> quantiles(
            PageViews field, Selection selection, Impact impact, Progress progress) {
        Selection some = field.narrow(selection, impact.trait(), progress);
        var found = field.quantiles(metric, some, progress, 0.50, 0.75);
        var quantiles = new ArrayList<QuantileEstimate>();
        for (int i = 0; i < PERCENTILES.length; i++) {
            quantiles.add(QuantileEstimate.of(PERCENTILES[i], found.get(i), metric));
        }
        return quantiles;
    }
}
