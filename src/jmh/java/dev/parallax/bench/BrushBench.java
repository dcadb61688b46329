package dev.parallax.bench;

import dev.parallax.metric.Metric;
import dev.parallax.progress.Progress;
import dev.parallax.rum.Brush;
import dev.parallax.rum.MadePageViews;
import dev.parallax.rum.PageViews;
import dev.parallax.rum.RepeatedPageViews;
import dev.parallax.rum.Segment;
import dev.parallax.rum.Selection;
import dev.parallax.rum.TimeWindow;
import dev.parallax.rum.ValueRange;
import dev.parallax.rum.WeekHours;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;

/// What it costs to find the page views that somebody picks by drawing over a chart, warm.
///
/// Arguments: rows (10000000); how often they are repeated for the second table (5).
public final class BrushBench {
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final ValueRange VALUES = new ValueRange(2_500, 4_000);
    private static final TimeWindow WINDOW =
            new TimeWindow(
                    MadePageViews.BEGIN.plus(Duration.ofDays(10)),
                    MadePageViews.BEGIN.plus(Duration.ofDays(20)));
    private static final WeekHours HOURS = new WeekHours(DayOfWeek.MONDAY, DayOfWeek.FRIDAY, 9, 17);

    private BrushBench() {}

    public static void main(String[] arguments) throws Exception {
        int rows = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10_000_000;
        int times = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 5;
        measure("in any order", MadePageViews.of(rows, MadePageViews.Order.ANY));
        PageViews views = MadePageViews.of(rows, MadePageViews.Order.OF_TIME);
        measure("in order of time", views);
        if (times > 1) {
            measure("in order of time", RepeatedPageViews.of(views, times));
        }
    }

    private static void measure(String order, PageViews views) throws Exception {
        BenchTable.title(
                "%,d page views %s".formatted(views.dataset().rows(), order),
                "first ms",
                "ms",
                "least",
                "CPU");
        Selection all = views.selectAnew(Segment.ALL);
        Brush values = Brush.NONE.withValues(Optional.of(VALUES));
        Brush window = Brush.NONE.withWindow(Optional.of(WINDOW));
        Brush hours = Brush.NONE.withHours(Optional.of(HOURS));
        row("values", views, all, values);
        row("ten of thirty days", views, all, window);
        row("office hours", views, all, hours);
        row("all three", views, all, new Brush(values.values(), window.window(), hours.hours()));
    }

    private static void row(String what, PageViews views, Selection all, Brush brush)
            throws Exception {
        Took.row(what, () -> views.pick(all, Metric.LCP, brush, ZONE, Progress.NONE));
    }
}
