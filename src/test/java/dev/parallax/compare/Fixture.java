package dev.parallax.compare;

import dev.parallax.measure.Profile;
import dev.parallax.metric.Dimension;
import dev.parallax.metric.Metric;
import dev.parallax.metric.PageTemplate;
import dev.parallax.rum.PageViews;
import dev.parallax.rum.RandomPageViews;
import dev.parallax.rum.RandomPageViews.Row;
import dev.parallax.rum.RecordedPageViews;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;

/// Small, hand-made sides of a comparison: every page view its own session, values spread evenly.
public final class Fixture {
    public static final PageTemplate CHECKOUT = new PageTemplate("/checkout");

    private Fixture() {}

    /// Lab values of the checkout page.
    public static LabSample lab(Metric metric, double... values) {
        return new LabSample(
                "Buy a lantern",
                "checkout",
                CHECKOUT,
                Profile.DESKTOP,
                metric,
                DoubleStream.of(values).boxed().toList(),
                0);
    }

    /// `count` values of the checkout page from `low` to `high` with equal steps, for one device.
    public static List<Row> evenly(
            Metric metric, String device, int count, double low, double high) {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double value = low + (high - low) * i / (count - 1);
            rows.add(
                    new Row(
                            1_790_000_000_000L + i,
                            Map.of(metric, metric.toFixed(value)),
                            Map.of(Dimension.DEVICE, device),
                            "/checkout",
                            (device.hashCode() * 31L + i) * 0x9E3779B97F4A7C15L,
                            1));
        }
        return rows;
    }

    /// The rows as an opened data set; how its source defines metrics is unknown.
    public static PageViews field(List<Row> rows) {
        var recorded = new RecordedPageViews();
        RandomPageViews.write(rows, recorded);
        return recorded.open();
    }
}
