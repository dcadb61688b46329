package dev.parallax.ui.shell;

import dev.parallax.journey.Journey;
import dev.parallax.measure.Profile;
import dev.parallax.measure.Run;
import dev.parallax.rum.PageViews;
import dev.parallax.ui.checks.CheckUseCases;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What is in a workbench on paper, kept in memory and changed by its screens.
///
/// @param runs newest first
/// @param field the page views of the one data set; empty if there is none
/// @param results makes the results of runs up
record PaperContents(
        Map<String, Journey> journeys,
        List<Run> runs,
        List<CheckUseCases.Scheduled> checks,
        Optional<PageViews> field,
        PaperRuns results) {
    static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    static final String DATASET = "Saltmarsh visitors";

    static PaperContents empty() {
        return of(Optional.empty());
    }

    /// Two journeys, a few runs and so many page views.
    static PaperContents full(int views) {
        PaperContents full = of(Optional.of(PaperField.of(views)));
        full.journeys.put("Buy a lantern", PaperJourneys.lantern());
        full.journeys.put("Order over HTTP", PaperJourneys.order());
        full.runJourney("Order over HTTP", Profile.DESKTOP, 3);
        full.runJourney("Buy a lantern", Profile.MOBILE, 1);
        full.runJourney("Buy a lantern", Profile.DESKTOP, 12);
        full.checks.add(
                new CheckUseCases.Scheduled(
                        "1",
                        "Buy a lantern",
                        "Desktop, unshaped",
                        "every 10 min",
                        Optional.of(NOON)));
        full.checks.add(
                new CheckUseCases.Scheduled(
                        "2",
                        "Order over HTTP",
                        "Desktop, unshaped",
                        "every 1 min",
                        Optional.empty()));
        return full;
    }

    private static PaperContents of(Optional<PageViews> field) {
        return new PaperContents(
                new TreeMap<>(), new ArrayList<>(), new ArrayList<>(), field, new PaperRuns());
    }

    Run runJourney(String name, Profile profile, int count) {
        Run run = results.run(journeys.get(name), profile, count);
        runs.addFirst(run);
        return run;
    }
}
