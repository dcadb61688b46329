package dev.parallax.service;

import dev.parallax.measure.Run;
import dev.parallax.measure.RunStatus;
import dev.parallax.problem.Problem;
import dev.parallax.problem.ProblemException;
import dev.parallax.store.RunStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;

/// Use case: the runs that were made.
public final class ReadRuns {
    private final RunStore store;

    public ReadRuns(RunStore store) {
        this.store = store;
    }

    /// A run in a list.
    ///
    /// @param profile the name of the one asked for
    public record Summary(
            UUID id,
            String journey,
            String profile,
            RunStatus status,
            boolean tainted,
            Instant started,
            Duration took) {}

    /// The newest runs of all journeys, newest first.
    public List<Summary> latest(int most) {
        return store.latest(most).stream()
                .map(run ->
                        new Summary(
                                run.id(),
                                run.journey(),
                                run.profile(),
                                run.status(),
                                run.tainted(),
                                run.started(),
                                run.took()))
                .toList();
    }

    /// After how many days the pictures and the waterfall of a run were removed; empty if they were
    /// not.
    public OptionalInt detailsRemovedAfterDays(UUID id) {
        return store.detailsRemovedAfterDays(id);
    }

    /// A run with everything that was measured in it.
    ///
    /// @throws ProblemException if there is none with this id
    public Run show(UUID id) {
        return store.find(id)
                .orElseThrow(() ->
                        new ProblemException(
                                Problem.usage(
                                        "run-unknown",
                                        "there is no run " + id,
                                        "it is not in this workspace",
                                        "choose one of the list")));
    }
}
