package dev.parallax.rum;

import dev.parallax.metric.Metric;
import dev.parallax.progress.Progress;
import dev.parallax.statistics.ClusteredSample;
import dev.parallax.statistics.CountingHistogram;
import dev.parallax.statistics.Distribution;
import dev.parallax.statistics.WeightedHistogram;
import java.util.List;
import java.util.function.BiConsumer;

/// The values of a metric in selected page views, as a distribution or as a sample.
final class MetricValues {
    private final Columns columns;

    MetricValues(Columns columns) {
        this.columns = columns;
    }

    /// By weight where the data set has weights.
    Distribution distribution(Metric metric, Selection selection, Progress progress) {
        return columns.isWeighted()
                ? weighted(metric, selection, progress)
                : unweighted(metric, selection, progress);
    }

    private Distribution weighted(Metric metric, Selection selection, Progress progress) {
        int[] values = columns.metric(metric);
        long[] words = selection.words();
        double[] weights = columns.weights();
        double largest = columns.largestWeight();
        return merged(
                Scan.rows(
                        columns.rows(),
                        progress,
                        () -> new WeightedHistogram(largest),
                        (part, from, to) -> part.addSelected(values, weights, from, to, words)),
                WeightedHistogram::addAll);
    }

    Distribution unweighted(Metric metric, Selection selection, Progress progress) {
        int[] values = columns.metric(metric);
        long[] words = selection.words();
        return merged(
                Scan.rows(
                        columns.rows(),
                        progress,
                        CountingHistogram::new,
                        (part, from, to) -> part.addSelected(values, from, to, words)),
                CountingHistogram::addAll);
    }

    private static <D> D merged(List<D> parts, BiConsumer<D, D> merge) {
        D whole = parts.getFirst();
        parts.stream().skip(1).forEach(part -> merge.accept(whole, part));
        return whole;
    }

    ClusteredSample sample(Metric metric, Selection selection) {
        int[] values = columns.metric(metric);
        Sessions sessions = columns.sessions();
        int[] picked = new int[selection.count()];
        int[] pickedSessions = sessions.count() == 0 ? null : new int[picked.length];
        double[] pickedWeights = columns.isWeighted() ? new double[picked.length] : null;
        long[] words = selection.words();
        int at = 0;
        for (int w = 0; w < words.length; w++) {
            for (long left = words[w]; left != 0; left &= left - 1) {
                int row = (w << 6) + Long.numberOfTrailingZeros(left);
                picked[at] = values[row];
                if (pickedSessions != null) {
                    pickedSessions[at] = sessions.codes()[row];
                }
                if (pickedWeights != null) {
                    pickedWeights[at] = columns.weights()[row];
                }
                at++;
            }
        }
        return ClusteredSample.of(picked, pickedSessions, pickedWeights);
    }
}
