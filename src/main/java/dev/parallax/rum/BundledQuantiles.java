package dev.parallax.rum;

import dev.parallax.metric.Metric;
import dev.parallax.progress.Progress;
import dev.parallax.statistics.ClusterTotals;
import dev.parallax.statistics.Distribution;
import dev.parallax.statistics.FieldQuantile;
import dev.parallax.statistics.SmallestSample;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// Quantiles of a metric whose intervals come from the spread between bundles of sessions, in two
/// passes over the rows and without a copy of them.
final class BundledQuantiles {
    private final Columns columns;
    private final Metric metric;
    private final double[] ascending;

    BundledQuantiles(Columns columns, Metric metric, double[] ascending) {
        this.columns = columns;
        this.metric = metric;
        this.ascending = ascending.clone();
    }

    List<FieldQuantile> of(Selection selection, Distribution distribution, Progress progress) {
        double has = distribution.isEmpty() ? 0 : distribution.effectiveCount();
        double[] known =
                Arrays.stream(ascending)
                        .filter(share -> has >= SmallestSample.forQuantile(share))
                        .toArray();
        double[] values = Arrays.stream(known).map(distribution::quantile).toArray();
        long[][] below = known.length == 0 ? new long[0][] : below(selection, values, progress);
        return Arrays.stream(ascending)
                .mapToObj(share -> {
                    int at = Arrays.binarySearch(known, share);
                    return at < 0
                            ? new FieldQuantile.TooFew(SmallestSample.forQuantile(share), (int) has)
                            : clusters(below, at).quantile(distribution, share);
                })
                .toList();
    }

    /// What each bundle has up to each of some values, and in the end all it has.
    private long[][] below(Selection selection, double[] values, Progress progress) {
        int[] stored = columns.metric(metric);
        int[] same = IntStream.rangeClosed(0, values.length).toArray();
        List<Part> parts =
                Scan.rows(
                        selection.rows(),
                        progress,
                        () ->
                                new Part(
                                        new NotedRows(columns, stored),
                                        new GroupSums(same.length, columns)),
                        (part, from, to) -> part.add(selection.words(), from, to, values, same));
        GroupSums sums = parts.getFirst().sums;
        parts.stream().skip(1).forEach(part -> sums.addAll(part.sums));
        var below = new long[same.length][SessionBundles.COUNT];
        for (int group = 0; group < same.length; group++) {
            long[] cells = sums.cells(group);
            for (int bundle = 0; bundle < SessionBundles.COUNT; bundle++) {
                long before = group == 0 ? 0 : below[group - 1][bundle];
                below[group][bundle] = before + cells[2 * bundle];
            }
        }
        return below;
    }

    private ClusterTotals clusters(long[][] below, int at) {
        double perWeight = Masses.of(columns).perWeight();
        return new ClusterTotals(
                Arrays.stream(below[at]).mapToDouble(mass -> mass / perWeight).toArray(),
                Arrays.stream(below[below.length - 1])
                        .mapToDouble(mass -> mass / perWeight)
                        .toArray());
    }

    /// What one thread gathers: the group of a row is how many of the values lie below its own.
    private static final class Part {
        private final NotedRows noted;
        private final GroupSums sums;
        private final int[] groups = new int[NotedRows.BLOCK];

        Part(NotedRows noted, GroupSums sums) {
            this.noted = noted;
            this.sums = sums;
        }

        void add(long[] words, int from, int to, double[] values, int[] same) {
            for (int begin = from; begin < to; begin += NotedRows.BLOCK) {
                noted.note(words, begin, Math.min(begin + NotedRows.BLOCK, to), (_, _) -> {});
                for (int i = 0; i < noted.count; i++) {
                    int group = 0;
                    for (double value : values) {
                        group += noted.values[i] > value ? 1 : 0;
                    }
                    groups[noted.places[i]] = group;
                }
                sums.add(same, groups, noted);
            }
        }
    }
}
