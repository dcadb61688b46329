package dev.parallax.service;

import dev.parallax.journey.Journey;
import dev.parallax.journey.Step;
import dev.parallax.journey.Variables;
import dev.parallax.problem.ProblemException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// Use case: whom a workspace would contact, told before it may act on this machine.
public final class ListHosts {
    private final ManageJourneys journeys;

    public ListHosts(ManageJourneys journeys) {
        this.journeys = journeys;
    }

    /// The hosts that the journeys' steps name, in alphabetical order, each once. What a site
    /// itself contacts is not among them, nor an address that only a run's variables complete.
    public List<String> hosts() {
        return journeys.list().stream()
                .map(JourneySummary::name)
                .map(journeys::show)
                .flatMap(ListHosts::addresses)
                .map(ListHosts::host)
                .flatMap(Optional::stream)
                .distinct()
                .sorted()
                .toList();
    }

    private static Stream<String> addresses(Journey journey) {
        var variables = new Variables(journey.variables(), UnaryOperator.identity());
        return Stream.concat(journey.prelude().stream(), journey.steps().stream())
                .map(ListHosts::address)
                .flatMap(Optional::stream)
                .map(address -> resolved(variables, address))
                .flatMap(Optional::stream);
    }

    private static Optional<String> address(Step step) {
        return switch (step) {
            case Step.Navigate navigate -> Optional.of(navigate.url());
            case Step.Request request -> Optional.of(request.url());
            case Step.Click _,
                    Step.Fill _,
                    Step.Select _,
                    Step.Press _,
                    Step.Wait _,
                    Step.Assert _,
                    Step.PageMark _ ->
                    Optional.empty();
        };
    }

    private static Optional<String> resolved(Variables variables, String address) {
        try {
            return Optional.of(variables.resolve(address));
        } catch (ProblemException _) {
            return Optional.empty();
        }
    }

    private static Optional<String> host(String address) {
        try {
            return Optional.ofNullable(new URI(address).getHost());
        } catch (URISyntaxException _) {
            return Optional.empty();
        }
    }
}
