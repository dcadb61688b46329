package dev.parallax.rum;

import dev.parallax.metric.Metric;
import dev.parallax.progress.Progress;
import dev.parallax.statistics.ClusteredSample;
import dev.parallax.statistics.CountingHistogram;
import dev.parallax.statistics.Distribution;
import dev.parallax.statistics.SessionValues;
import dev.parallax.statistics.WeightedHistogram;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// The values of a metric in selected page views, as a distribution or as a sample.
final class MetricValues {
    private final Columns columns;
    private @Nullable BySession bySession;

    private record BySession(Metric metric, SessionValues values) {}

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

    List<ClusteredSample> samples(Metric metric, List<Selection> selections) {
        return ClusteredSample.of(
                bySession(metric),
                columns.isWeighted() ? columns.weights() : null,
                selections.stream().map(Selection::words).toList());
    }

    /// Kept for the metric asked for last: questions change more often than it, and for each it
    /// would take eight bytes a row.
    private synchronized SessionValues bySession(Metric metric) {
        BySession known = bySession;
        if (known == null || known.metric() != metric) {
            bySession = null;
            Sessions sessions = columns.sessions();
            known =
                    new BySession(
                            metric,
                            SessionValues.of(
                                    columns.metric(metric),
                                    sessions.count() == 0 ? null : sessions.codes()));
            bySession = known;
        }
        return known.values();
    }
}
