package dev.parallax.service;

import dev.parallax.metric.PageTemplate;
import dev.parallax.rum.PageRules;
import dev.parallax.store.MeasuredPageStore;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Use case: which pages of real users the journeys cover. A journey covers a page that it has
/// measured, or that it marks right after it has opened its address.
public final class CoverPages {
    private final ManageJourneys journeys;
    private final MeasuredPageStore measured;

    public CoverPages(ManageJourneys journeys, MeasuredPageStore measured) {
        this.journeys = journeys;
        this.measured = measured;
    }

    /// The names of the journeys that cover a page, in alphabetical order; a page that none covers
    /// is not among them.
    ///
    /// @param rules how addresses become pages
    public Map<PageTemplate, List<String>> covered(PageRules rules) {
        Map<PageTemplate, Set<String>> names = new HashMap<>();
        for (MeasuredPageStore.MeasuredPage page : measured.list()) {
            names.computeIfAbsent(rules.of(page.url()), _ -> new TreeSet<>()).add(page.journey());
        }
        for (JourneySummary journey : journeys.list()) {
            for (String url : addresses(journey).marked()) {
                names.computeIfAbsent(rules.of(url), _ -> new TreeSet<>()).add(journey.name());
            }
        }
        return names.entrySet().stream()
                .collect(
                        Collectors.toMap(
                                Map.Entry::getKey, entry -> List.copyOf(entry.getValue())));
    }

    /// Where a page can be opened: at the site that most steps of the journeys name.
    ///
    /// @param path of the page
    /// @return the path alone if no journey names a site
    public String address(String path) {
        Map<String, Integer> origins = new TreeMap<>();
        for (JourneySummary journey : journeys.list()) {
            for (String url : addresses(journey).all()) {
                origin(url).ifPresent(origin -> origins.merge(origin, 1, Integer::sum));
            }
        }
        return origins.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(entry -> entry.getKey() + path)
                .orElse(path);
    }

    private JourneyAddresses addresses(JourneySummary journey) {
        return new JourneyAddresses(journeys.show(journey.name()));
    }

    private static Optional<String> origin(String url) {
        try {
            var address = new URI(url);
            return address.getScheme() == null || address.getRawAuthority() == null
                    ? Optional.empty()
                    : Optional.of(address.getScheme() + "://" + address.getRawAuthority());
        } catch (URISyntaxException _) {
            return Optional.empty();
        }
    }
}
