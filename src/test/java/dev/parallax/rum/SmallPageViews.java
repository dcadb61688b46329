package dev.parallax.rum;

import dev.parallax.metric.Dimension;
import dev.parallax.metric.Metric;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A few page views drawn at random so that everything odd is in them: ties, zeros, values beyond
/// all slots, views without time, metric, page or session, chunks of any length. Both in plain
/// words and as an opened data set.
record SmallPageViews(List<View> views, PageViews opened) {
    /// A page view in plain words, with what it has of metrics in fixed point form.
    record View(
            int row,
            long time,
            Map<Metric, Integer> metrics,
            Map<Dimension, String> dimensions,
            String page,
            long session,
            long user,
            long id,
            Exclusion exclusion,
            float weight) {
        boolean has(Metric metric) {
            return metrics.containsKey(metric);
        }

        boolean hasTime() {
            return time != Chunk.NO_TIME;
        }
    }

    private static final int SPAN_BITS = 40;
    private static final long BEGIN = 1_790_000_000_000L;

    /// At most so many views, often fewer.
    static SmallPageViews draw(RandomGenerator random, int most) {
        return draw(random, most, 1L << random.nextInt(1, SPAN_BITS));
    }

    /// @param spanMillis the time all views are in
    static SmallPageViews draw(RandomGenerator random, int most, long spanMillis) {
        boolean weighted = random.nextBoolean();
        boolean excluding = random.nextInt(4) == 0;
        int valueBits = random.nextInt(1, 25);
        var views = new ArrayList<View>();
        int count = random.nextInt(most + 1);
        for (int row = 0; row < count; row++) {
            views.add(
                    new View(
                            row,
                            random.nextInt(12) == 0
                                    ? Chunk.NO_TIME
                                    : BEGIN + random.nextLong(spanMillis),
                            metrics(random, valueBits),
                            dimensions(random),
                            random.nextInt(9) == 0 ? "" : "/Shop/" + random.nextInt(30),
                            random.nextInt(4) == 0 ? Chunk.NO_SESSION : 1 + random.nextInt(20),
                            random.nextInt(4) == 0 ? Chunk.NO_USER : -1 - random.nextInt(20),
                            random.nextInt(4) == 0 ? Chunk.NO_VIEW : random.nextLong(),
                            excluding && random.nextInt(5) == 0 ? Exclusion.BOT : Exclusion.NONE,
                            weighted ? weight(random) : 1));
        }
        return new SmallPageViews(views, new PageViews(dataset(views), new Loader(views, random)));
    }

    private static Map<Metric, Integer> metrics(RandomGenerator random, int bits) {
        var metrics = new EnumMap<Metric, Integer>(Metric.class);
        for (Metric metric : Metric.all()) {
            if (random.nextInt(7) > 0) {
                metrics.put(metric, random.nextInt(6) == 0 ? 0 : random.nextInt(1 << bits));
            }
        }
        return metrics;
    }

    private static Map<Dimension, String> dimensions(RandomGenerator random) {
        var dimensions = new EnumMap<Dimension, String>(Dimension.class);
        for (Dimension dimension : Dimension.all()) {
            if (random.nextInt(5) > 0) {
                dimensions.put(dimension, dimension.key() + random.nextInt(4));
            }
        }
        return dimensions;
    }

    private static float weight(RandomGenerator random) {
        return switch (random.nextInt(3)) {
            case 0 -> 1 + random.nextInt(20);
            case 1 -> random.nextFloat() + 0.001f;
            default -> 10;
        };
    }

    private static Dataset dataset(List<View> views) {
        List<View> counted =
                views.stream().filter(view -> view.exclusion == Exclusion.NONE).toList();
        boolean weighted = views.stream().anyMatch(view -> view.weight != 1);
        long[] times =
                counted.stream().filter(View::hasTime).mapToLong(View::time).sorted().toArray();
        return new Dataset(
                1,
                1,
                Dataset.Kind.PAGE_VIEWS,
                "small",
                Instant.EPOCH,
                new Dataset.Size(
                        views.size(),
                        counted.size(),
                        counted.stream().mapToDouble(View::weight).sum(),
                        weighted ? Dataset.Weighting.BY_ROW : Dataset.Weighting.NONE),
                times.length == 0 ? null : Instant.ofEpochMilli(times[0]),
                times.length == 0 ? null : Instant.ofEpochMilli(times[times.length - 1]),
                new Provenance("small", Map.of()));
    }

    /// Those that are selected.
    List<View> in(Selection selection) {
        return views.stream().filter(view -> selection.isSelected(view.row)).toList();
    }

    /// A segment that about half of the views are in.
    static Segment segment(RandomGenerator random) {
        Segment segment = Segment.ALL;
        if (random.nextBoolean()) {
            Dimension dimension = Dimension.all().get(random.nextInt(Dimension.all().size()));
            segment = segment.with(dimension, Set.of(dimension.key() + 1, Segment.UNKNOWN_VALUE));
        }
        return random.nextInt(3) == 0 ? segment.including(Set.of(Exclusion.BOT)) : segment;
    }

    /// Hands the views out in chunks of any length.
    private static final class Loader implements PageViewLoader {
        private final List<View> views;
        private final List<Integer> starts = new ArrayList<>();
        private final Dictionaries dictionaries =
                new Dictionaries(new Dictionary(), _ -> new Dictionary());

        Loader(List<View> views, RandomGenerator random) {
            this.views = views;
            int longest = 1 + random.nextInt(100);
            for (int at = 0; at < views.size(); at += 1 + random.nextInt(longest)) {
                starts.add(at);
            }
            starts.add(views.size());
            for (View view : views) {
                dictionaries.pages().code(view.page);
                view.dimensions.forEach(
                        (dimension, text) -> dictionaries.dimension(dimension).code(text));
            }
        }

        @Override
        public void readInts(Column column, IntChunks into) {
            IntStream.range(0, starts.size() - 1).forEach(chunk -> ints(column, chunk, into));
        }

        @Override
        public void readLongs(Column column, LongChunks into) {
            IntStream.range(0, starts.size() - 1).forEach(chunk -> longs(column, chunk, into));
        }

        @Override
        public Map<Column, Long> readRow(int row) {
            View view = views.get(row);
            return Column.all().stream()
                    .collect(
                            Collectors.toMap(
                                    column -> column,
                                    column ->
                                            column.isLong()
                                                    ? longs(column).applyAsLong(view)
                                                    : (long) ints(column).applyAsInt(view)));
        }

        private List<View> chunk(int number) {
            return views.subList(starts.get(number), starts.get(number + 1));
        }

        private void ints(Column column, int chunk, IntChunks into) {
            int[] entries = chunk(chunk).stream().mapToInt(ints(column)).toArray();
            into.accept(starts.get(chunk), entries, entries.length);
        }

        private ToIntFunction<View> ints(Column column) {
            return switch (column) {
                case Column.OfMetric(Metric metric) ->
                        view -> view.metrics.getOrDefault(metric, Chunk.MISSING);
                case Column.OfDimension(Dimension dimension) ->
                        view ->
                                dictionaries
                                        .dimension(dimension)
                                        .code(view.dimensions.getOrDefault(dimension, ""));
                case Column.Single.PAGE -> view -> dictionaries.pages().code(view.page);
                case Column.Single.EXCLUSION -> view -> view.exclusion.code();
                case Column.Single.WEIGHT -> view -> Float.floatToRawIntBits(view.weight);
                default -> throw new IllegalArgumentException(column.toString());
            };
        }

        private void longs(Column column, int chunk, LongChunks into) {
            long[] entries = chunk(chunk).stream().mapToLong(longs(column)).toArray();
            into.accept(starts.get(chunk), entries, entries.length);
        }

        private static ToLongFunction<View> longs(Column column) {
            return switch (column) {
                case Column.Single.TIME -> View::time;
                case Column.Single.SESSION -> View::session;
                case Column.Single.USER -> View::user;
                case Column.Single.VIEW -> View::id;
                default -> throw new IllegalArgumentException(column.toString());
            };
        }

        @Override
        public Dictionaries dictionaries() {
            return dictionaries;
        }
    }
}
