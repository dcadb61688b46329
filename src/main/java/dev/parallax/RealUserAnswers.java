package dev.parallax;

import dev.parallax.progress.Progress;
import dev.parallax.rum.Dataset;
import dev.parallax.rum.ImportReport;
import dev.parallax.rum.Segment;
import dev.parallax.service.ImportPageViews;
import dev.parallax.service.ManageDatasets;
import dev.parallax.service.PercentileRow;
import dev.parallax.service.QueryPages;
import dev.parallax.service.QueryPercentiles;
import dev.parallax.ui.realusers.RealUserUseCases;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What the real-users screen shows and does, with the use cases of one workspace.
record RealUserAnswers(
        ManageDatasets datasets,
        ImportPageViews imports,
        QueryPages pageList,
        QueryPercentiles percentileList)
        implements RealUserUseCases {

    @Override
    public List<Dataset> list() {
        return datasets.list();
    }

    @Override
    public Imported importFiles(Import files, Progress progress) {
        ImportReport report =
                imports.importFiles(
                        ImportPageViews.Order.of(files.files(), files.dataset()), progress);
        Map<String, Long> rejected = new LinkedHashMap<>();
        report.record().rejected().forEach(part -> rejected.put(part.reason(), part.count()));
        report.record().filtered().forEach(part -> rejected.put(part.reason(), part.count()));
        return new Imported(
                report.dataset().name(),
                report.record().read(),
                report.record().imported(),
                rejected);
    }

    @Override
    public void delete(String dataset) {
        datasets.delete(dataset);
    }

    @Override
    public List<Page> pages(String dataset) {
        return pageList.pages(dataset).stream()
                .map(page -> new Page(page.page(), page.views(), page.share(), page.p75()))
                .toList();
    }

    @Override
    public List<Group> percentiles(Question question) {
        Segment segment = Segment.ALL.withPage(question.page().orElse(null));
        return percentileList
                .query(question.dataset(), question.metric(), segment, question.by())
                .stream()
                .map(RealUserAnswers::group)
                .toList();
    }

    private static Group group(PercentileRow row) {
        return new Group(
                row.group(),
                row.views(),
                row.measured(),
                row.percentiles().stream()
                        .map(p -> new Percentile(p.percentile(), p.value(), p.needs()))
                        .toList());
    }
}
