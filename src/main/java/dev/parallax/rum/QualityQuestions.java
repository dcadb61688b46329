package dev.parallax.rum;

import dev.parallax.metric.Dimension;
import dev.parallax.metric.Metric;
import dev.parallax.progress.Progress;
import dev.parallax.rum.QualityFacts.Day;
import dev.parallax.rum.QualityFacts.Gap;
import dev.parallax.rum.QualityFacts.MetricFacts;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Goes once through every column of a data set, chunk by chunk, keeping none.
final class QualityQuestions {
    private static final long PRIME = 0x9E3779B97F4A7C15L;

    private final Columns columns;
    private final ZoneId zone;
    private final Progress progress;

    QualityQuestions(Columns columns, ZoneId zone, Progress progress) {
        this.columns = columns;
        this.zone = zone;
        this.progress = progress;
    }

    QualityFacts facts() {
        var weights = new Weights();
        if (columns.isWeighted()) {
            scanInts(Column.Single.WEIGHT, weights::add);
        } else {
            weights.count = columns.rows();
        }
        var metrics = new EnumMap<Metric, MetricFacts>(Metric.class);
        for (Metric metric : Metric.all()) {
            metrics.put(metric, metric(metric));
        }
        var missing = new EnumMap<Dimension, Long>(Dimension.class);
        for (Dimension dimension : Dimension.all()) {
            missing.put(
                    dimension,
                    isEmpty(columns.dictionaries().dimension(dimension))
                            ? (long) columns.rows()
                            : unknown(new Column.OfDimension(dimension)));
        }
        Times times = times();
        return new QualityFacts(
                columns.rows(),
                weights.sum(),
                weights.effective(),
                columns.rows() - times.known,
                times.range,
                times.days,
                times.gaps.stream().limit(QualityFacts.MOST_GAPS).toList(),
                times.gaps.size(),
                Gaps.together(times.gaps),
                metrics,
                missing,
                unknown(Column.Single.PAGE),
                equal(Column.Single.SESSION, Chunk.NO_SESSION),
                equal(Column.Single.USER, Chunk.NO_USER),
                equal(Column.Single.VIEW, Chunk.NO_VIEW),
                exclusions());
    }

    /// How many rows are the same as an earlier one in every column, as told by a 64-bit hash: in
    /// ten million rows two different ones share it with a chance of three in a million.
    long duplicates() {
        var hashes = new long[columns.rows()];
        for (Column column : Column.all()) {
            if (column.isLong()) {
                scanLongs(
                        column,
                        (firstRow, entries, count) -> {
                            for (int i = 0; i < count; i++) {
                                hashes[firstRow + i] = mix(hashes[firstRow + i], entries[i]);
                            }
                        });
            } else {
                scanInts(
                        column,
                        (firstRow, entries, count) -> {
                            for (int i = 0; i < count; i++) {
                                hashes[firstRow + i] = mix(hashes[firstRow + i], entries[i]);
                            }
                        });
            }
        }
        Arrays.parallelSort(hashes);
        long duplicates = 0;
        for (int i = 1; i < hashes.length; i++) {
            duplicates += hashes[i] == hashes[i - 1] ? 1 : 0;
        }
        return duplicates;
    }

    private static long mix(long hash, long entry) {
        long h = (hash ^ entry) * PRIME;
        return (h ^ (h >>> 32)) * PRIME;
    }

    private MetricFacts metric(Metric metric) {
        var facts =
                new Object() {
                    long missing;
                    long zeros;
                    int smallest = Integer.MAX_VALUE;
                    int largest = -1;
                };
        scanInts(
                new Column.OfMetric(metric),
                (_, values, count) -> {
                    for (int i = 0; i < count; i++) {
                        int value = values[i];
                        if (value == Chunk.MISSING) {
                            facts.missing++;
                        } else {
                            facts.zeros += value == 0 ? 1 : 0;
                            facts.smallest = Math.min(facts.smallest, value);
                            facts.largest = Math.max(facts.largest, value);
                        }
                    }
                });
        boolean has = facts.missing < columns.rows();
        return new MetricFacts(
                facts.missing,
                facts.zeros,
                has ? metric.fromFixed(facts.smallest) : Double.NaN,
                has ? metric.fromFixed(facts.largest) : Double.NaN);
    }

    private static boolean isEmpty(Dictionary texts) {
        return texts.size() == Dictionary.UNKNOWN + 1;
    }

    private long unknown(Column column) {
        var found = new long[1];
        scanInts(
                column,
                (_, codes, count) -> {
                    for (int i = 0; i < count; i++) {
                        found[0] += codes[i] == Dictionary.UNKNOWN ? 1 : 0;
                    }
                });
        return found[0];
    }

    private long equal(Column column, long entry) {
        var found = new long[1];
        scanLongs(
                column,
                (_, entries, count) -> {
                    for (int i = 0; i < count; i++) {
                        found[0] += entries[i] == entry ? 1 : 0;
                    }
                });
        return found[0];
    }

    private Map<Exclusion, Long> exclusions() {
        var counts = new long[Exclusion.all().size()];
        scanInts(
                Column.Single.EXCLUSION,
                (_, codes, count) -> {
                    for (int i = 0; i < count; i++) {
                        counts[codes[i]]++;
                    }
                });
        var exclusions = new EnumMap<Exclusion, Long>(Exclusion.class);
        for (Exclusion exclusion : Exclusion.all()) {
            if (exclusion != Exclusion.NONE && counts[exclusion.code()] > 0) {
                exclusions.put(exclusion, counts[exclusion.code()]);
            }
        }
        return exclusions;
    }

    private record Times(long known, @Nullable TimeWindow range, List<Day> days, List<Gap> gaps) {}

    private Times times() {
        var span =
                new Object() {
                    long known;
                    long first = Long.MAX_VALUE;
                    long last = Long.MIN_VALUE;
                };
        scanLongs(
                Column.Single.TIME,
                (_, times, count) -> {
                    for (int i = 0; i < count; i++) {
                        if (times[i] != Chunk.NO_TIME) {
                            span.known++;
                            span.first = Math.min(span.first, times[i]);
                            span.last = Math.max(span.last, times[i]);
                        }
                    }
                });
        if (span.known == 0) {
            return new Times(0, null, List.of(), List.of());
        }
        var range =
                new TimeWindow(
                        Instant.ofEpochMilli(span.first), Instant.ofEpochMilli(span.last + 1));
        var gaps = new Gaps(range, span.known);
        var days = new Days(zone);
        scanLongs(
                Column.Single.TIME,
                (_, times, count) -> {
                    for (int i = 0; i < count; i++) {
                        if (times[i] != Chunk.NO_TIME) {
                            gaps.add(times[i]);
                            days.add(times[i]);
                        }
                    }
                });
        return new Times(span.known, range, days.list(), gaps.longestFirst());
    }

    /// Counts by day; most views are of the same day as the one before.
    private static final class Days {
        private final ZoneId zone;
        private final Map<LocalDate, long[]> counts = new TreeMap<>();
        private long begin = Long.MAX_VALUE;
        private long end = Long.MIN_VALUE;
        private long[] count = new long[1];

        Days(ZoneId zone) {
            this.zone = zone;
        }

        void add(long time) {
            if (time < begin || time >= end) {
                LocalDate day = Instant.ofEpochMilli(time).atZone(zone).toLocalDate();
                begin = day.atStartOfDay(zone).toInstant().toEpochMilli();
                end = day.plusDays(1).atStartOfDay(zone).toInstant().toEpochMilli();
                count = counts.computeIfAbsent(day, _ -> new long[1]);
            }
            count[0]++;
        }

        List<Day> list() {
            return counts.entrySet().stream()
                    .map(entry -> new Day(entry.getKey(), entry.getValue()[0]))
                    .toList();
        }
    }

    /// Sums of weights, in the order of rows.
    private static final class Weights {
        private long count;
        private double all;
        private double squares;

        void add(int firstRow, int[] bits, int rows) {
            for (int i = 0; i < rows; i++) {
                double weight = Float.intBitsToFloat(bits[i]);
                all += weight;
                squares += weight * weight;
            }
            count += rows;
        }

        double sum() {
            return squares == 0 ? count : all;
        }

        double effective() {
            double rows = count;
            return squares == 0 ? rows : Math.min(rows, all * all / squares);
        }
    }

    private void scanInts(Column column, PageViewLoader.IntChunks into) {
        columns.scanInts(
                column,
                (firstRow, entries, count) -> {
                    progress.throwIfCancelled();
                    into.accept(firstRow, entries, count);
                });
    }

    private void scanLongs(Column column, PageViewLoader.LongChunks into) {
        columns.scanLongs(
                column,
                (firstRow, entries, count) -> {
                    progress.throwIfCancelled();
                    into.accept(firstRow, entries, count);
                });
    }
}
