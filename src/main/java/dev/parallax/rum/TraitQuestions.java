package dev.parallax.rum;

import dev.parallax.metric.Metric;
import dev.parallax.progress.Progress;
import dev.parallax.rum.TraitTotals.SessionsKnown;
import dev.parallax.rum.TraitTotals.TraitTotal;
import dev.parallax.statistics.ClusterTotals;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What page views with a common trait hold together.
final class TraitQuestions {
    private static final int MASS_BITS = 62;

    private final Columns columns;

    TraitQuestions(Columns columns) {
        this.columns = columns;
    }

    /// Scores are values beyond the reference, in the metric's unit.
    Optional<TraitTotals> beyond(
            Metric metric, Selection selection, double reference, Progress progress) {
        double fixed = reference * metric.unit().scale();
        double perUnit = grid();
        double @Nullable [] weights = columns.isWeighted() ? columns.weights() : null;
        NotedRows.Score score =
                weights == null
                        ? (noted, _) -> excess(noted, fixed, perUnit)
                        : (noted, begin) -> excess(noted, fixed, perUnit, weights, begin);
        return totals(metric, selection, score, perUnit * metric.unit().scale(), progress);
    }

    private static void excess(NotedRows noted, double fixed, double perUnit) {
        for (int i = 0; i < noted.count; i++) {
            noted.scores[i] = (long) (Math.max(noted.values[i] - fixed, 0) * perUnit + 0.5);
        }
    }

    private static void excess(
            NotedRows noted, double fixed, double perUnit, double[] weights, int begin) {
        for (int i = 0; i < noted.count; i++) {
            double weight = weights[begin + noted.places[i]];
            noted.scores[i] =
                    (long) (Math.max(noted.values[i] - fixed, 0) * weight * perUnit + 0.5);
        }
    }

    /// The power of two by which the excess of all rows stays a whole number that a long can hold,
    /// so that threads may add them up in any order.
    private double grid() {
        double largest = columns.isWeighted() ? columns.largestWeight() : 1;
        double most = Math.max(1.0, columns.rows()) * largest * Integer.MAX_VALUE;
        return Math.scalb(1.0, MASS_BITS - 1 - Math.getExponent(most));
    }

    /// Scores are weights of picked rows.
    Optional<TraitTotals> picked(
            Metric metric, Selection selection, Selection picked, Progress progress) {
        long[] words = picked.words();
        NotedRows.Score score =
                (noted, begin) -> {
                    for (int i = 0; i < noted.count; i++) {
                        int row = begin + noted.places[i];
                        noted.scores[i] = ((words[row >>> 6] >>> row) & 1) * noted.masses[i];
                    }
                };
        return totals(metric, selection, score, Masses.of(columns).perWeight(), progress);
    }

    /// @param perScore units in 1 of the score
    private Optional<TraitTotals> totals(
            Metric metric,
            Selection selection,
            NotedRows.Score score,
            double perScore,
            Progress progress) {
        List<TraitColumn> traits = TraitColumn.all(columns, selection);
        TraitSums sums = sums(metric, selection, score, traits, progress);
        if (sums.all().occurring().length == 0) {
            return Optional.empty();
        }
        var found = new ArrayList<TraitTotal>();
        int left = 0;
        for (int i = 0; i < traits.size(); i++) {
            TraitColumn column = traits.get(i);
            GroupSums groups = sums.of(i);
            left += column.others();
            int[] occurring = groups.occurring();
            for (int group : occurring) {
                Trait trait = column.trait(group);
                if (trait != null && occurring.length > 1) {
                    found.add(
                            new TraitTotal(
                                    trait,
                                    groups.views(group),
                                    groups.effective(group),
                                    clusters(groups.cells(group), perScore)));
                }
            }
        }
        return Optional.of(
                new TraitTotals(
                        clusters(sums.all().cells(0), perScore),
                        sums.all().effective(0),
                        columns.sessions().count() == 0
                                ? SessionsKnown.UNKNOWN
                                : SessionsKnown.KNOWN,
                        found,
                        left));
    }

    private TraitSums sums(
            Metric metric,
            Selection selection,
            NotedRows.Score score,
            List<TraitColumn> traits,
            Progress progress) {
        int[] stored = columns.metric(metric);
        List<TraitSums> parts =
                Scan.rows(
                        selection.rows(),
                        progress,
                        () -> new TraitSums(new NotedRows(columns, stored), score, traits, columns),
                        (part, from, to) -> part.add(selection.words(), from, to));
        TraitSums sums = parts.getFirst();
        parts.stream().skip(1).forEach(sums::addAll);
        return sums;
    }

    private ClusterTotals clusters(long[] cells, double perScore) {
        double perWeight = Masses.of(columns).perWeight();
        var whole = new double[cells.length / 2];
        var part = new double[whole.length];
        for (int i = 0; i < whole.length; i++) {
            whole[i] = cells[2 * i] / perWeight;
            part[i] = cells[2 * i + 1] / perScore;
        }
        return new ClusterTotals(part, whole);
    }
}
