package dev.parallax.compare;

import dev.parallax.metric.Metric;
import dev.parallax.progress.Progress;
import dev.parallax.rum.PageViews;
import dev.parallax.rum.Selection;
import dev.parallax.rum.TraitTotals;
import dev.parallax.rum.TraitTotals.SessionsKnown;
import dev.parallax.rum.TraitTotals.TraitTotal;
import dev.parallax.statistics.ClusterLift;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Who the users behind picked page views are: what they have more often, or less often, than all
/// compared ones.
///
/// Each interval holds for its own row; with many rows about one in twenty does not hold.
///
/// @param picked weight of the picked page views that have the metric
/// @param compared weight of all compared page views that have the metric
/// @param ranked what they surely have more often first, the largest factor on top; then what they
///   surely have less often; then the undecided
/// @param tooFew values of which fewer than five would be expected among the picked
/// @param left values beyond the 255 most frequent ones of their dimension, which are not looked at
/// @param sessions whether intervals can honour sessions; else they are too narrow
public record Lifts(
        double picked,
        double compared,
        List<Lift> ranked,
        List<TooFew> tooFew,
        int left,
        SessionsKnown sessions) {

    /// With fewer expected the picked ones say next to nothing.
    private static final int FEWEST_EXPECTED = 5;

    public Lifts {
        ranked = List.copyOf(ranked);
        tooFew = List.copyOf(tooFew);
    }

    /// Finds the lifts of all values of all dimensions in which the page views differ.
    ///
    /// @param selection the compared users
    /// @param picked a part of them
    /// @return empty if no page view was picked that has the metric
    /// @throws java.util.concurrent.CancellationException if it is cancelled
    public static Optional<Lifts> of(
            PageViews field,
            Metric metric,
            Selection selection,
            Selection picked,
            Progress progress) {
        return field.picked(metric, selection, picked, progress)
                .filter(totals -> totals.all().part() > 0)
                .map(Lifts::of);
    }

    private static Lifts of(TraitTotals totals) {
        // As if weights were spread among the picked as they are among all
        double views = totals.effective() * totals.all().ratio();
        var ranked = new ArrayList<Lift>();
        var tooFew = new ArrayList<TooFew>();
        for (TraitTotal total : totals.traits()) {
            double share = total.totals().wholeOverWhole(totals.all()).ratio();
            if (share * views < FEWEST_EXPECTED) {
                tooFew.add(
                        new TooFew(
                                total.trait(),
                                (int) Math.ceil(FEWEST_EXPECTED / share),
                                (int) views));
            } else {
                ranked.add(lift(total, totals, views));
            }
        }
        ranked.sort(
                Comparator.comparing(Lift::kind)
                        .thenComparing(Comparator.comparingDouble(Lift::sureFactor).reversed())
                        .thenComparingDouble(lift -> -Math.abs(Math.log(lift.value())))
                        .thenComparing(lift -> lift.trait().toString()));
        return new Lifts(
                totals.all().part(),
                totals.all().whole(),
                ranked,
                tooFew,
                totals.left(),
                totals.sessions());
    }

    private static Lift lift(TraitTotal total, TraitTotals totals, double pickedViews) {
        var picked = total.totals().partOverPart(totals.all());
        var compared = total.totals().wholeOverWhole(totals.all());
        ClusterLift.Lift lift = ClusterLift.of(picked, pickedViews, compared, totals.effective());
        return new Lift(
                total.trait(),
                picked.part(),
                compared.part(),
                picked.ratio(),
                compared.ratio(),
                lift.value(),
                lift.interval());
    }

    /// Those of one kind, in order of rank.
    public List<Lift> of(Lift.Kind kind) {
        return ranked.stream().filter(lift -> lift.kind() == kind).toList();
    }
}
