package dev.parallax.measure;

import dev.parallax.problem.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// One scheduled or manual execution of a journey.
///
/// @param id chosen when the run starts, so that storing it twice stores it once
/// @param journey the journey's name at that time
/// @param revision the journey's revision, counted from 1
/// @param status how it ended
/// @param tainted true if the machine was starved or slept: the times are not to be used
/// @param started when it started
/// @param took how long it took as a whole; never a metric
/// @param conditions under which it was made
/// @param iterations finished or failed, in order; empty if it never got that far
/// @param problem why the status is not ok
public record Run(
        UUID id,
        String journey,
        int revision,
        RunStatus status,
        boolean tainted,
        Instant started,
        Duration took,
        Conditions conditions,
        List<Iteration> iterations,
        Optional<Problem> problem) {
    public Run {
        if (revision < 1) {
            throw new IllegalArgumentException("revisions are counted from 1: " + revision);
        }
        iterations = List.copyOf(iterations);
    }

    /// The iteration that stands for the run: the one nearest to the medians of all of the same
    /// cache state. Empty if none was walked without a failure.
    public Optional<Iteration> medianIteration() {
        return MedianIteration.of(mainIterations());
    }

    /// The iterations that a run's medians are of: the first views where first and repeat views are
    /// both measured, all of them otherwise.
    public List<Iteration> mainIterations() {
        return iterations(iterations.isEmpty() ? Cache.COLD : iterations.getFirst().cache());
    }

    /// The iterations of one cache state.
    public List<Iteration> iterations(Cache cache) {
        return iterations.stream().filter(iteration -> iteration.cache() == cache).toList();
    }

    /// True if a step of the run found its element by another selector than the first of its
    /// target.
    public boolean isDrifted() {
        return iterations.stream().anyMatch(Iteration::isDrifted);
    }

    /// The same run with other iterations.
    public Run with(List<Iteration> others) {
        return new Run(
                id, journey, revision, status, tainted, started, took, conditions, others, problem);
    }
}
