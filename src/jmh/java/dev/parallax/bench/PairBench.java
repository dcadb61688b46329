package dev.parallax.bench;

import dev.parallax.compare.FieldPairComparer;
import dev.parallax.metric.Dimension;
import dev.parallax.metric.Metric;
import dev.parallax.rum.MadePageViews;
import dev.parallax.rum.PageViews;
import dev.parallax.rum.Segment;
import java.util.Set;

/// What it costs to set two parts of the field against each other, warm.
///
/// Arguments: rows (10000000).
public final class PairBench {
    private PairBench() {}

    public static void main(String[] arguments) throws Exception {
        int rows = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10_000_000;
        PageViews views = MadePageViews.of(rows, MadePageViews.Order.OF_TIME);
        BenchTable.title("%,d page views".formatted(rows), "first ms", "ms", "least", "CPU");
        row("mobile (6 in 10) against desktop", views, device("desktop"), device("mobile"));
        row("all against mobile", views, Segment.ALL, device("mobile"));
        row(
                "two countries",
                views,
                Segment.ALL.with(Dimension.COUNTRY, Set.of("COUNTRY 40")),
                Segment.ALL.with(Dimension.COUNTRY, Set.of("COUNTRY 80")));
    }

    private static Segment device(String device) {
        return Segment.ALL.with(Dimension.DEVICE, Set.of(device));
    }

    private static void row(String what, PageViews views, Segment before, Segment after)
            throws Exception {
        Took.row(
                what,
                () ->
                        FieldPairComparer.compare(
                                new FieldPairComparer.Part("a", views, before),
                                new FieldPairComparer.Part("b", views, after),
                                Metric.LCP));
    }
}
