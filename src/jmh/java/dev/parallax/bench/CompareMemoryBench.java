package dev.parallax.bench;

import dev.parallax.compare.Aim;
import dev.parallax.compare.Comparer;
import dev.parallax.compare.Impacts;
import dev.parallax.compare.LabSample;
import dev.parallax.measure.Profile;
import dev.parallax.metric.Metric;
import dev.parallax.metric.PageTemplate;
import dev.parallax.progress.Progress;
import dev.parallax.rum.PageViews;
import dev.parallax.rum.Segment;
import dev.parallax.rum.Selection;
import dev.parallax.store.PageViewStore;
import dev.parallax.store.Workspace;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.OptionalDouble;

/// How much memory a workspace's page views take once four metrics were compared with the lab,
/// everything that Compare shows included: what is held after a garbage collection.
///
/// Arguments: a workspace file, and the data set in it.
public final class CompareMemoryBench {
    private static final List<Metric> METRICS =
            List.of(Metric.LCP, Metric.FCP, Metric.TTFB, Metric.INP);
    private static final double BYTES_PER_MB = 1e6;

    private CompareMemoryBench() {}

    public static void main(String[] arguments) {
        if (arguments.length != 2) {
            System.out.println("CompareMemoryBench needs a workspace file and a data set");
            return;
        }
        try (Workspace workspace =
                Workspace.open(Path.of(arguments[0]), InstantSource.fixed(Instant.EPOCH))) {
            PageViewStore store = workspace.pageViews();
            double before = held();
            PageViews views = store.open(store.get(arguments[1]));
            for (Metric metric : METRICS) {
                ask(views, metric);
                System.out.printf(
                        "%,d page views, after %s: %,.0f MB held%n",
                        views.dataset().rows(), metric, held() - before);
            }
        }
    }

    private static void ask(PageViews views, Metric metric) {
        PageTemplate page = views.summarize(metric, views.select(Segment.ALL)).getFirst().page();
        Segment users = Segment.ALL.withPage(page);
        var lab =
                new LabSample(
                        "Buy",
                        "page",
                        page,
                        Profile.DESKTOP,
                        metric,
                        List.of(900.0, 910.0, 905.0, 950.0, 890.0, 930.0, 925.0, 915.0),
                        0);
        Comparer.compare(lab, views, users, Aim.MEDIAN);
        Comparer.differences(lab, views, users);
        Selection selection = views.select(users);
        views.series(metric, selection, views.range().orElseThrow(), ZoneOffset.UTC, Progress.NONE);
        views.week(metric, selection, ZoneOffset.UTC, Progress.NONE);
        Impacts.of(views, metric, selection, OptionalDouble.of(912), Progress.NONE)
                .orElseThrow()
                .withQuantiles(views, selection, 12, Progress.NONE);
    }

    private static double held() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) / BYTES_PER_MB;
    }
}
