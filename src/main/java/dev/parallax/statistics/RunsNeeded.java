package dev.parallax.statistics;

import java.util.function.Predicate;

/// How many further lab runs would probably decide a placement that is inconclusive.
///
/// A projection, not a promise: it takes the placement as true and lets only the lab's part of each
/// half of the interval shrink, with 1 / √n; the field's part stays. Example: 50 with the interval
/// 30–70 after 12 runs, in a field that alone gives 48–52, needs 10 more to lie in 35–65: the lab's
/// part of a half is √(20² − 2²) = 19.9 and must come to √(15² − 2²) = 14.87, so n ≥ 21.5.
public sealed interface RunsNeeded {

    /// The most runs worth projecting.
    int MOST = 200;

    /// About so many more runs.
    record More(int runs) implements RunsNeeded {}

    /// More than [#MOST] further runs: the lab is too unsteady, or the placement too close to a
    /// limit.
    record MoreThanMost() implements RunsNeeded {}

    /// No number of runs will do: the field alone is too uncertain and needs more views.
    record NotByRuns() implements RunsNeeded {}

    /// Projects the interval of an inconclusive placement to more runs.
    ///
    /// @param runs how many runs the placement has
    /// @param decided whether a placement with this interval would be conclusive
    static RunsNeeded toDecide(Placement placement, int runs, Predicate<Interval> decided) {
        if (!decided.test(placement.fieldInterval())) {
            return new NotByRuns();
        }
        for (int more = 1; more <= MOST; more++) {
            if (decided.test(projected(placement, (double) runs / (runs + more)))) {
                return new More(more);
            }
        }
        return new MoreThanMost();
    }

    private static Interval projected(Placement placement, double labVarianceLeft) {
        double value = placement.value();
        double down =
                projectedHalf(
                        value - placement.interval().low(),
                        value - placement.fieldInterval().low(),
                        labVarianceLeft);
        double up =
                projectedHalf(
                        placement.interval().high() - value,
                        placement.fieldInterval().high() - value,
                        labVarianceLeft);
        return new Interval(value - down, value + up);
    }

    private static double projectedHalf(double half, double ofField, double labVarianceLeft) {
        double ofLabSquared = Math.max(0, half * half - ofField * ofField);
        return Math.sqrt(ofField * ofField + ofLabSquared * labVarianceLeft);
    }
}
