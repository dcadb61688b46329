package dev.parallax.measure;

import java.util.List;
import java.util.Optional;

/// One walk through a journey, from a fresh browser context or HTTP client to its end.
///
/// @param number counted from 1
/// @param steps one result a step, the prelude's first
/// @param pages the measured pages, in order
/// @param exchanges the waterfall, in order of their start
/// @param screenshot how the last page looked at the end, empty for an HTTP journey
public record Iteration(
        int number,
        List<StepResult> steps,
        List<PageResult> pages,
        List<Exchange> exchanges,
        Optional<Screenshot> screenshot) {
    public Iteration {
        if (number < 1) {
            throw new IllegalArgumentException("iterations are counted from 1: " + number);
        }
        steps = List.copyOf(steps);
        pages = List.copyOf(pages);
        exchanges = List.copyOf(exchanges);
    }

    /// The first step that failed.
    public Optional<StepResult.Failed> failure() {
        return steps.stream()
                .filter(StepResult.Failed.class::isInstance)
                .map(StepResult.Failed.class::cast)
                .findFirst();
    }
}
