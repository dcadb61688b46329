package dev.parallax.rum;

import dev.parallax.metric.Metric;
import dev.parallax.progress.Progress;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Finds the rows that a brush picks out of a selection.
final class BrushedRows {
    private static final long UNSIGNED = 0xffff_ffffL;

    private final Columns columns;
    private final Metric metric;
    private final ZoneId zone;

    BrushedRows(Columns columns, Metric metric, ZoneId zone) {
        this.columns = columns;
        this.metric = metric;
        this.zone = zone;
    }

    Selection pick(Selection selection, Brush brush, Progress progress) {
        if (brush.isNone()) {
            return selection;
        }
        Selection picked = selection.copy();
        List<Filter> filters = filters(brush);
        Scan.words(
                columns.rows(),
                progress,
                (from, to) -> {
                    for (Filter filter : filters) {
                        filter.retain(picked.words(), from, to);
                    }
                });
        return picked;
    }

    /// Takes out of a part of a selection what is not picked.
    private interface Filter {
        void retain(long[] words, int from, int to);
    }

    /// Those of time first, as they clear whole blocks without a look.
    private List<Filter> filters(Brush brush) {
        var filters = new ArrayList<Filter>();
        brush.window().ifPresent(window -> filters.add(within(window)));
        brush.hours().ifPresent(hours -> filters.add(within(hours)));
        brush.values().ifPresent(values -> filters.add(within(values)));
        return filters;
    }

    private Filter within(TimeWindow window) {
        Moments moments = columns.moments();
        long begin = window.from().toEpochMilli();
        long end = window.to().toEpochMilli();
        return (words, from, to) -> moments.retain(begin, end, words, from, to);
    }

    private Filter within(WeekHours block) {
        Moments moments = columns.moments();
        Optional<TimeWindow> range = moments.range();
        if (range.isEmpty()) {
            return BrushedRows::clear;
        }
        var hours = new WantedHours(range.get(), zone, wanted(block));
        return (words, from, to) -> moments.retain(hours, words, from, to);
    }

    private static byte[] wanted(WeekHours block) {
        var wanted = new byte[LocalHours.COUNT];
        for (int hour = 0; hour < wanted.length; hour++) {
            wanted[hour] = (byte) (block.contains(DayOfWeek.of(hour / 24 + 1), hour % 24) ? 1 : 0);
        }
        return wanted;
    }

    /// Of the stored values those that lie in the range once they are in the metric's unit.
    private Filter within(ValueRange range) {
        int[] values = columns.metric(metric);
        double scale = metric.unit().scale();
        int low = (int) Math.min(range.low() * scale, Integer.MAX_VALUE);
        while (low > 0 && range.contains(metric.fromFixed(low - 1))) {
            low--;
        }
        while (low < Integer.MAX_VALUE && metric.fromFixed(low) < range.low()) {
            low++;
        }
        int high = (int) Math.min(range.high() * scale, Integer.MAX_VALUE);
        while (high < Integer.MAX_VALUE && range.contains(metric.fromFixed(high + 1))) {
            high++;
        }
        while (high >= 0 && metric.fromFixed(high) > range.high()) {
            high--;
        }
        if (low > high) {
            return BrushedRows::clear;
        }
        int first = low;
        // 1 more than the last difference to `first` that is inside
        long limit = (long) high - low + 1;
        return (words, from, to) -> retain(values, first, limit, words, from, to);
    }

    private static void clear(long[] words, int from, int to) {
        Arrays.fill(words, from, to, 0);
    }

    /// A missing value is negative, so its difference taken as a number without sign is beyond any
    /// limit.
    private static void retain(
            int[] values, int first, long limit, long[] words, int from, int to) {
        for (int w = from; w < to; w++) {
            if (words[w] == 0) {
                continue;
            }
            long kept = 0;
            int begin = w << 6;
            int count = Math.min(64, values.length - begin);
            for (int i = 0; i < count; i++) {
                long inside = (((values[begin + i] - first) & UNSIGNED) - limit) >>> 63;
                kept |= inside << i;
            }
            words[w] &= kept;
        }
    }
}
