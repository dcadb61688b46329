package dev.parallax.compare;

import dev.parallax.statistics.RunsNeeded;

/// What a comparison comes to; the first that applies, in the order below.
///
/// The rules are those of `docs/methods.md`: fewer runs or views than an interval needs give no
/// number, and a placement is judged by its whole 95 % interval, never by its point.
public sealed interface Verdict {

    /// The fewest lab values for which a 95 % interval of their median exists.
    int FEWEST_RUNS = 6;

    /// The fewest effective page views for which a 95 % interval of p75 exists.
    int FEWEST_VIEWS = 13;

    /// The lab has too few values for an interval.
    record TooFewRuns(int has) implements Verdict {
        /// How many more are needed, at least 1.
        public int missing() {
            return FEWEST_RUNS - has;
        }
    }

    /// No page view of the field matches the question.
    record NothingInCommon() implements Verdict {}

    /// The field has too few effective page views for an interval.
    record TooFewViews(double effective) implements Verdict {}

    /// The metric grows over the life of a page (CLS, INP), of which the lab sees only the start:
    /// the lab is a lower bound and is not placed.
    record LowerBound() implements Verdict {}

    /// The placement's interval lies inside the aim's tolerance.
    record Representative() implements Verdict {}

    /// The placement's interval lies below the aim: the lab is faster than the users it stands for.
    record Optimistic() implements Verdict {}

    /// The placement's interval lies above the aim: the lab is slower than the users it stands for.
    record Pessimistic() implements Verdict {}

    /// The interval crosses the edge of the tolerance.
    ///
    /// @param needed whether more runs would probably decide, or what stands in their way
    record Inconclusive(RunsNeeded needed) implements Verdict {}

    /// The stable word for files and JSON: `too-few-runs`.
    default String key() {
        return switch (this) {
            case TooFewRuns _ -> "too-few-runs";
            case NothingInCommon _ -> "nothing-in-common";
            case TooFewViews _ -> "too-few-views";
            case LowerBound _ -> "lower-bound";
            case Representative _ -> "representative";
            case Optimistic _ -> "optimistic";
            case Pessimistic _ -> "pessimistic";
            case Inconclusive _ -> "inconclusive";
        };
    }
}
