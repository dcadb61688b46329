package dev.parallax.ui.shell;

import dev.parallax.metric.Definition;
import dev.parallax.metric.Dimension;
import dev.parallax.metric.Metric;
import dev.parallax.metric.PageTemplate;
import dev.parallax.progress.Progress;
import dev.parallax.rum.Aggregate;
import dev.parallax.rum.Certificate;
import dev.parallax.rum.Dataset;
import dev.parallax.rum.ImportRecord;
import dev.parallax.rum.PageRule;
import dev.parallax.rum.PageSuggestion;
import dev.parallax.rum.PageViews;
import dev.parallax.rum.QualityFacts;
import dev.parallax.rum.QuarantineReason;
import dev.parallax.rum.QuarantinedLine;
import dev.parallax.rum.QuarantinedValues;
import dev.parallax.rum.Search;
import dev.parallax.rum.Segment;
import dev.parallax.rum.Selection;
import dev.parallax.rum.StoredImport;
import dev.parallax.service.ExportProposal;
import dev.parallax.ui.realusers.RealUserUseCases;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/// The one data set of a workbench on paper.
record PaperRealUsers(PaperContents contents, List<PageRule> rules) implements RealUserUseCases {
    PaperRealUsers(PaperContents contents) {
        this(contents, new ArrayList<>());
    }

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    @Override
    public List<Dataset> list() {
        return contents.field().map(PageViews::dataset).stream().toList();
    }

    @Override
    public Imported importFiles(Import files, Progress progress) {
        return new Imported(
                files.dataset(), Dataset.Kind.PAGE_VIEWS, 10, 9, Map.of("without a time", 1L));
    }

    @Override
    public ExportProposal examine(List<Path> files, Progress progress) {
        return proposal();
    }

    private static ExportProposal proposal() {
        return new ExportProposal(
                "march.csv",
                "csv",
                "CSV, one page view a row",
                "sample",
                true,
                "delimited",
                "UTC",
                List.of(
                        column("when", "", ExportProposal.Confidence.NONE, "", ""),
                        column("url", "page", ExportProposal.Confidence.LIKELY, "", ""),
                        column(
                                "paint",
                                "lcp",
                                ExportProposal.Confidence.GUESSED,
                                "ns",
                                "guessed: the median of the first 3 values is 2.4e9")),
                List.of(
                        List.of("2026-11-20T10:00:00Z", "/cart", "2400000000"),
                        List.of("2026-11-20T10:00:01Z", "/", "1900000000")),
                Optional.empty(),
                Optional.empty());
    }

    private static ExportProposal.Column column(
            String name,
            String field,
            ExportProposal.Confidence confidence,
            String unit,
            String proof) {
        return new ExportProposal.Column(name, field, confidence, unit, proof, Definition.UNKNOWN);
    }

    @Override
    public ImportRecord tryOut(List<Path> files, ExportProposal proposal, Progress progress) {
        return PaperField.record(field());
    }

    @Override
    public ImportRecord tryOut(List<Path> files, Progress progress) {
        return PaperField.record(field());
    }

    @Override
    public Path saveMapping(String name, ExportProposal proposal) {
        return Path.of(name + ".json");
    }

    @Override
    public void addRule(PageRule rule, int position) {
        rules.add(position - 1, rule);
    }

    @Override
    public void removeRule(String pattern) {
        rules.removeIf(rule -> rule.pattern().equals(pattern));
    }

    @Override
    public List<PageSuggestion> suggestRules(String dataset) {
        return List.of(
                new PageSuggestion(
                        PageRule.of("/catalogue/*", "/catalogue/:slug"),
                        List.of("/catalogue/lamps", "/catalogue/boats"),
                        24,
                        180));
    }

    @Override
    public void delete(String dataset) {
        throw new UnsupportedOperationException("a paper data set stays: " + dataset);
    }

    @Override
    public PageViews open(String dataset) {
        return field();
    }

    private PageViews field() {
        return contents.field().orElseThrow();
    }

    @Override
    public List<Aggregate> aggregates(String dataset) {
        return List.of();
    }

    @Override
    public Certificate certify(String dataset, Progress progress) {
        PageViews views = field();
        QualityFacts facts = views.facts(ZoneOffset.UTC, progress);
        var imported =
                new StoredImport(
                        1,
                        NOON,
                        views.dataset().size(),
                        views.dataset().first(),
                        views.dataset().last(),
                        PaperField.record(views));
        return new Certificate(
                views.dataset(),
                NOON,
                List.of(imported),
                List.of(new QuarantinedValues(1, Metric.LCP, QuarantineReason.OVERFLOW, 3, 3)),
                facts,
                facts.suspicions(NOON));
    }

    @Override
    public void write(Certificate certificate, Path file) {}

    @Override
    public List<QuarantinedLine> lines(String dataset, long importId) {
        return List.of(new QuarantinedLine("a counter that ran over", "a.csv", 17, "4294967295"));
    }

    @Override
    public long restore(String dataset, QuarantineReason reason) {
        return 3;
    }

    @Override
    public void removeImport(String dataset, long importId) {}

    @Override
    public Search search(Sought sought) {
        return switch (sought.kind()) {
            case PAGE -> new Search.PageText(sought.text());
            case SESSION -> new Search.OfSession(Long.parseUnsignedLong(sought.text(), 16));
            case VIEW -> new Search.OfView(Long.parseUnsignedLong(sought.text(), 16));
            case USER -> new Search.OfUser(Long.parseUnsignedLong(sought.text(), 16));
        };
    }

    @Override
    public long export(Export export, Progress progress) {
        return 1;
    }

    @Override
    public List<Page> pages(String dataset, Segment segment) {
        PageViews views = field();
        double all = views.dataset().pageViews();
        Selection selection = views.select(segment);
        var minutes = views.poorMinutes(Metric.LCP, selection);
        var poor = views.poorViews(Metric.LCP, selection);
        return views.summarize(Metric.LCP, selection).stream()
                .map(page ->
                        new Page(
                                page.page(),
                                page.views(),
                                page.views() / all,
                                page.p75().isPresent()
                                        ? Map.of(Metric.LCP, page.p75().getAsDouble())
                                        : Map.of(),
                                Map.of(Metric.LCP, poor.getOrDefault(page.page(), 0.0)),
                                Map.of(Metric.LCP, minutes.getOrDefault(page.page(), 0.0)),
                                page.page().path().equals("/checkout")
                                        ? List.of("Buy a lantern")
                                        : List.of()))
                .toList();
    }

    @Override
    public String address(String dataset, PageTemplate page) {
        return "https://shop.example" + page.path();
    }

    @Override
    public List<Group> percentiles(RealUserUseCases.Question question) {
        PageViews views = field();
        Segment segment = question.segment();
        Dimension by = question.by().orElseThrow();
        return views.count(by, views.select(segment)).stream()
                .map(value -> {
                    var part =
                            views.distribution(
                                    question.metric(),
                                    views.select(segment.with(by, Set.of(value.value()))));
                    return new Group(
                            value.value(),
                            value.views(),
                            part.count(),
                            List.of(50, 75, 90, 95, 99).stream()
                                    .map(p ->
                                            new Percentile(
                                                    p,
                                                    OptionalDouble.of(
                                                            question.metric()
                                                                    .fromFixed(
                                                                            part.quantile(
                                                                                    p / 100.0))),
                                                    p))
                                    .toList());
                })
                .toList();
    }
}
