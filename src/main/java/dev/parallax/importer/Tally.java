package dev.parallax.importer;

import dev.parallax.importer.privacy.Scrubber;
import dev.parallax.metric.Metric;
import dev.parallax.rum.Exclusion;
import dev.parallax.rum.ImportRecord.LeftOut;
import dev.parallax.rum.QuarantineReason;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// Counts what becomes of every record and value while an import runs.
final class Tally {
    /// Names of unused columns that are kept; JSON may have a new one in every record.
    private static final int MOST_UNUSED = 1_000;

    private final Map<String, Counter> rejected = new LinkedHashMap<>();
    private final Map<String, Counter> filtered = new LinkedHashMap<>();
    private final Map<Metric, Map<String, Counter>> ignored = new EnumMap<>(Metric.class);
    private final Map<Exclusion, Long> excluded = new EnumMap<>(Exclusion.class);
    private final long[] views = new long[Draft.METRICS];
    private final long[] zeros = new long[Draft.METRICS];
    private final Set<String> warnings = new LinkedHashSet<>();
    private final Set<String> unusedColumns = new LinkedHashSet<>();
    private final Scrubber scrubber;
    private String file = "";
    private long read;
    private long imported;
    private long merged;
    private long duplicates;
    private long withoutMetric;

    private static final class Counter {
        private final String first;
        private final long firstLine;
        private long count;

        Counter(String first, long firstLine) {
            this.first = first;
            this.firstLine = firstLine;
        }
    }

    /// @param scrubber masks what is private in the names that a file brings along
    Tally(Scrubber scrubber) {
        this.scrubber = scrubber;
    }

    /// What follows is in this file.
    void begin(String name) {
        file = scrubber.text(name);
    }

    /// The file that is being read.
    String file() {
        return file;
    }

    void read() {
        read++;
    }

    void imported() {
        imported++;
    }

    /// What became of the records that have an identity.
    void joined(long pageViews, long others, long repeated) {
        imported += pageViews;
        merged += others;
        duplicates += repeated;
    }

    void reject(Reason reason, long line) {
        add(rejected, reason.text(), line);
    }

    void filter(Reason reason, long line) {
        add(filtered, reason.text(), line);
    }

    /// A value that was not taken; its page view goes without.
    void ignore(int metric, QuarantineReason reason, long line) {
        add(
                ignored.computeIfAbsent(Metric.all().get(metric), _ -> new LinkedHashMap<>()),
                reason.label(),
                line);
    }

    /// Values that have become part of page views.
    ///
    /// @param zeros how many of them are 0
    void values(int metric, int count, int zeros) {
        views[metric] += count;
        this.zeros[metric] += zeros;
    }

    /// Page views that have no metric at all.
    void withoutMetric(int count) {
        withoutMetric += count;
    }

    /// A page view that nobody lived through.
    void excluded(Exclusion exclusion) {
        excluded.merge(exclusion, 1L, Long::sum);
    }

    void warn(String sentence) {
        warnings.add(scrubber.text(sentence));
    }

    void unused(String column) {
        if (unusedColumns.size() < MOST_UNUSED) {
            unusedColumns.add(scrubber.text(column));
        }
    }

    private void add(Map<String, Counter> counters, String reason, long line) {
        counters.computeIfAbsent(reason, _ -> new Counter(file + ", line " + line, line)).count++;
    }

    long readCount() {
        return read;
    }

    long importedCount() {
        return imported;
    }

    long mergedCount() {
        return merged;
    }

    long duplicateCount() {
        return duplicates;
    }

    long withoutMetricCount() {
        return withoutMetric;
    }

    List<LeftOut> rejected() {
        return leftOut(rejected);
    }

    List<LeftOut> filtered() {
        return leftOut(filtered);
    }

    /// Page views that are kept but do not count, by whose they are. They have no first line: a
    /// page view may come from many.
    List<LeftOut> excluded() {
        return excluded.entrySet().stream()
                .map(entry -> new LeftOut(entry.getKey().label(), entry.getValue(), "", 0))
                .toList();
    }

    List<LeftOut> ignored(Metric metric) {
        return leftOut(Objects.requireNonNullElse(ignored.get(metric), Map.of()));
    }

    private static List<LeftOut> leftOut(Map<String, Counter> counters) {
        var parts = new ArrayList<LeftOut>();
        counters.forEach((reason, counter) ->
                parts.add(new LeftOut(reason, counter.count, counter.first, counter.firstLine)));
        parts.sort(
                Comparator.comparingLong(LeftOut::count).reversed().thenComparing(LeftOut::reason));
        return parts;
    }

    long views(Metric metric) {
        return views[Metric.all().indexOf(metric)];
    }

    long zeros(Metric metric) {
        return zeros[Metric.all().indexOf(metric)];
    }

    List<String> warnings() {
        return List.copyOf(warnings);
    }

    List<String> unusedColumns() {
        return List.copyOf(unusedColumns);
    }
}
