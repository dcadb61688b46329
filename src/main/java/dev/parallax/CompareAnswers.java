package dev.parallax;

import dev.parallax.compare.AggregateComparison;
import dev.parallax.compare.Annotation;
import dev.parallax.compare.Baseline;
import dev.parallax.compare.Comparison;
import dev.parallax.compare.ComparisonQuestion;
import dev.parallax.compare.LabSeries;
import dev.parallax.compare.MeasuredRevision;
import dev.parallax.compare.Question;
import dev.parallax.compare.Reanswered;
import dev.parallax.compare.SavedComparison;
import dev.parallax.metric.Metric;
import dev.parallax.rum.Dataset;
import dev.parallax.rum.PageViews;
import dev.parallax.service.ComparePages;
import dev.parallax.service.KeepComparisons;
import dev.parallax.service.ManageDatasets;
import dev.parallax.service.ManageJourneys;
import dev.parallax.service.OpenPageViews;
import dev.parallax.service.ReportComparisons;
import dev.parallax.ui.compare.CompareUseCases;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// What the compare screen asks, answered by the use cases of one workspace.
record CompareAnswers(
        ManageJourneys journeys,
        ManageDatasets datasetList,
        OpenPageViews pageViews,
        ComparePages comparisons,
        KeepComparisons kept,
        ReportComparisons reports,
        InstantSource clock)
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
    public List<String> pageViewDatasets() {
        return datasetList.list().stream()
                .filter(dataset -> dataset.kind() == Dataset.Kind.PAGE_VIEWS)
                .map(Dataset::name)
                .toList();
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

    @Override
    public List<SavedComparison> saved() {
        return kept.list();
    }

    @Override
    public Reanswered answer(String name) {
        return kept.answer(name);
    }

    @Override
    public void save(String name, ComparisonQuestion question) {
        kept.save(name, question);
    }

    @Override
    public void remove(String name) {
        kept.remove(name);
    }

    @Override
    public List<Annotation> annotations() {
        return kept.annotations();
    }

    @Override
    public void annotate(Annotation annotation) {
        kept.annotate(annotation);
    }

    @Override
    public void forget(Annotation annotation) {
        kept.forget(annotation);
    }

    @Override
    public Instant now() {
        return clock.instant();
    }

    @Override
    public void report(Question question, Path file) {
        reports.write(question, file);
    }

    @Override
    public Optional<AggregateComparison> compareAggregates(Question question) {
        return comparisons.compareAggregates(question);
    }
}
