package dev.parallax.service;

import dev.parallax.measure.Profile;
import dev.parallax.measure.Run;
import dev.parallax.problem.Problem;
import dev.parallax.problem.ProblemException;
import dev.parallax.progress.Progress;
import dev.parallax.runner.Inputs;
import dev.parallax.runner.RunRequest;
import dev.parallax.runner.Runner;
import dev.parallax.store.JourneyStore;
import dev.parallax.store.RunStore;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/// Use case: runs a journey now and stores the run before anybody hears of it.
public final class RunJourney {
    private static final int MOST_ITERATIONS = 1000;

    private final JourneyStore journeys;
    private final RunStore runs;
    private final Runner runner;
    private final Surroundings surroundings;

    public RunJourney(
            JourneyStore journeys, RunStore runs, Runner runner, Surroundings surroundings) {
        this.journeys = journeys;
        this.runs = runs;
        this.runner = runner;
        this.surroundings = surroundings;
    }

    /// What to run.
    ///
    /// @param journey its name
    /// @param profile the id of a preset
    /// @param iterations 1 to 1000
    /// @param variables override the journey's own
    public record Order(
            String journey, String profile, int iterations, Map<String, String> variables) {
        public Order {
            variables = Map.copyOf(variables);
        }
    }

    /// Runs the journey and stores the run, however it ends.
    ///
    /// @throws ProblemException if the order names a journey or profile that is not there, or a
    ///   number of iterations out of range; nothing is run then
    public Run run(Order order, Progress progress) {
        if (order.iterations() < 1 || order.iterations() > MOST_ITERATIONS) {
            throw new ProblemException(
                    Problem.usage(
                            "iterations-out-of-range",
                            "cannot run " + order.iterations() + " iterations",
                            "a run has 1 to " + MOST_ITERATIONS,
                            "choose a number in this range"));
        }
        return run(order, profile(order.profile()), progress);
    }

    /// Runs a journey under a profile that need not be a preset.
    Run run(Order order, Profile profile, Progress progress) {
        JourneyStore.Revision revision =
                journeys.find(order.journey())
                        .orElseThrow(() ->
                                new ProblemException(
                                        Problem.usage(
                                                "journey-unknown",
                                                "there is no journey \"" + order.journey() + "\"",
                                                "nothing of this name is in the workspace",
                                                "`parallax journey list` shows those there are")));
        try (Surroundings.Standing standing = surroundings.open()) {
            var variables = new HashMap<>(standing.variables());
            variables.putAll(order.variables());
            RunRequest request =
                    RunRequest.of(
                                    revision.journey(),
                                    revision.number(),
                                    profile,
                                    order.iterations())
                            .withInputs(new Inputs(variables, EnvironmentSecrets::value));
            Run run = runner.run(request, progress);
            runs.save(run);
            return run;
        }
    }

    /// The preset with this id.
    ///
    /// @throws ProblemException if there is none; the message lists those there are
    static Profile profile(String id) {
        return Profile.preset(id)
                .orElseThrow(() ->
                        new ProblemException(
                                Problem.usage(
                                        "profile-unknown",
                                        "there is no profile \"" + id + "\"",
                                        "the profiles are "
                                                + Profile.presets().stream()
                                                        .map(Profile::id)
                                                        .collect(Collectors.joining(", ")),
                                        "use one of these")));
    }
}
