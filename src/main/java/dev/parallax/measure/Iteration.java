package dev.parallax.measure;

import java.util.List;
import java.util.Optional;

/// One walk through a journey, from a fresh browser context, HTTP client or repeat view to its end.
///
/// Times in it are milliseconds from its start. Steps follow each other without a gap, so a step
/// starts where those before it have ended.
///
/// @param number counted from 1; a repeat view has a number of its own
/// @param cache what the browser had of the site at its start
/// @param steps one result a step, the prelude's first
/// @param pages the measured pages, in order
/// @param exchanges the waterfall, in order of their start
/// @param evidence pictures and messages
public record Iteration(
        int number,
        Cache cache,
        List<StepResult> steps,
        List<PageResult> pages,
        List<Exchange> exchanges,
        Evidence evidence) {
    public Iteration {
        if (number < 1) {
            throw new IllegalArgumentException("iterations are counted from 1: " + number);
        }
        steps = List.copyOf(steps);
        pages = List.copyOf(pages);
        exchanges = List.copyOf(exchanges);
    }

    /// The first view of a new visitor.
    public Iteration(
            int number,
            List<StepResult> steps,
            List<PageResult> pages,
            List<Exchange> exchanges,
            Evidence evidence) {
        this(number, Cache.COLD, steps, pages, exchanges, evidence);
    }

    /// The first view of a new visitor with a picture as its only evidence.
    public Iteration(
            int number,
            List<StepResult> steps,
            List<PageResult> pages,
            List<Exchange> exchanges,
            Optional<Screenshot> screenshot) {
        this(number, Cache.COLD, steps, pages, exchanges, Evidence.of(screenshot));
    }

    /// How the last page looked at the end.
    public Optional<Screenshot> screenshot() {
        return evidence.screenshot();
    }

    /// The same iteration with other evidence.
    public Iteration with(Evidence other) {
        return new Iteration(number, cache, steps, pages, exchanges, other);
    }

    /// The same iteration with another state of the browser at its start.
    public Iteration with(Cache other) {
        return new Iteration(number, other, steps, pages, exchanges, evidence);
    }

    /// The first step that failed.
    public Optional<StepResult.Failed> failure() {
        return steps.stream()
                .filter(StepResult.Failed.class::isInstance)
                .map(StepResult.Failed.class::cast)
                .findFirst();
    }

    /// The requests without an answer, or with an error as their answer.
    public List<Exchange> failedExchanges() {
        return exchanges.stream().filter(Exchange::isFailed).toList();
    }

    /// True if a step found its element by another selector than the first of its target.
    public boolean isDrifted() {
        return steps.stream().anyMatch(StepResult::isDrifted);
    }
}
