package dev.parallax.rum;

import dev.parallax.metric.Metric;
import dev.parallax.progress.Progress;
import dev.parallax.statistics.SmallestSample;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/// How the page views of one data set and a metric change with time.
final class TimeQuestions {
    private static final double[] BANDS = {0.25, 0.50, 0.75, 0.95};

    private final Columns columns;

    TimeQuestions(Columns columns) {
        this.columns = columns;
    }

    List<TimeBand> series(
            Metric metric,
            Selection selection,
            TimeWindow window,
            ZoneId zone,
            int wished,
            Progress progress) {
        return columns.moments()
                .range()
                .flatMap(range -> range.within(window))
                .map(part -> seriesWithin(metric, selection, part, zone, wished, progress))
                .orElse(List.of());
    }

    private List<TimeBand> seriesWithin(
            Metric metric,
            Selection selection,
            TimeWindow window,
            ZoneId zone,
            int wished,
            Progress progress) {
        TimeSteps steps = Calendar.divide(window, zone, wished);
        Codes codes = TimeCodes.ofSteps(columns.moments(), steps, selection, progress);
        var groups = new Groups(metric, codes, selection, progress);
        return IntStream.range(0, steps.count())
                .mapToObj(step -> {
                    progress.throwIfCancelled();
                    OptionalDouble[] bands = groups.quantiles(step + 1, BANDS);
                    return new TimeBand(
                            Instant.ofEpochMilli(steps.start(step)),
                            Instant.ofEpochMilli(steps.start(step + 1)),
                            groups.counts.views(step + 1),
                            groups.counts.weight(step + 1),
                            groups.values.count(step + 1),
                            bands[0],
                            bands[1],
                            bands[2],
                            bands[3]);
                })
                .toList();
    }

    List<WeekHour> week(Metric metric, Selection selection, ZoneId zone, Progress progress) {
        return columns.moments()
                .range()
                .map(range -> weekWithin(metric, selection, range, zone, progress))
                .orElse(List.of());
    }

    private List<WeekHour> weekWithin(
            Metric metric, Selection selection, TimeWindow window, ZoneId zone, Progress progress) {
        Codes codes = TimeCodes.ofHours(columns.moments(), window, zone, selection, progress);
        var groups = new Groups(metric, codes, selection, progress);
        double[] p75 = {0.75};
        return IntStream.range(0, LocalHours.COUNT)
                .mapToObj(hour -> {
                    progress.throwIfCancelled();
                    return new WeekHour(
                            DayOfWeek.of(hour / 24 + 1),
                            hour % 24,
                            groups.counts.views(hour + 1),
                            groups.counts.weight(hour + 1),
                            groups.values.count(hour + 1),
                            groups.quantiles(hour + 1, p75)[0]);
                })
                .toList();
    }

    /// What is known of each group of rows.
    private final class Groups {
        private final Metric metric;
        private final CodeCounts counts;
        private final GroupedValues values;

        Groups(Metric metric, Codes codes, Selection selection, Progress progress) {
            this.metric = metric;
            counts = CodeCounts.of(codes, columns, selection);
            progress.throwIfCancelled();
            values = GroupedValues.of(codes, columns.metric(metric), columns, selection, progress);
        }

        OptionalDouble[] quantiles(int code, double[] shares) {
            double[] found = shares.clone();
            boolean any = values.quantiles(code, found);
            double has = values.effectiveCount(code);
            var quantiles = new OptionalDouble[shares.length];
            for (int i = 0; i < shares.length; i++) {
                quantiles[i] =
                        any && has >= SmallestSample.forQuantile(shares[i])
                                ? OptionalDouble.of(metric.fromFixed(found[i]))
                                : OptionalDouble.empty();
            }
            return quantiles;
        }
    }
}
