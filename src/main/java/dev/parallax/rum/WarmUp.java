package dev.parallax.rum;

import dev.parallax.metric.Dimension;
import dev.parallax.metric.Metric;
import dev.parallax.metric.PageTemplate;
import dev.parallax.progress.Progress;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Does beforehand what the first questions about a data set would wait for: reads the columns that
/// nearly every question needs, and asks until the scans are compiled.
final class WarmUp {
    /// Eight bytes for the time of each row would be half a gigabyte for more, perhaps for nothing.
    private static final int MOST_ROWS = 20_000_000;

    /// As many as a byte tells apart.
    private static final int MOST_VALUES = 256;

    /// After three or four the compiler has done its part (measured).
    private static final int TIMES = 5;

    private final PageViews views;
    private final Progress progress;

    WarmUp(PageViews views, Progress progress) {
        this.views = views;
        this.progress = progress;
    }

    void run() {
        Optional<Metric> metric = metric();
        if (metric.isEmpty() || views.dataset().rows() > MOST_ROWS) {
            return;
        }
        Segment segment = segment();
        for (int i = 0; i < TIMES; i++) {
            progress.throwIfCancelled();
            Selection selection = views.selectAnew(segment);
            views.distribution(metric.get(), selection, progress);
            views.bins(metric.get(), selection, progress);
        }
        readSmallColumns();
    }

    /// LCP is asked for first.
    private Optional<Metric> metric() {
        Map<Metric, MetricOrigin> known = views.dataset().provenance().metrics();
        return known.containsKey(Metric.LCP)
                ? Optional.of(Metric.LCP)
                : known.entrySet().stream()
                        .max(Comparator.comparingLong(entry -> entry.getValue().views()))
                        .map(Map.Entry::getKey);
    }

    /// Those with a byte for each row: devices, countries, browsers, no releases.
    private void readSmallColumns() {
        for (Dimension dimension : Dimension.all()) {
            progress.throwIfCancelled();
            int values = views.columns().dictionaries().dimension(dimension).size();
            if (values > 2 && values <= MOST_VALUES) {
                views.columns().dimension(dimension);
            }
        }
    }

    /// With a filter of every kind that is possible.
    private Segment segment() {
        Segment segment = Segment.ALL;
        List<String> devices = views.values(Dimension.DEVICE);
        if (!devices.isEmpty()) {
            segment = segment.with(Dimension.DEVICE, Set.of(devices.getFirst()));
        }
        List<PageTemplate> pages = views.pages();
        if (!pages.isEmpty()) {
            segment = segment.withPage(pages.getFirst());
        }
        Optional<TimeWindow> range = views.range();
        return range.isPresent() ? segment.withWindow(half(range.get())) : segment;
    }

    private static TimeWindow half(TimeWindow range) {
        Duration half = Duration.between(range.from(), range.to()).dividedBy(2);
        Instant middle = range.from().plus(half);
        return new TimeWindow(middle, range.to());
    }
}
