package dev.parallax.ui.shell;

import dev.parallax.compare.Baseline;
import dev.parallax.compare.Comparison;
import dev.parallax.compare.Question;
import dev.parallax.measure.Profile;
import dev.parallax.metric.Metric;
import dev.parallax.rum.Segment;
import dev.parallax.ui.compare.CompareUseCases;
import dev.parallax.ui.overview.OverviewUseCases;
import java.util.List;
import java.util.Optional;

/// The overview of a workbench on paper.
record PaperOverview(PaperContents contents, CompareUseCases comparisons)
        implements OverviewUseCases {
    @Override
    public Standing standing() {
        return new Standing(
                contents.journeys().size(),
                contents.checks().size(),
                contents.field().isPresent() ? 1 : 0,
                contents.runs().stream()
                        .map(run ->
                                new Ran(
                                        run.id(),
                                        run.journey(),
                                        run.conditions().applied().name(),
                                        run.status(),
                                        run.started()))
                        .toList());
    }

    @Override
    public Optional<Unwatched> unwatched() {
        return contents.field().map(_ -> new Unwatched("/basket", 12.5, 0.31));
    }

    @Override
    public List<Asked> questions() {
        return contents.field().isEmpty()
                ? List.of()
                : comparisons.pages().stream()
                        .map(page ->
                                new Asked(
                                        page.journey(),
                                        page.page(),
                                        "desktop",
                                        PaperContents.DATASET))
                        .toList();
    }

    @Override
    public Comparison answer(Asked asked) {
        return comparisons.compare(
                new Question(
                        Baseline.newest(
                                asked.journey(),
                                asked.page(),
                                Profile.preset(asked.profile()).orElseThrow()),
                        asked.dataset(),
                        Segment.ALL,
                        Metric.LCP));
    }
}
