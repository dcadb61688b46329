package dev.parallax.bench;

import dev.parallax.compare.AggregateComparison;
import dev.parallax.compare.Aim;
import dev.parallax.compare.Annotation;
import dev.parallax.compare.Baseline;
import dev.parallax.compare.Comparer;
import dev.parallax.compare.Comparison;
import dev.parallax.compare.LabSample;
import dev.parallax.compare.LabSeries;
import dev.parallax.compare.MeasuredRevision;
import dev.parallax.compare.Question;
import dev.parallax.compare.Reanswered;
import dev.parallax.compare.SavedComparison;
import dev.parallax.measure.Profile;
import dev.parallax.metric.Metric;
import dev.parallax.rum.PageViews;
import dev.parallax.ui.compare.CompareUseCases;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Always the same lab, compared with the segment that is asked for.
///
/// @param runs along time
record BenchQuestion(PageViews field, LabSeries runs) implements CompareUseCases {
    @Override
    public List<LabPage> pages() {
        return List.of(new LabPage("Buy", "checkout"));
    }

    @Override
    public List<String> datasets() {
        return List.of("bench");
    }

    @Override
    public List<String> pageViewDatasets() {
        return datasets();
    }

    @Override
    public PageViews open(String dataset) {
        return field;
    }

    @Override
    public Comparison compare(Question question) {
        var lab =
                new LabSample(
                        "Buy",
                        "checkout",
                        BenchField.PAGE,
                        Profile.DESKTOP,
                        Metric.LCP,
                        List.of(900.0, 910.0, 905.0, 950.0, 890.0, 930.0, 925.0, 915.0),
                        0);
        return Comparer.compare(
                lab, field, question.segment().withPage(BenchField.PAGE), Aim.MEDIAN);
    }

    @Override
    public List<MeasuredRevision> revisions(String journey) {
        return List.of();
    }

    @Override
    public LabSeries series(Baseline baseline, Metric metric) {
        return runs;
    }

    @Override
    public List<SavedComparison> saved() {
        return List.of();
    }

    @Override
    public Reanswered answer(String name) {
        throw new IllegalArgumentException(name);
    }

    @Override
    public void save(String name, Question question) {}

    @Override
    public void remove(String name) {}

    @Override
    public List<Annotation> annotations() {
        return List.of();
    }

    @Override
    public void annotate(Annotation annotation) {}

    @Override
    public void forget(Annotation annotation) {}

    @Override
    public Instant now() {
        return Instant.EPOCH;
    }

    @Override
    public void report(Question question, Path file) {}

    @Override
    public Optional<AggregateComparison> compareAggregates(Question question) {
        return Optional.empty();
    }
}
