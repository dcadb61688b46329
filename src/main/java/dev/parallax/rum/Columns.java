package dev.parallax.rum;

import dev.parallax.metric.Dimension;
import dev.parallax.metric.Metric;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/// The columns of one data set in memory: each is read when it is first needed and then kept.
final class Columns {
    private final int rows;
    private final boolean weighted;
    private final PageViewLoader loader;
    private final Lazy<Dictionaries> dictionaries;
    private final Lazy<Templates> templates;
    private final Lazy<Codes> templateCodes;
    private final Lazy<Codes> pathCodes;
    private final Lazy<Moments> moments;
    private final Lazy<Sessions> sessions;
    private final Lazy<double[]> weights;
    private final Lazy<Double> largestWeight;
    private final Lazy<Codes> exclusions;
    private final Map<Metric, Lazy<int[]>> metrics = new EnumMap<>(Metric.class);
    private final Map<Dimension, Lazy<Codes>> dimensions = new EnumMap<>(Dimension.class);

    Columns(int rows, Dataset.Weighting weighting, PageViewLoader loader, PageRules rules) {
        this.rows = rows;
        this.weighted = weighting == Dataset.Weighting.BY_ROW;
        this.loader = loader;
        this.dictionaries = new Lazy<>(loader::dictionaries);
        this.templates = new Lazy<>(() -> new Templates(dictionaries().pages(), rules));
        this.templateCodes = new Lazy<>(this::loadTemplateCodes);
        this.pathCodes = new Lazy<>(this::loadPathCodes);
        this.moments = new Lazy<>(this::loadMoments);
        this.sessions = new Lazy<>(this::loadSessions);
        this.weights = new Lazy<>(this::loadWeights);
        this.largestWeight = new Lazy<>(() -> Arrays.stream(weights()).max().orElse(1));
        this.exclusions = new Lazy<>(this::loadExclusions);
        for (Metric metric : Metric.all()) {
            metrics.put(metric, new Lazy<>(() -> loadMetric(metric)));
        }
        for (Dimension dimension : Dimension.all()) {
            dimensions.put(dimension, new Lazy<>(() -> loadDimension(dimension)));
        }
    }

    Dictionaries dictionaries() {
        return dictionaries.get();
    }

    Templates templates() {
        return templates.get();
    }

    /// The page template of each row.
    Codes templateCodes() {
        return templateCodes.get();
    }

    /// The page path of each row.
    Codes pathCodes() {
        return pathCodes.get();
    }

    Moments moments() {
        return moments.get();
    }

    Sessions sessions() {
        return sessions.get();
    }

    int rows() {
        return rows;
    }

    /// Whether rows stand for different numbers of page views.
    boolean isWeighted() {
        return weighted;
    }

    /// The weight of each row; not to be asked for unless the data set is weighted.
    double[] weights() {
        return weights.get();
    }

    double largestWeight() {
        return largestWeight.get();
    }

    int[] metric(Metric metric) {
        return Objects.requireNonNull(metrics.get(metric)).get();
    }

    Codes dimension(Dimension dimension) {
        return Objects.requireNonNull(dimensions.get(dimension)).get();
    }

    /// Why each row is left out, as [Exclusion#code()]; not to be asked for unless a row is.
    Codes exclusions() {
        return exclusions.get();
    }

    /// How many rows have each path, by its code. The column is not kept.
    long[] pathCounts() {
        var counts = new long[dictionaries().pages().size()];
        loader.readInts(
                Column.Single.PAGE,
                (_, paths, count) -> {
                    for (int i = 0; i < count; i++) {
                        counts[paths[i]]++;
                    }
                });
        return counts;
    }

    private int[] loadMetric(Metric metric) {
        var values = new int[rows];
        loader.readInts(
                new Column.OfMetric(metric),
                (firstRow, entries, count) ->
                        System.arraycopy(entries, 0, values, firstRow, count));
        return values;
    }

    private Codes loadDimension(Dimension dimension) {
        Codes codes = Codes.allocate(rows, dictionaries().dimension(dimension).size());
        loader.readInts(new Column.OfDimension(dimension), codes::set);
        return codes;
    }

    private Codes loadTemplateCodes() {
        Codes codes = Codes.allocate(rows, templates().cardinality());
        loader.readInts(
                Column.Single.PAGE,
                (firstRow, paths, count) -> {
                    templates().translate(paths, count);
                    codes.set(firstRow, paths, count);
                });
        return codes;
    }

    private Codes loadExclusions() {
        Codes codes = Codes.allocate(rows, Exclusion.all().size());
        loader.readInts(Column.Single.EXCLUSION, codes::set);
        return codes;
    }

    private Codes loadPathCodes() {
        Codes codes = Codes.allocate(rows, dictionaries().pages().size());
        loader.readInts(Column.Single.PAGE, codes::set);
        return codes;
    }

    PageViewLoader loader() {
        return loader;
    }

    /// Calls for one chunk of a column of longs after the other, and keeps nothing.
    void scanLongs(Column column, PageViewLoader.LongChunks into) {
        loader.readLongs(column, into);
    }

    /// Calls for one chunk of a column of ints after the other, and keeps nothing.
    void scanInts(Column column, PageViewLoader.IntChunks into) {
        loader.readInts(column, into);
    }

    private Moments loadMoments() {
        var loaded = new Moments(rows);
        loader.readLongs(Column.Single.TIME, loaded::set);
        return loaded;
    }

    private Sessions loadSessions() {
        var loaded = new Sessions(rows);
        loader.readLongs(Column.Single.SESSION, loaded::set);
        loaded.close();
        return loaded;
    }

    private double[] loadWeights() {
        var values = new double[rows];
        loader.readInts(
                Column.Single.WEIGHT,
                (firstRow, bits, count) -> {
                    for (int i = 0; i < count; i++) {
                        values[firstRow + i] = Float.intBitsToFloat(bits[i]);
                    }
                });
        return values;
    }
}
