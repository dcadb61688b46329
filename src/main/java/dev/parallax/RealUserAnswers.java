package dev.parallax;

import dev.parallax.metric.PageTemplate;
import dev.parallax.progress.Progress;
import dev.parallax.rum.Aggregate;
import dev.parallax.rum.Certificate;
import dev.parallax.rum.Dataset;
import dev.parallax.rum.ImportRecord;
import dev.parallax.rum.ImportReport;
import dev.parallax.rum.PageRule;
import dev.parallax.rum.PageSuggestion;
import dev.parallax.rum.PageViews;
import dev.parallax.rum.QuarantineReason;
import dev.parallax.rum.QuarantinedLine;
import dev.parallax.rum.Search;
import dev.parallax.rum.Segment;
import dev.parallax.service.CertifyDataset;
import dev.parallax.service.ExamineExport;
import dev.parallax.service.ExportPageViews;
import dev.parallax.service.ExportProposal;
import dev.parallax.service.FindPageViews;
import dev.parallax.service.ImportPageViews;
import dev.parallax.service.ManageDatasets;
import dev.parallax.service.ManagePageRules;
import dev.parallax.service.OpenPageViews;
import dev.parallax.service.PercentileRow;
import dev.parallax.service.QueryPages;
import dev.parallax.service.QueryPercentiles;
import dev.parallax.ui.realusers.RealUserUseCases;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What the real-users screen shows and does, with the use cases of one workspace.
record RealUserAnswers(
        ManageDatasets datasets,
        ImportPageViews imports,
        Questions questions,
        CertifyDataset certificates,
        ExamineExport examine,
        ManagePageRules pageRules)
        implements RealUserUseCases {

    /// What can be asked of a data set's page views.
    record Questions(
            OpenPageViews opened,
            QueryPages pages,
            QueryPercentiles percentiles,
            FindPageViews find,
            ExportPageViews exports) {}

    @Override
    public List<Dataset> list() {
        return datasets.list();
    }

    @Override
    public Imported importFiles(Import files, Progress progress) {
        var order =
                new ImportPageViews.Order(
                        files.files(),
                        files.dataset(),
                        switch (files.target()) {
                            case NEW -> ImportPageViews.Into.NEW;
                            case EXISTING -> ImportPageViews.Into.PRESENT;
                        },
                        Optional.empty(),
                        files.mapping(),
                        Set.of());
        ImportReport report = imports.importFiles(order, progress);
        Map<String, Long> rejected = new LinkedHashMap<>();
        report.record().rejected().forEach(part -> rejected.put(part.reason(), part.count()));
        report.record().filtered().forEach(part -> rejected.put(part.reason(), part.count()));
        return new Imported(
                report.dataset().name(),
                report.dataset().kind(),
                report.record().read(),
                report.record().imported(),
                rejected);
    }

    @Override
    public ExportProposal examine(List<Path> files, Progress progress) {
        return examine.examine(files, progress);
    }

    @Override
    public ImportRecord tryOut(List<Path> files, ExportProposal proposal, Progress progress) {
        return examine.tryOut(files, proposal, progress).record();
    }

    @Override
    public ImportRecord tryOut(List<Path> files, Progress progress) {
        return examine.tryOut(ImportPageViews.Order.of(files, ""), progress).record();
    }

    @Override
    public Path saveMapping(String name, ExportProposal proposal) {
        return examine.save(name, proposal);
    }

    @Override
    public List<PageRule> rules() {
        return pageRules.list();
    }

    @Override
    public void addRule(PageRule rule, int position) {
        pageRules.add(rule, position);
    }

    @Override
    public void removeRule(String pattern) {
        pageRules.remove(pattern);
    }

    @Override
    public List<PageSuggestion> suggestRules(String dataset) {
        return pageRules.suggest(dataset);
    }

    @Override
    public void delete(String dataset) {
        datasets.delete(dataset);
    }

    @Override
    public List<Aggregate> aggregates(String dataset) {
        return datasets.aggregates(dataset);
    }

    @Override
    public Certificate certify(String dataset, Progress progress) {
        return certificates.certify(dataset, progress);
    }

    @Override
    public void write(Certificate certificate, Path file) {
        if (file.toString().toLowerCase(Locale.ROOT).endsWith(".json")) {
            certificates.writeJson(certificate, file);
        } else {
            certificates.writeHtml(certificate, file);
        }
    }

    @Override
    public List<QuarantinedLine> lines(String dataset, long importId) {
        return datasets.quarantinedLines(dataset, importId);
    }

    @Override
    public long restore(String dataset, QuarantineReason reason) {
        return datasets.restore(dataset, reason);
    }

    @Override
    public void removeImport(String dataset, long importId) {
        datasets.removeImport(dataset, importId);
    }

    @Override
    public PageViews open(String dataset) {
        return questions.opened().open(dataset);
    }

    @Override
    public List<Page> pages(String dataset, Segment segment) {
        return questions.pages().pages(dataset, segment).stream()
                .map(page ->
                        new Page(
                                page.page(),
                                page.views(),
                                page.share(),
                                page.p75(),
                                page.poorViews(),
                                page.poorMinutes(),
                                page.coveredBy()))
                .toList();
    }

    @Override
    public String address(String dataset, PageTemplate page) {
        return questions.pages().address(dataset, page);
    }

    @Override
    public List<Group> percentiles(Question question) {
        return questions
                .percentiles()
                .query(question.dataset(), question.metric(), question.segment(), question.by())
                .stream()
                .map(RealUserAnswers::group)
                .toList();
    }

    @Override
    public Search search(Sought sought) {
        return switch (sought.kind()) {
            case PAGE -> new Search.PageText(sought.text());
            case SESSION -> questions.find().session(sought.text());
            case VIEW -> questions.find().view(sought.text());
            case USER -> questions.find().user(sought.text());
        };
    }

    @Override
    public long export(Export export, Progress progress) {
        return questions
                .exports()
                .export(
                        new ExportPageViews.Wish(
                                export.dataset(),
                                export.segment(),
                                export.sought().text().isBlank()
                                        ? Optional.empty()
                                        : Optional.of(search(export.sought())),
                                export.pick()
                                        .map(pick ->
                                                new ExportPageViews.Pick(
                                                        pick.metric(), pick.brush(), pick.zone())),
                                export.file()),
                        progress);
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
