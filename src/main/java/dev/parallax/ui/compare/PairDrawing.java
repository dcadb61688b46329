package dev.parallax.ui.compare;

import dev.parallax.compare.FieldPair;
import dev.parallax.compare.LabPair;
import dev.parallax.compare.PairCurves;
import dev.parallax.ui.chart.Bins;
import dev.parallax.ui.chart.Shown;
import dev.parallax.ui.chart.Steps;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.DoubleStream;

/// What the charts show of a pair: both sides over each other.
final class PairDrawing {
    /// As wide as a dozen runs can fill.
    private static final int BINS = 16;

    private PairDrawing() {}

    /// Both sets of runs; empty if a side has none.
    static Optional<Shown> of(LabPair pair, LabPair.InMetric found) {
        double[] before = found.before().toArray();
        double[] after = found.after().toArray();
        if (before.length == 0 || after.length == 0) {
            return Optional.empty();
        }
        Arrays.sort(before);
        Arrays.sort(after);
        double lowest = Math.min(before[0], after[0]);
        double highest = Math.max(before[before.length - 1], after[after.length - 1]);
        double margin = highest > lowest ? 0.08 * (highest - lowest) : Math.max(1, highest * 0.1);
        double low = Math.max(0, lowest - margin);
        double high = highest + margin;
        return Optional.of(
                Shown.pair(
                        found.metric(),
                        low,
                        high,
                        new Shown.Names(pair.before(), pair.after()),
                        runs(before, low, high),
                        runs(after, low, high)));
    }

    /// Both parts of the users; empty if a side has no views.
    static Optional<Shown> of(FieldPair pair) {
        if (pair.before().measured() == 0 || pair.after().measured() == 0) {
            return Optional.empty();
        }
        PairCurves curves = pair.curves();
        double[] edges = curves.edges();
        return Optional.of(
                Shown.pair(
                        pair.metric(),
                        0,
                        edges[edges.length - 1],
                        new Shown.Names(pair.before().name(), pair.after().name()),
                        new Shown.Sample(
                                new Bins(edges, curves.before()),
                                new Steps(edges, curves.beforeCumulative()),
                                pair.before().effective()),
                        new Shown.Sample(
                                new Bins(edges, curves.after()),
                                new Steps(edges, curves.afterCumulative()),
                                pair.after().effective())));
    }

    private static Shown.Sample runs(double[] sorted, double low, double high) {
        double width = (high - low) / BINS;
        double[] edges = new double[BINS + 1];
        Arrays.setAll(edges, i -> low + i * width);
        double[] shares = new double[BINS];
        for (double value : sorted) {
            shares[Math.clamp((int) ((value - low) / width), 0, BINS - 1)] += 1.0 / sorted.length;
        }
        double[] values = DoubleStream.of(sorted).distinct().toArray();
        double[] upTo =
                DoubleStream.of(values)
                        .map(value ->
                                (double) DoubleStream.of(sorted).filter(run -> run <= value).count()
                                        / sorted.length)
                        .toArray();
        return new Shown.Sample(new Bins(edges, shares), new Steps(values, upTo), sorted.length);
    }
}
