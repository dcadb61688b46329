package dev.parallax.service;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;

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
                .flatMap(journey -> new JourneyAddresses(journey).all().stream())
                .map(ListHosts::host)
                .flatMap(Optional::stream)
                .distinct()
                .sorted()
                .toList();
    }

    private static Optional<String> host(String address) {
        try {
            return Optional.ofNullable(new URI(address).getHost());
        } catch (URISyntaxException _) {
            return Optional.empty();
        }
    }
}
