package dev.parallax.importer;

import dev.parallax.importer.layout.FieldPath;
import dev.parallax.importer.layout.Fields;
import dev.parallax.importer.layout.Layout;
import dev.parallax.importer.mapping.Field;
import dev.parallax.importer.mapping.FieldNames;
import dev.parallax.importer.mapping.Mapping;
import dev.parallax.importer.mapping.Place;
import dev.parallax.importer.mapping.Scale;
import dev.parallax.metric.Metric;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Collects the first values of the metrics whose unit a mapping leaves to the values, before the
/// import itself begins.
final class UnitSample implements Fields {
    private static final int MOST_VALUES = 2_000;

    private final Mapping mapping;
    private final List<Taker> takers = new ArrayList<>();
    private final Layout layout;
    private final Map<Metric, double[]> values = new EnumMap<>(Metric.class);
    private final Map<Metric, Integer> counts = new EnumMap<>(Metric.class);
    private @Nullable Metric named;
    private double value;
    private int nameRank;
    private int valueRank;

    private interface Taker {
        void take(char[] text, int from, int length);
    }

    UnitSample(Mapping mapping) {
        this.mapping = mapping;
        var paths = new ArrayList<FieldPath>();
        for (Place place : mapping.places()) {
            for (int i = 0; i < place.paths().size(); i++) {
                Optional<Taker> taker = taker(place.field(), i);
                if (taker.isPresent()) {
                    paths.add(place.paths().get(i));
                    takers.add(taker.get());
                }
            }
        }
        this.layout = Layout.of(paths, mapping.rows());
        begin(0);
    }

    private Optional<Taker> taker(Field field, int rank) {
        return switch (field) {
            case Field.OfMetric(Metric metric) when mapping.numbers().guessed().contains(metric) ->
                    Optional.of(
                            (text, from, length) -> add(metric, Numbers.parse(text, from, length)));
            case Field.Single.METRIC_NAME ->
                    Optional.of((text, from, length) -> name(text, from, length, rank));
            case Field.Single.METRIC_VALUE ->
                    Optional.of((text, from, length) -> value(text, from, length, rank));
            case Field.OfMetric _, Field.OfDimension _, Field.Single _ -> Optional.empty();
        };
    }

    private void name(char[] text, int from, int length, int rank) {
        if (length > 0 && rank < nameRank) {
            nameRank = rank;
            named =
                    mapping.match(new String(text, from, length))
                            .map(FieldNames.Match::field)
                            .map(field ->
                                    field instanceof Field.OfMetric(Metric metric) ? metric : null)
                            .orElse(null);
        }
    }

    private void value(char[] text, int from, int length, int rank) {
        if (length > 0 && rank < valueRank) {
            valueRank = rank;
            value = Numbers.parse(text, from, length);
        }
    }

    private void add(Metric metric, double number) {
        int count = counts.getOrDefault(metric, 0);
        if (number >= 0 && count < MOST_VALUES) {
            values.computeIfAbsent(metric, _ -> new double[MOST_VALUES])[count] = number;
            counts.put(metric, count + 1);
        }
    }

    /// Where the texts are that this wants.
    Layout layout() {
        return layout;
    }

    /// The units found, with their proof.
    Map<Metric, FoundUnit> units() {
        var known = new EnumMap<Metric, @Nullable Scale>(Metric.class);
        var samples = new EnumMap<Metric, double[]>(Metric.class);
        for (Metric metric : mapping.numbers().guessed()) {
            double[] sample =
                    Arrays.copyOf(
                            values.getOrDefault(metric, new double[0]),
                            counts.getOrDefault(metric, 0));
            Arrays.sort(sample);
            known.put(metric, null);
            samples.put(metric, sample);
        }
        return Units.find(known, samples);
    }

    @Override
    public void begin(long line) {
        named = null;
        value = Double.NaN;
        nameRank = Integer.MAX_VALUE;
        valueRank = Integer.MAX_VALUE;
    }

    @Override
    public void field(int slot, char[] text, int from, int length) {
        takers.get(slot).take(text, from, length);
    }

    @Override
    public void end() {
        Metric metric = named;
        if (metric != null && mapping.numbers().guessed().contains(metric)) {
            add(metric, value);
        }
    }

    @Override
    public void broken(long line, Fault fault) {
        // counted when it is imported
    }
}
