package dev.parallax.bench;

import dev.parallax.metric.Dimension;
import dev.parallax.metric.Metric;
import dev.parallax.metric.PageTemplate;
import dev.parallax.rum.Chunk;
import dev.parallax.rum.Dictionaries;
import dev.parallax.rum.ImportRecord;
import dev.parallax.rum.PageViews;
import dev.parallax.rum.RecordedPageViews;
import java.util.Random;

/// Page views of one page made at random in memory, five to a session, over a month.
final class BenchField {
    static final PageTemplate PAGE = new PageTemplate("/checkout");
    static final String[] COUNTRIES = {"DE", "FR", "GB", "NL", "PL", "ES", "IT", "SE"};
    static final long BEGIN = 1_790_000_000_000L;
    static final long MONTH = 30 * 86_400_000L;

    private BenchField() {}

    /// So many page views, in chunks written directly.
    static PageViews of(int rows) {
        var random = new Random(7);
        var recorded = new RecordedPageViews();
        Dictionaries dictionaries = recorded.dictionaries();
        var chunk = new Chunk();
        for (int i = 0; i < rows; i++) {
            int at = chunk.rows();
            chunk.times()[at] = BEGIN + (long) ((double) MONTH / rows * i);
            double value = 1500 * Math.exp(0.6 * random.nextGaussian());
            chunk.metric(Metric.LCP)[at] = Metric.LCP.toFixed(value);
            chunk.dimension(Dimension.DEVICE)[at] =
                    dictionaries
                            .dimension(Dimension.DEVICE)
                            .code(random.nextInt(10) < 6 ? "mobile" : "desktop");
            chunk.dimension(Dimension.COUNTRY)[at] =
                    dictionaries
                            .dimension(Dimension.COUNTRY)
                            .code(COUNTRIES[random.nextInt(COUNTRIES.length)]);
            chunk.dimension(Dimension.BROWSER)[at] =
                    dictionaries
                            .dimension(Dimension.BROWSER)
                            .code(random.nextBoolean() ? "Chrome" : "Safari");
            chunk.pages()[at] = dictionaries.pages().code(PAGE.path());
            chunk.sessions()[at] = (i / 5) * 0x9E3779B97F4A7C15L;
            chunk.weights()[at] = 1;
            chunk.rows(at + 1);
            if (chunk.isFull()) {
                recorded.write(chunk);
                chunk.clear();
            }
        }
        recorded.write(chunk);
        recorded.finish(ImportRecord.of("bench", rows));
        return recorded.open();
    }
}
