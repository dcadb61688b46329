package dev.parallax.service;

import dev.parallax.journey.Journey;
import dev.parallax.journey.Step;
import dev.parallax.journey.Variables;
import dev.parallax.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// The addresses that a journey's steps name, as far as they are known before it runs.
final class JourneyAddresses {
    private final List<String> all = new ArrayList<>();
    private final List<String> marked = new ArrayList<>();

    JourneyAddresses(Journey journey) {
        var variables = new Variables(journey.variables(), UnaryOperator.identity());
        Optional<String> here = Optional.empty();
        for (Step step :
                Stream.concat(journey.prelude().stream(), journey.steps().stream()).toList()) {
            switch (step) {
                case Step.Navigate(_, var url) -> here = resolved(variables, url);
                case Step.Request request -> here = resolved(variables, request.url());
                case Step.PageMark _ -> here.ifPresent(marked::add);
                // Either may lead to another page
                case Step.Click _, Step.Press _ -> here = Optional.empty();
                case Step.Fill _, Step.Select _, Step.Wait _, Step.Assert _ -> {}
            }
            if (step instanceof Step.Navigate || step instanceof Step.Request) {
                here.ifPresent(all::add);
            }
        }
    }

    private static Optional<String> resolved(Variables variables, String address) {
        try {
            return Optional.of(variables.resolve(address));
        } catch (ProblemException _) {
            return Optional.empty();
        }
    }

    /// Whatever is opened or requested, in order.
    List<String> all() {
        return all;
    }

    /// Those at which a page is marked.
    List<String> marked() {
        return marked;
    }
}
