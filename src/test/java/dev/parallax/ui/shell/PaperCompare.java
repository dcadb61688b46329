package dev.parallax.ui.shell;

import dev.parallax.compare.AggregateComparison;
import dev.parallax.compare.Aim;
import dev.parallax.compare.Annotation;
import dev.parallax.compare.Baseline;
import dev.parallax.compare.Comparer;
import dev.parallax.compare.Comparison;
import dev.parallax.compare.ComparisonQuestion;
import dev.parallax.compare.FieldPair;
import dev.parallax.compare.LabPair;
import dev.parallax.compare.LabSample;
import dev.parallax.compare.LabSeries;
import dev.parallax.compare.MeasuredRevision;
import dev.parallax.compare.Question;
import dev.parallax.compare.Reanswered;
import dev.parallax.compare.RunsQuestion;
import dev.parallax.compare.SavedComparison;
import dev.parallax.compare.UsersQuestion;
import dev.parallax.measure.Profile;
import dev.parallax.metric.Metric;
import dev.parallax.metric.PageTemplate;
import dev.parallax.report.HtmlReport;
import dev.parallax.report.Report;
import dev.parallax.rum.PageViews;
import dev.parallax.ui.compare.CompareUseCases;
import dev.parallax.ui.compare.PaperPairs;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;

/// Real comparisons of made-up runs with made-up page views.
record PaperCompare(
        PaperContents contents, Map<String, SavedComparison> kept, List<Annotation> happened)
        implements CompareUseCases {
    PaperCompare(PaperContents contents) {
        this(contents, new TreeMap<>(), new ArrayList<>());
    }

    @Override
    public List<LabPage> pages() {
        return contents.journeys().values().stream()
                .flatMap(journey ->
                        journey.pages().stream().map(page -> new LabPage(journey.name(), page)))
                .toList();
    }

    @Override
    public List<String> datasets() {
        return contents.field().isPresent() ? List.of(PaperContents.DATASET) : List.of();
    }

    @Override
    public List<String> pageViewDatasets() {
        return datasets();
    }

    @Override
    public PageViews open(String dataset) {
        return contents.field().orElseThrow();
    }

    @Override
    public Comparison compare(Question question) {
        Baseline lab = question.baseline();
        Profile profile = lab.profile();
        List<Double> values =
                contents.runs().stream()
                        .filter(run -> run.conditions().applied().equals(profile))
                        .flatMap(run -> run.iterations().stream())
                        .flatMap(each -> each.pages().stream())
                        .filter(page -> page.page().equals(lab.page()))
                        .filter(page -> page.metrics().containsKey(question.metric()))
                        .map(page -> page.metrics().get(question.metric()))
                        .toList();
        String page = lab.page();
        var template =
                new PageTemplate(
                        switch (page) {
                            case "home" -> "/";
                            case "product" -> "/product/:id";
                            default -> "/" + page;
                        });
        var sample =
                new LabSample(lab.journey(), page, template, profile, question.metric(), values, 0);
        return Comparer.compare(
                sample,
                contents.field().orElseThrow(),
                question.segment().withPage(template),
                Aim.MEDIAN);
    }

    @Override
    public List<MeasuredRevision> revisions(String journey) {
        return List.of(new MeasuredRevision(1, PaperContents.NOON, contents.runs().size()));
    }

    @Override
    public LabSeries series(Baseline baseline, Metric metric) {
        Instant first = PaperContents.NOON.minusSeconds(3_600);
        int count = 12;
        return new LabSeries(
                LongStream.range(0, count).map(i -> first.toEpochMilli() + i * 300_000).toArray(),
                DoubleStream.iterate(900, value -> value + 7).limit(count).toArray());
    }

    @Override
    public List<SavedComparison> saved() {
        return List.copyOf(kept.values());
    }

    @Override
    public Reanswered answer(String name) {
        SavedComparison saved = kept.get(name);
        SavedComparison.Judged judged = judge(saved.question());
        kept.put(
                name,
                new SavedComparison(name, saved.question(), saved.saved(), Optional.of(judged)));
        return new Reanswered(saved, Optional.of(judged), Optional.empty());
    }

    private SavedComparison.Judged judge(ComparisonQuestion asked) {
        var pairs = new PaperPairs(this);
        return switch (asked) {
            case Question question -> {
                Comparison made = compare(question);
                yield judged(made.verdict().key(), made.sentence());
            }
            case RunsQuestion question -> {
                LabPair.InMetric made = pairs.compare(question).first();
                yield judged(made.verdict().key(), made.sentence());
            }
            case UsersQuestion question -> {
                FieldPair made = pairs.compare(question);
                yield judged(made.verdict().key(), made.sentence());
            }
        };
    }

    private static SavedComparison.Judged judged(String verdict, String sentence) {
        return new SavedComparison.Judged(verdict, sentence, PaperContents.NOON);
    }

    @Override
    public void save(String name, ComparisonQuestion question) {
        kept.put(name, new SavedComparison(name, question, PaperContents.NOON, Optional.empty()));
    }

    @Override
    public void remove(String name) {
        kept.remove(name);
    }

    @Override
    public List<Annotation> annotations() {
        return List.copyOf(happened);
    }

    @Override
    public void annotate(Annotation annotation) {
        happened.add(annotation);
    }

    @Override
    public void forget(Annotation annotation) {
        happened.remove(annotation);
    }

    @Override
    public Instant now() {
        return PaperContents.NOON;
    }

    @Override
    public void report(Question question, Path file) {
        HtmlReport.write(
                Report.of("Report", PaperContents.NOON, List.of(), List.of(compare(question))),
                file);
    }

    @Override
    public Optional<AggregateComparison> compareAggregates(Question question) {
        return Optional.empty();
    }
}
