package dev.parallax.importer.join;

import dev.parallax.metric.Metric;
import dev.parallax.rum.Chunk;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// Joins in the plainest way: all records in memory, a sort for each page view, and for each field
/// a search.
final class JoinOracle {
    private static final Comparator<TestPart> NEWEST_FIRST =
            Comparator.comparingLong(TestPart::began)
                    .thenComparingLong(TestPart::version)
                    .thenComparingLong(TestPart::time)
                    .thenComparingLong(JoinOracle::content)
                    .reversed();

    private final JoinRules rules;

    /// @param views in order of time and identity
    record Joined(List<TestPart> views, JoinCounts counts) {}

    JoinOracle(JoinRules rules) {
        this.rules = rules;
    }

    Joined join(List<TestPart> records) {
        var views = new ArrayList<List<TestPart>>();
        records.stream()
                .collect(Collectors.groupingBy(TestPart::identity))
                .values()
                .forEach(alike -> views.addAll(split(alike)));
        long different = views.stream().mapToLong(view -> new HashSet<>(view).size()).sum();
        List<TestPart> joined =
                views.stream()
                        .map(this::view)
                        // the join's own order of page views with one time and identity is by the
                        // hash of the newest record
                        .sorted(
                                Comparator.comparingLong((View view) -> view.joined.time())
                                        .thenComparingLong(view -> view.joined.identity())
                                        .thenComparingLong(view -> content(view.newest)))
                        .map(View::joined)
                        .toList();
        return new Joined(
                joined,
                new JoinCounts(
                        joined.size(), different - joined.size(), records.size() - different));
    }

    private record View(TestPart joined, TestPart newest) {}

    /// What is of one page view, where an identity comes round again.
    private static List<List<TestPart>> split(List<TestPart> alike) {
        var views = new ArrayList<List<TestPart>>();
        for (TestPart part : alike.stream().sorted(NEWEST_FIRST).toList()) {
            if (views.isEmpty() || !belongs(part, views.getLast())) {
                views.add(new ArrayList<>());
            }
            views.getLast().add(part);
        }
        return views;
    }

    private static boolean belongs(TestPart part, List<TestPart> view) {
        long began = view.getLast().began();
        if (began == Chunk.NO_TIME || part.began() == Chunk.NO_TIME) {
            return began == part.began();
        }
        return began - part.began() <= Join.SAME_START_MILLIS
                && part.metrics().entrySet().stream()
                        .noneMatch(told -> contradicts(told.getKey(), told.getValue(), view));
    }

    private static boolean contradicts(int metric, TestPart.Value value, List<TestPart> view) {
        return value.id() != Part.NO_ID
                && view.stream()
                        .map(other -> other.metrics().get(metric))
                        .filter(Objects::nonNull)
                        .anyMatch(other -> other.id() != Part.NO_ID && other.id() != value.id());
    }

    private View view(List<TestPart> records) {
        List<TestPart> parts = records.stream().distinct().sorted(NEWEST_FIRST).toList();
        var metrics = new TreeMap<Integer, TestPart.Value>();
        for (int i = 0; i < Part.METRICS; i++) {
            addMetric(i, parts, metrics);
        }
        var dimensions = new TreeMap<Integer, String>();
        for (int i = 0; i < Part.DIMENSIONS; i++) {
            int dimension = i;
            String text =
                    newest(
                            parts,
                            part -> part.dimensions().getOrDefault(dimension, ""),
                            told -> !told.isEmpty(),
                            "");
            if (!text.isEmpty()) {
                dimensions.put(i, text);
            }
        }
        long time =
                parts.stream()
                        .mapToLong(TestPart::time)
                        .filter(told -> told != Chunk.NO_TIME)
                        .min()
                        .orElse(Chunk.NO_TIME);
        var joined =
                new TestPart(
                        parts.getFirst().identity(),
                        Chunk.NO_TIME,
                        Part.NO_VERSION,
                        time,
                        newest(parts, TestPart::view, id -> id != Part.NO_ID, Part.NO_ID),
                        newest(parts, TestPart::session, id -> id != Part.NO_ID, Part.NO_ID),
                        newest(parts, TestPart::user, id -> id != Part.NO_ID, Part.NO_ID),
                        newest(parts, TestPart::page, page -> !page.isEmpty(), ""),
                        newest(parts, TestPart::weight, told -> told != 0, 0f),
                        newest(parts, TestPart::exclusion, told -> told != 0, 0),
                        metrics,
                        dimensions);
        return new View(joined, parts.getFirst());
    }

    private static <T> T newest(
            List<TestPart> parts, Function<TestPart, T> field, Predicate<T> isThere, T otherwise) {
        return parts.stream().map(field).filter(isThere).findFirst().orElse(otherwise);
    }

    private void addMetric(int metric, List<TestPart> parts, Map<Integer, TestPart.Value> into) {
        List<TestPart> telling =
                parts.stream().filter(part -> part.metrics().containsKey(metric)).toList();
        List<TestPart> sound =
                telling.stream()
                        .filter(part -> part.metrics().get(metric).reason() == null)
                        .toList();
        if (!sound.isEmpty()) {
            long value = combined(metric, sound);
            into.put(metric, new TestPart.Value(value, Part.NO_ID, null));
        } else if (!telling.isEmpty()) {
            TestPart.Value aside = telling.getFirst().metrics().get(metric);
            into.put(metric, new TestPart.Value(aside.fixed(), Part.NO_ID, aside.reason()));
        }
    }

    private long combined(int metric, List<TestPart> sound) {
        return switch (rules.of(Metric.all().get(metric))) {
            case LATEST -> latest(metric, sound);
            case LARGEST ->
                    sound.stream().mapToLong(part -> fixed(part, metric)).max().orElseThrow();
            case SUM ->
                    Math.min(
                            Integer.MAX_VALUE,
                            sound.stream().mapToLong(part -> fixed(part, metric)).sum());
        };
    }

    /// The largest of the newest, then the largest that has its id.
    private static long latest(int metric, List<TestPart> sound) {
        TestPart first = sound.getFirst();
        TestPart best =
                sound.stream()
                        .filter(part ->
                                part.began() == first.began()
                                        && part.version() == first.version()
                                        && part.time() == first.time())
                        .max(
                                Comparator.<TestPart>comparingLong(part -> fixed(part, metric))
                                        .thenComparingLong(JoinOracle::content))
                        .orElseThrow();
        long id = best.metrics().get(metric).id();
        return sound.stream()
                .filter(part ->
                        part.equals(best)
                                || (id != Part.NO_ID && part.metrics().get(metric).id() == id))
                .mapToLong(part -> fixed(part, metric))
                .max()
                .orElseThrow();
    }

    private static long fixed(TestPart part, int metric) {
        return part.metrics().get(metric).fixed();
    }

    private static long content(TestPart record) {
        var dictionaries = TestPart.dictionaries();
        var part = new Part() {};
        record.writeTo(part, dictionaries);
        return new TextHashes(dictionaries).content(part);
    }
}
