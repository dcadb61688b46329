package dev.parallax.bench;

import dev.parallax.compare.Impacts;
import dev.parallax.metric.Metric;
import dev.parallax.progress.Progress;
import dev.parallax.rum.Brush;
import dev.parallax.rum.MadePageViews;
import dev.parallax.rum.PageViews;
import dev.parallax.rum.RepeatedPageViews;
import dev.parallax.rum.Segment;
import dev.parallax.rum.Selection;
import dev.parallax.rum.ValueRange;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.OptionalDouble;

/// What it costs to find who is behind a gap, and who the picked users are, over all eleven
/// dimensions and the pages at once, warm.
///
/// Arguments: rows (10000000); how often they are repeated for the second table (5).
public final class WhoBench {
    private static final ValueRange VALUES = new ValueRange(2_500, 4_000);

    private WhoBench() {}

    public static void main(String[] arguments) throws Exception {
        int rows = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10_000_000;
        int times = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 5;
        PageViews views = MadePageViews.of(rows, MadePageViews.Order.OF_TIME);
        measure(views);
        if (times > 1) {
            measure(RepeatedPageViews.of(views, times));
        }
    }

    private static void measure(PageViews views) throws Exception {
        BenchTable.title(
                "%,d page views".formatted(views.dataset().rows()),
                "first ms",
                "ms",
                "least",
                "CPU");
        Selection all = views.select(Segment.ALL);
        Selection picked =
                views.pick(
                        all,
                        Metric.LCP,
                        Brush.NONE.withValues(Optional.of(VALUES)),
                        ZoneOffset.UTC,
                        Progress.NONE);
        Took.row(
                "impact, 11 dimensions and pages",
                () -> views.beyond(Metric.LCP, all, 1_200, Progress.NONE));
        Took.row(
                "lift, 11 dimensions and pages",
                () -> views.picked(Metric.LCP, all, picked, Progress.NONE));
        Impacts impacts =
                Impacts.of(views, Metric.LCP, all, OptionalDouble.of(1_200), Progress.NONE)
                        .orElseThrow();
        Took.row(
                "p50 and p75 of the first 30 of them",
                () -> impacts.withQuantiles(views, all, 30, Progress.NONE));
        Took.row(
                "p50 and p75 of all, with intervals",
                () -> views.quantiles(Metric.LCP, all, Progress.NONE, 0.5, 0.75));
    }
}
