package dev.parallax.runner;

import dev.parallax.journey.Journey;
import dev.parallax.journey.Step;
import dev.parallax.measure.StepResult;
import dev.parallax.problem.Problem;
import dev.parallax.problem.ProblemException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Goes through the steps of a journey in order, the prelude's first, and keeps one result a step.
/// The first step that fails ends it; the steps behind are skipped.
final class Steps {

    /// How the element of a step was found.
    ///
    /// @param selector the one that matched
    /// @param expected the target's first if that was another, else null
    record Match(String selector, @Nullable String expected) {}

    /// Does the steps.
    interface Walker {
        /// Does one step.
        ///
        /// @return how the element was found, null for a step without a target
        /// @throws ProblemException if the step fails
        /// @throws LostEngineException if the engine died or was aborted
        @Nullable Match walk(Step step);

        /// Called once between the prelude and the measured steps, also if there is no prelude.
        void preludeIsOver();
    }

    private final List<StepResult> results = new ArrayList<>();
    private final Walker walker;
    private boolean failed;

    private Steps(Walker walker) {
        this.walker = walker;
    }

    /// One result for each step of prelude and journey.
    ///
    /// @throws LostEngineException with the steps done so far
    static List<StepResult> walk(Journey journey, Walker walker) {
        var steps = new Steps(walker);
        journey.prelude().forEach(step -> steps.walk(step, "prelude step "));
        walker.preludeIsOver();
        journey.steps().forEach(step -> steps.walk(step, "step "));
        return steps.results;
    }

    private void walk(Step step, String place) {
        if (failed) {
            results.add(new StepResult.Skipped(step.label()));
            return;
        }
        long start = System.nanoTime();
        try {
            @Nullable Match match = walker.walk(step);
            results.add(
                    new StepResult.Done(
                            step.label(),
                            since(start),
                            match == null ? null : match.selector(),
                            match == null ? null : match.expected()));
        } catch (ProblemException failure) {
            failed = true;
            String named = place + "\"" + step.label() + "\" failed: ";
            results.add(
                    new StepResult.Failed(
                            step.label(),
                            since(start),
                            named(failure.problem(), named),
                            detail(failure)));
        } catch (LostEngineException lost) {
            throw lost.in(step.label(), since(start), results);
        }
    }

    private static Problem named(Problem problem, String prefix) {
        return new Problem(
                problem.code(),
                problem.kind(),
                prefix + problem.what(),
                problem.why(),
                problem.next());
    }

    private static @Nullable String detail(ProblemException failure) {
        return failure.getCause() == null ? null : failure.getCause().getMessage();
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
