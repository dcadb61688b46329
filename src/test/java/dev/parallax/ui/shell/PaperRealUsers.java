package dev.parallax.ui.shell;

import dev.parallax.metric.Dimension;
import dev.parallax.metric.Metric;
import dev.parallax.progress.Progress;
import dev.parallax.rum.Dataset;
import dev.parallax.rum.PageViews;
import dev.parallax.rum.Segment;
import dev.parallax.ui.realusers.RealUserUseCases;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/// The one data set of a workbench on paper.
record PaperRealUsers(PaperContents contents) implements RealUserUseCases {
    @Override
    public List<Dataset> list() {
        return contents.field().map(PageViews::dataset).stream().toList();
    }

    @Override
    public Imported importFiles(Import files, Progress progress) {
        return new Imported(files.dataset(), 10, 9, Map.of("without a time", 1L));
    }

    @Override
    public void delete(String dataset) {
        throw new UnsupportedOperationException("a paper data set stays: " + dataset);
    }

    @Override
    public List<Page> pages(String dataset) {
        PageViews views = contents.field().orElseThrow();
        double all = views.dataset().pageViews();
        return views.summarize(Metric.LCP, views.select(Segment.ALL)).stream()
                .map(page ->
                        new Page(
                                page.page(),
                                page.views(),
                                page.views() / all,
                                page.p75().isPresent()
                                        ? Map.of(Metric.LCP, page.p75().getAsDouble())
                                        : Map.of()))
                .toList();
    }

    @Override
    public List<Group> percentiles(RealUserUseCases.Question question) {
        PageViews views = contents.field().orElseThrow();
        Segment segment = Segment.ALL.withPage(question.page().orElse(null));
        Dimension by = question.by().orElseThrow();
        return views.count(by, views.select(segment)).stream()
                .map(value -> {
                    var part =
                            views.distribution(
                                    question.metric(),
                                    views.select(
                                            segment.with(by, java.util.Set.of(value.value()))));
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
