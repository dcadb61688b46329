package dev.parallax.service;

import dev.parallax.metric.Dimension;
import dev.parallax.metric.Metric;
import dev.parallax.progress.Progress;
import dev.parallax.rum.PageViews;
import dev.parallax.rum.Segment;
import dev.parallax.rum.Selection;
import dev.parallax.rum.ValueCount;
import dev.parallax.statistics.ClusteredSample;
import dev.parallax.statistics.Distribution;
import dev.parallax.store.PageViewStore;
import dev.parallax.store.Workspace;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Set;
import java.util.StringJoiner;

/// Everything that can be asked of a data set, as one text: of two data sets with the same page
/// views it is the same, whatever way they came in.
final class Answers {
    private static final int STEPS = 40;

    private final PageViews views;
    private final StringJoiner text = new StringJoiner("\n");

    private Answers(PageViews views) {
        this.views = views;
    }

    /// The answers, a line each.
    static String of(Workspace workspace, String dataset) {
        PageViewStore store = workspace.pageViews();
        PageViews views = store.open(store.get(dataset));
        var answers = new Answers(views);
        answers.tell(dataset, workspace);
        return answers.text.toString();
    }

    /// The SHA-256 of the answers.
    static String sha256(Workspace workspace, String dataset) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(
                                            of(workspace, dataset)
                                                    .getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void tell(String dataset, Workspace workspace) {
        Selection all = views.select(Segment.ALL);
        text.add("views " + all.count() + " range " + views.range());
        for (Metric metric : Metric.all()) {
            quantiles(metric.key(), metric, all);
            text.add(metric.key() + " sessions " + sessions(metric, all));
        }
        for (Dimension dimension : Dimension.all()) {
            for (ValueCount value : views.count(dimension, all)) {
                text.add(dimension.key() + " " + value);
                Selection part = views.select(Segment.ALL.with(dimension, Set.of(value.value())));
                for (Metric metric : Metric.all()) {
                    quantiles(value.value() + " " + metric.key(), metric, part);
                }
            }
        }
        var coverage =
                new CoverPages(new ManageJourneys(workspace.journeys()), workspace.measuredPages());
        new QueryPages(new OpenPageViews(workspace.pageViews()), coverage)
                .pages(dataset)
                .forEach(page -> text.add(page.toString()));
        text.add(views.facts(ZoneOffset.UTC, Progress.NONE).toString());
    }

    private void quantiles(String what, Metric metric, Selection part) {
        Distribution values = views.distribution(metric, part);
        text.add(what + " n " + values.count() + " of " + values.totalWeight());
        if (values.count() > 0) {
            for (int step = 0; step <= STEPS; step++) {
                text.add(what + " " + step + " " + values.quantile((double) step / STEPS));
            }
        }
    }

    private String sessions(Metric metric, Selection all) {
        ClusteredSample sample = views.sample(metric, all);
        return sample.sessions() + " " + sample.distribution().effectiveCount();
    }
}
