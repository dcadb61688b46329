package dev.parallax.rum;

import dev.parallax.metric.Metric;
import dev.parallax.progress.Progress;
import java.util.Arrays;
import java.util.List;

/// Counts the selected values of a metric by [LogBins], in one pass.
final class LogHistogram {
    private static final int SETS = 4;

    private LogHistogram() {}

    static double[] of(Metric metric, Columns columns, Selection selection, Progress progress) {
        int[] values = columns.metric(metric);
        long[] words = selection.words();
        if (columns.isWeighted()) {
            double[] weights = columns.weights();
            Masses masses = Masses.upTo(columns.largestWeight());
            return sum(
                    Scan.rows(
                            selection.rows(),
                            progress,
                            () -> new long[LogBins.COUNT],
                            (bins, from, to) ->
                                    weigh(bins, values, weights, masses, words, from, to)),
                    masses);
        }
        return sum(
                Scan.rows(
                        selection.rows(),
                        progress,
                        () -> new long[LogBins.COUNT],
                        (bins, from, to) -> count(bins, values, words, from, to)),
                new Masses(1));
    }

    /// Without a branch: a missing value adds nothing to the first bin. Neighbouring rows take
    /// turns with several sets of bins, as one that is still being written must be waited for.
    private static void count(long[] bins, int[] values, long[] words, int from, int to) {
        var sets = new int[SETS << LogBins.BITS];
        int set = 0;
        for (int w = from >>> 6; w < Selection.wordsFor(to); w++) {
            for (long left = words[w]; left != 0; left &= left - 1) {
                int value = values[(w << 6) + Long.numberOfTrailingZeros(left)];
                sets[set + LogBins.of(value)] += LogBins.oneUnlessMissing(value);
                set = (set + LogBins.COUNT) & (sets.length - 1);
            }
        }
        for (int i = 0; i < sets.length; i++) {
            bins[i & (LogBins.COUNT - 1)] += sets[i];
        }
    }

    private static void weigh(
            long[] bins,
            int[] values,
            double[] weights,
            Masses masses,
            long[] words,
            int from,
            int to) {
        for (int w = from >>> 6; w < Selection.wordsFor(to); w++) {
            for (long left = words[w]; left != 0; left &= left - 1) {
                int row = (w << 6) + Long.numberOfTrailingZeros(left);
                if (values[row] != Chunk.MISSING) {
                    bins[LogBins.of(values[row])] += masses.of(weights[row]);
                }
            }
        }
    }

    private static double[] sum(List<long[]> parts, Masses masses) {
        var weights = new double[LogBins.COUNT];
        Arrays.setAll(
                weights, bin -> masses.weight(parts.stream().mapToLong(part -> part[bin]).sum()));
        return weights;
    }
}
