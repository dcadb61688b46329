package dev.parallax.ui.shell;

import dev.parallax.metric.Definition;
import dev.parallax.metric.Dimension;
import dev.parallax.metric.Metric;
import dev.parallax.rum.ImportRecord;
import dev.parallax.rum.PageViews;
import dev.parallax.rum.RandomPageViews;
import dev.parallax.rum.RandomPageViews.Row;
import dev.parallax.rum.RecordedPageViews;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Random;

/// Page views made up for pictures: a log-normal LCP, six mobile views in ten.
final class PaperField {
    private PaperField() {}

    static PageViews of(int views) {
        var random = new Random(7);
        List<Row> rows = new ArrayList<>(views);
        String[] pages = {"/", "/catalogue", "/product/:id", "/checkout"};
        for (int i = 0; i < views; i++) {
            boolean mobile = random.nextInt(10) < 6;
            var metrics = new EnumMap<Metric, Integer>(Metric.class);
            double base = mobile ? 1.5 : 1;
            double lcp = 1250 * base * Math.exp(0.55 * random.nextGaussian());
            metrics.put(Metric.LCP, Metric.LCP.toFixed(lcp));
            metrics.put(Metric.FCP, Metric.FCP.toFixed(lcp * 0.6));
            metrics.put(Metric.TTFB, Metric.TTFB.toFixed(lcp * 0.25));
            metrics.put(Metric.CLS, Metric.CLS.toFixed(Math.max(0, 0.05 * random.nextGaussian())));
            metrics.put(
                    Metric.INP, Metric.INP.toFixed(130 * base * Math.exp(random.nextGaussian())));
            var dimensions = new EnumMap<Dimension, String>(Dimension.class);
            dimensions.put(Dimension.DEVICE, mobile ? "mobile" : "desktop");
            dimensions.put(
                    Dimension.BROWSER,
                    pick(random, "Chrome", "Chrome", "Safari", "Firefox", "Edge"));
            dimensions.put(
                    Dimension.OS,
                    mobile ? pick(random, "Android", "iOS") : pick(random, "Windows", "macOS"));
            dimensions.put(Dimension.COUNTRY, pick(random, "DE", "DE", "FR", "GB", "NL", "PL"));
            dimensions.put(Dimension.CONNECTION, pick(random, "4g", "4g", "4g", "3g"));
            rows.add(
                    new Row(
                            1_790_000_000_000L + i * 1_000L,
                            metrics,
                            dimensions,
                            pages[random.nextInt(pages.length)],
                            (i / 4) * 0x9E3779B97F4A7C15L,
                            1));
        }
        var recorded = new RecordedPageViews();
        RandomPageViews.write(rows, recorded);
        return recorded.open();
    }

    /// An import with a part of every kind, whose sum adds up.
    static ImportRecord record(PageViews views) {
        long rows = views.dataset().rows();
        return new ImportRecord(
                "csv",
                ImportRecord.Evidence.DOCUMENTATION,
                List.of(new ImportRecord.SourceFile("march.csv", 12_345_678, "ab".repeat(32))),
                new ImportRecord.Counts(rows + 20, rows, 9, 4),
                List.of(
                        new ImportRecord.LeftOut(
                                "time cannot be read", 5, "march.csv, line 17", 17)),
                List.of(new ImportRecord.LeftOut("not a page view", 2, "march.csv, line 20", 20)),
                List.of(),
                List.of(
                        new ImportRecord.MetricReport(
                                Metric.LCP,
                                rows,
                                Definition.SAME,
                                "ns",
                                "median 2.4e9",
                                List.of())),
                List.of(),
                List.of("3 values of LCP were not usable and count as missing."));
    }

    private static String pick(Random random, String... texts) {
        return texts[random.nextInt(texts.length)];
    }
}
