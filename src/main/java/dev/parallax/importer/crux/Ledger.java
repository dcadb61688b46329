package dev.parallax.importer.crux;

import dev.parallax.importer.crux.KnownFigures.Finding;
import dev.parallax.importer.privacy.LineScrubber;
import dev.parallax.importer.privacy.Scrubber;
import dev.parallax.metric.Metric;
import dev.parallax.rum.Aggregate;
import dev.parallax.rum.AggregateSink;
import dev.parallax.rum.ImportRecord.Counts;
import dev.parallax.rum.ImportRecord.LeftOut;
import dev.parallax.rum.QuarantineReason;
import dev.parallax.rum.QuarantinedLine;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/// Hands on what was read, and counts what becomes of every record.
final class Ledger {
    static final String NOT_JSON = "not a JSON object";
    static final String TOO_LONG = "longer than is kept in memory";
    static final String WIDTH = "fewer or more columns than the header";
    static final String NO_SITE = "neither page nor origin that can be read";
    static final String NO_PERIOD = "no month or collection period";
    static final String NO_METRIC = "no metric that is kept";
    static final String NO_FIGURES = "no figures: too few visits";
    static final String OTHER_FIGURES =
            "other figures than an earlier record of the same page and days";

    private static final int MOST_UNUSED = 1_000;

    private final AggregateSink sink;
    private final Scrubber scrubber;
    private final LineScrubber lineScrubber = new LineScrubber();
    private final KnownFigures known = new KnownFigures();
    private final Map<String, Counter> rejected = new LinkedHashMap<>();
    private final Map<String, Counter> filtered = new LinkedHashMap<>();
    private final Map<Metric, Map<String, Counter>> ignored = new EnumMap<>(Metric.class);
    private final Map<Metric, Long> distributions = new EnumMap<>(Metric.class);
    private final Set<String> unused = new LinkedHashSet<>();
    private final Set<String> warnings = new LinkedHashSet<>();
    private final List<QuarantinedLine> lines = new ArrayList<>();
    private String file = "";
    private long read;
    private long imported;
    private long duplicates;

    private static final class Counter {
        private final String first;
        private final long firstLine;
        private long count;

        Counter(String first, long firstLine) {
            this.first = first;
            this.firstLine = firstLine;
        }
    }

    /// Where a record is.
    ///
    /// @param text the record as far as it is known; else empty
    record Place(long line, Supplier<String> text) {}

    Ledger(AggregateSink sink, Scrubber scrubber) {
        this.sink = sink;
        this.scrubber = scrubber;
        sink.present(known::look);
    }

    Scrubber scrubber() {
        return scrubber;
    }

    /// What follows is in this file.
    void begin(String name) {
        file = scrubber.text(name);
    }

    /// The file that is being read.
    String file() {
        return file;
    }

    /// A record that is sound.
    void take(Aggregate aggregate, Place place) {
        if (known.isFull()) {
            warn(
                    "Repeated records were looked for among the first %,d only."
                            .formatted(KnownFigures.MOST_KEYS));
        }
        switch (known.look(aggregate)) {
            case Finding.News(Aggregate news) -> {
                read++;
                imported++;
                news.metrics()
                        .keySet()
                        .forEach(metric -> distributions.merge(metric, 1L, Long::sum));
                sink.write(news);
            }
            case Finding.Repeated() -> {
                read++;
                duplicates++;
            }
            case Finding.Contradiction() -> reject(OTHER_FIGURES, place);
        }
    }

    /// A record that cannot be used.
    void reject(String reason, Place place) {
        read++;
        count(rejected, reason, place.line);
        if (lines.size() < QuarantinedLine.MOST) {
            String text = place.text.get();
            if (!text.isEmpty()) {
                lines.add(new QuarantinedLine(reason, file, place.line, lineScrubber.scrub(text)));
            }
        }
    }

    /// A record that is sound and says nothing.
    void filter(String reason, Place place) {
        read++;
        count(filtered, reason, place.line);
    }

    /// A distribution or percentile that makes no sense; its record goes without.
    void ignore(Metric metric, QuarantineReason reason, Place place) {
        count(
                ignored.computeIfAbsent(metric, _ -> new LinkedHashMap<>()),
                reason.label(),
                place.line);
    }

    void unused(String name) {
        if (unused.size() < MOST_UNUSED) {
            unused.add(scrubber.text(name));
        }
    }

    void warn(String sentence) {
        warnings.add(sentence);
    }

    private void count(Map<String, Counter> counters, String reason, long line) {
        counters.computeIfAbsent(reason, _ -> new Counter(file + ", line " + line, line)).count++;
    }

    Counts counts() {
        return new Counts(read, imported, 0, duplicates);
    }

    List<LeftOut> rejected() {
        return leftOut(rejected);
    }

    List<LeftOut> filtered() {
        return leftOut(filtered);
    }

    List<LeftOut> ignored(Metric metric) {
        return leftOut(ignored.getOrDefault(metric, Map.of()));
    }

    private static List<LeftOut> leftOut(Map<String, Counter> counters) {
        var parts = new ArrayList<LeftOut>();
        counters.forEach((reason, counter) ->
                parts.add(new LeftOut(reason, counter.count, counter.first, counter.firstLine)));
        parts.sort(
                Comparator.comparingLong(LeftOut::count).reversed().thenComparing(LeftOut::reason));
        return parts;
    }

    long distributions(Metric metric) {
        return distributions.getOrDefault(metric, 0L);
    }

    List<String> unusedNames() {
        return List.copyOf(unused);
    }

    List<String> warnings() {
        return List.copyOf(warnings);
    }

    List<QuarantinedLine> lines() {
        return List.copyOf(lines);
    }
}
