package dev.parallax.compare;

import dev.parallax.metric.Metric;
import dev.parallax.problem.Problem;
import dev.parallax.problem.ProblemException;
import dev.parallax.rum.TimeWindow;
import java.util.List;

/// What a comparison of two sets of runs asks.
///
/// @param after the page and the profile of the side that is judged; which runs of it, `sides` says
/// @param profileBefore the id of the base's profile; usually that of `after`
/// @param metrics the first is the headline; none takes all that were measured
public record RunsQuestion(Baseline after, String profileBefore, Sides sides, List<Metric> metrics)
        implements ComparisonQuestion {
    /// As many values a side as a comparison takes.
    private static final int MOST_A_SIDE = 100;

    public RunsQuestion {
        metrics = List.copyOf(metrics);
    }

    /// The metric of the headline; LCP where all are asked for.
    public Metric headline() {
        return metrics.isEmpty() ? Metric.LCP : metrics.getFirst();
    }

    /// Which runs are compared.
    public sealed interface Sides {
        /// Those of two revisions of the journey.
        record Revisions(int before, int after) implements Sides {}

        /// Those of the newest revision that was run, and of the one before it.
        record NewestRevisions() implements Sides {}

        /// Those of two stretches of time.
        record Windows(TimeWindow before, TimeWindow after) implements Sides {}

        /// The newest values, and as many before them.
        ///
        /// @param values a side, 1 to 100
        record Newest(int values) implements Sides {
            public Newest {
                if (values < 1 || values > MOST_A_SIDE) {
                    throw new ProblemException(
                            Problem.usage(
                                    "newest-out-of-range",
                                    "cannot compare the newest " + values + " values",
                                    "1 to " + MOST_A_SIDE + " a side can be",
                                    "use a number in that range"));
                }
            }
        }
    }
}
