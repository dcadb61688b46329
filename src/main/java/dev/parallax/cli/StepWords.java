package dev.parallax.cli;

import dev.parallax.journey.Step;

/// The words for kinds of steps, the same as in the journey's JSON form.
final class StepWords {
    private StepWords() {}

    static String kind(Step step) {
        return switch (step) {
            case Step.Navigate _ -> "navigate";
            case Step.Click _ -> "click";
            case Step.Fill _ -> "fill";
            case Step.Select _ -> "select";
            case Step.Press _ -> "press";
            case Step.Wait _ -> "wait";
            case Step.Assert _ -> "assert";
            case Step.Request _ -> "request";
            case Step.PageMark _ -> "page";
        };
    }
}
