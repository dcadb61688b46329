package dev.parallax;

import dev.parallax.compare.Baseline;
import dev.parallax.compare.Comparison;
import dev.parallax.compare.Question;
import dev.parallax.measure.Profile;
import dev.parallax.metric.Metric;
import dev.parallax.rum.Dataset;
import dev.parallax.rum.Segment;
import dev.parallax.service.ComparePages;
import dev.parallax.service.JourneySummary;
import dev.parallax.service.ManageDatasets;
import dev.parallax.service.ManageJourneys;
import dev.parallax.service.ManageProfiles;
import dev.parallax.service.QueryPages;
import dev.parallax.service.ReadRuns;
import dev.parallax.service.ScheduleChecks;
import dev.parallax.ui.overview.OverviewUseCases;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What the overview shows, from the use cases of one workspace.
record OverviewAnswers(
        ManageJourneys journeys,
        ScheduleChecks checks,
        ManageDatasets datasets,
        ReadRuns runs,
        ComparePages comparisons,
        QueryPages pages,
        ManageProfiles profiles)
        implements OverviewUseCases {
    /// Enough to hold the newest run of each journey and profile.
    private static final int LOOKED_AT = 200;

    @Override
    public Standing standing() {
        return new Standing(
                journeys.list().size(), checks.list().size(), datasets.list().size(), newest());
    }

    private List<Ran> newest() {
        Set<List<String>> seen = new HashSet<>();
        return runs.latest(LOOKED_AT).stream()
                .filter(run -> seen.add(List.of(run.journey(), run.profile())))
                .map(run ->
                        new Ran(
                                run.id(),
                                run.journey(),
                                run.profile(),
                                run.status(),
                                run.started()))
                .toList();
    }

    @Override
    public Optional<Unwatched> unwatched() {
        return newestPageViews()
                .flatMap(dataset -> pages.mostPainful(dataset.name()))
                .map(page -> new Unwatched(page.page().path(), page.poorMinutes(), page.share()));
    }

    private Optional<Dataset> newestPageViews() {
        return datasets.list().stream()
                .filter(dataset -> dataset.kind() == Dataset.Kind.PAGE_VIEWS)
                .max(Comparator.comparing(Dataset::imported));
    }

    /// The pages of every journey under every profile it was run with, against the newest page
    /// views.
    @Override
    public List<Asked> questions() {
        Optional<Dataset> field = newestPageViews();
        if (field.isEmpty()) {
            return List.of();
        }
        List<Asked> questions = new ArrayList<>();
        List<Profile> measured = profiles.measured();
        for (JourneySummary journey : journeys.list()) {
            for (String page : journeys.show(journey.name()).pages()) {
                for (Profile profile : measured) {
                    if (comparisons.isMeasured(journey.name(), page, profile, Metric.LCP)) {
                        questions.add(
                                new Asked(journey.name(), page, profile.id(), field.get().name()));
                    }
                }
            }
        }
        return questions;
    }

    @Override
    public Comparison answer(Asked question) {
        return comparisons.compare(
                new Question(
                        Baseline.newest(
                                question.journey(),
                                question.page(),
                                profiles.profile(question.profile())),
                        question.dataset(),
                        Segment.ALL,
                        Metric.LCP));
    }
}
