package dev.parallax;

import dev.parallax.compare.Baseline;
import dev.parallax.compare.Comparison;
import dev.parallax.compare.LabSeries;
import dev.parallax.compare.MeasuredRevision;
import dev.parallax.compare.Question;
import dev.parallax.metric.Metric;
import dev.parallax.rum.Dataset;
import dev.parallax.rum.PageViews;
import dev.parallax.service.ComparePages;
import dev.parallax.service.ManageDatasets;
import dev.parallax.service.ManageJourneys;
import dev.parallax.service.OpenPageViews;
import dev.parallax.ui.compare.CompareUseCases;
import java.util.List;

/// What the compare screen asks, answered by the use cases of one workspace.
record CompareAnswers(
        ManageJourneys journeys,
        ManageDatasets datasetList,
        OpenPageViews pageViews,
        ComparePages comparisons)
        implements CompareUseCases {

    @Override
    public List<LabPage> pages() {
        return journeys.list().stream()
                .flatMap(journey ->
                        journeys.show(journey.name()).pages().stream()
                                .map(page -> new LabPage(journey.name(), page)))
                .toList();
    }

    @Override
    public List<String> datasets() {
        return datasetList.list().stream().map(Dataset::name).toList();
    }

    @Override
    public PageViews open(String dataset) {
        return pageViews.open(dataset);
    }

    @Override
    public Comparison compare(Question question) {
        return comparisons.compare(question);
    }

    @Override
    public List<MeasuredRevision> revisions(String journey) {
        return comparisons.revisions(journey);
    }

    @Override
    public LabSeries series(Baseline baseline, Metric metric) {
        return comparisons.series(baseline, metric);
    }
}
