package dev.parallax.service;

import dev.parallax.journey.Journey;
import dev.parallax.measure.Profile;
import dev.parallax.measure.Run;
import dev.parallax.problem.Problem;
import dev.parallax.problem.ProblemException;
import dev.parallax.progress.Progress;
import dev.parallax.runner.Inputs;
import dev.parallax.runner.Recording;
import dev.parallax.runner.RunRequest;
import dev.parallax.runner.Runner;
import dev.parallax.store.JourneyStore;
import dev.parallax.store.RunStore;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Use case: runs a journey now and stores the run before anybody hears of it.
public final class RunJourney {
    private static final int MOST_ITERATIONS = 1000;

    private final JourneyStore journeys;
    private final RunStore runs;
    private final Runner runner;
    private final Surroundings surroundings;
    private final ManageProfiles profiles;

    public RunJourney(
            JourneyStore journeys,
            RunStore runs,
            Runner runner,
            Surroundings surroundings,
            ManageProfiles profiles) {
        this.journeys = journeys;
        this.runs = runs;
        this.runner = runner;
        this.surroundings = surroundings;
        this.profiles = profiles;
    }

    /// What to run.
    ///
    /// @param journey its name
    /// @param profile the id of a preset or of an own profile
    /// @param iterations 1 to 1000
    /// @param variables override the journey's own
    /// @param recorded what is kept besides the numbers
    /// @param remote the DevTools address of a browser that runs elsewhere, empty for one of this
    ///   machine
    public record Order(
            String journey,
            String profile,
            int iterations,
            Map<String, String> variables,
            Set<Recorded> recorded,
            Optional<String> remote) {
        public Order {
            variables = Map.copyOf(variables);
            recorded = Set.copyOf(recorded);
        }

        /// An order for numbers only, in a browser of this machine.
        public Order(
                String journey, String profile, int iterations, Map<String, String> variables) {
            this(journey, profile, iterations, variables, Set.of(), Optional.empty());
        }
    }

    /// What a run may keep besides its numbers, waterfall and picture; nothing of it of a journey
    /// with secrets.
    public enum Recorded {
        /// How the pages came up, of the median iteration.
        FILMSTRIP,
        /// A trace of one more walk behind the iterations.
        TRACE,
        /// The same, but only behind an iteration that failed.
        TRACE_ON_FAILURE
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
        return run(order, profiles.profile(order.profile()), progress);
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
        order.remote().ifPresent(address -> requireRemote(address, revision.journey().kind()));
        try (Surroundings.Standing standing = surroundings.open()) {
            var variables = new HashMap<>(standing.variables());
            variables.putAll(order.variables());
            RunRequest request =
                    RunRequest.of(
                                    revision.journey(),
                                    revision.number(),
                                    profile,
                                    order.iterations())
                            .withInputs(new Inputs(variables, EnvironmentSecrets::value))
                            .withRecording(recording(order.recorded()))
                            .withRemote(order.remote());
            Run run = runner.run(request, progress);
            runs.save(run);
            return run;
        }
    }

    private static void requireRemote(String address, Journey.Kind kind) {
        if (kind != Journey.Kind.BROWSER) {
            throw new ProblemException(
                    Problem.usage(
                            "remote-without-browser",
                            "a journey over HTTP needs no browser",
                            "--remote names the browser " + address,
                            "leave it out"));
        }
        if (!address.matches("(https?|wss?)://.+")) {
            throw new ProblemException(
                    Problem.usage(
                            "remote-address",
                            "this is no address of a browser: " + address,
                            "it begins with http://, https://, ws:// or wss://",
                            "give what a Chromium with --remote-debugging-port prints, such as"
                                    + " http://127.0.0.1:9222"));
        }
    }

    private static Recording recording(Set<Recorded> wanted) {
        return new Recording(
                wanted.contains(Recorded.FILMSTRIP) ? Recording.Film.YES : Recording.Film.NO,
                wanted.contains(Recorded.TRACE)
                        ? Recording.TraceWhen.ALWAYS
                        : wanted.contains(Recorded.TRACE_ON_FAILURE)
                                ? Recording.TraceWhen.ON_FAILURE
                                : Recording.TraceWhen.NEVER);
    }
}
