package dev.parallax.importer;

import dev.parallax.importer.Examination.Column;
import dev.parallax.importer.Examination.Confidence;
import dev.parallax.importer.mapping.Field;
import dev.parallax.importer.mapping.FieldNames.Match;
import dev.parallax.importer.mapping.Mapping;
import dev.parallax.importer.mapping.Mapping.Shape;
import dev.parallax.importer.mapping.Scale;
import dev.parallax.importer.source.Source;
import dev.parallax.metric.Metric;
import dev.parallax.problem.Problem;
import dev.parallax.problem.ProblemException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Looks at the first part of a file and says what each column was taken for, also of a file that
/// cannot be imported as it is: then the user says what the columns are.
final class Examiner {
    private static final int SHOWN_ROWS = 30;

    private final Formats formats;
    private final Mappings mappings;

    Examiner(Formats formats, Mappings mappings) {
        this.formats = formats;
        this.mappings = mappings;
    }

    Examination examine(Source source, ImportOptions options) {
        Mapping mapping;
        Map<Metric, FoundUnit> units = Map.of();
        Optional<Problem> trouble = Optional.empty();
        try {
            RecordReader reader = formats.readerFor(source, formats.given(options));
            mapping = reader.mapping();
            units = reader.units();
        } catch (ProblemException unknown) {
            trouble = Optional.of(unknown.problem());
            mapping = mappings.get(PreviewTable.isJson(source) ? "web-vitals" : "csv");
        }
        PreviewTable table = PreviewTable.of(source);
        return new Examination(
                source.name(),
                mapping.format().key(),
                mapping.format().title(),
                mapping.format().evidence(),
                shape(source, mapping),
                Optional.ofNullable(mapping.zone()),
                columns(table, mapping, units),
                table.rows().stream().limit(SHOWN_ROWS).toList(),
                trouble);
    }

    private static Shape shape(Source source, Mapping mapping) {
        return PreviewTable.isJson(source) && mapping.records().shape() == Shape.DELIMITED
                ? Shape.JSON
                : mapping.records().shape();
    }

    private static List<Column> columns(
            PreviewTable table, Mapping mapping, Map<Metric, FoundUnit> known) {
        var matches = new ArrayList<@Nullable Match>();
        for (String name : table.names()) {
            matches.add(mapping.match(name).orElse(null));
        }
        leaveOneOfEach(matches);
        Map<Metric, FoundUnit> units = known.isEmpty() ? units(table, matches) : known;
        return IntStream.range(0, table.names().size())
                .mapToObj(column ->
                        column(table.names().get(column), matches.get(column), mapping, units))
                .toList();
    }

    /// Of several columns of one kind the likeliest counts, the first of equals.
    private static void leaveOneOfEach(List<@Nullable Match> matches) {
        for (int i = 0; i < matches.size(); i++) {
            for (int j = 0; j < matches.size(); j++) {
                Match one = matches.get(i);
                Match other = matches.get(j);
                if (i != j
                        && one != null
                        && other != null
                        && one.field().equals(other.field())
                        && (other.rank() < one.rank() || (other.rank() == one.rank() && j < i))) {
                    matches.set(i, null);
                }
            }
        }
    }

    private static Column column(
            String name, @Nullable Match match, Mapping mapping, Map<Metric, FoundUnit> units) {
        if (match == null) {
            return new Column(name, "", Confidence.NONE, "", "");
        }
        Confidence confidence =
                mapping.hasPlaces()
                        ? Confidence.CERTAIN
                        : match.rank() == 0 ? Confidence.LIKELY : Confidence.GUESSED;
        if (match.field() instanceof Field.OfMetric(Metric metric)) {
            FoundUnit unit = units.getOrDefault(metric, FoundUnit.ofFormat(metric, match.scale()));
            return new Column(
                    name, match.field().key(), confidence, unit.scale().key(), unit.how());
        }
        return new Column(name, match.field().key(), confidence, "", "");
    }

    private static Map<Metric, FoundUnit> units(PreviewTable table, List<@Nullable Match> matches) {
        var named = new EnumMap<Metric, @Nullable Scale>(Metric.class);
        var samples = new EnumMap<Metric, double[]>(Metric.class);
        for (int column = 0; column < matches.size(); column++) {
            Match match = matches.get(column);
            if (match != null && match.field() instanceof Field.OfMetric(Metric metric)) {
                named.put(metric, match.scale());
                samples.put(metric, numbers(table, column));
            }
        }
        return Units.find(named, samples);
    }

    private static double[] numbers(PreviewTable table, int column) {
        return table.rows().stream()
                .map(row -> row.get(column).toCharArray())
                .mapToDouble(text -> Numbers.parse(text, 0, text.length))
                .filter(number -> number >= 0)
                .sorted()
                .toArray();
    }

    /// The unit that a column's values have by their size, with the proof, whatever it is called.
    ///
    /// @param values texts of one column
    static FoundUnit unitOf(Metric metric, List<String> values) {
        double[] numbers =
                values.stream()
                        .map(String::toCharArray)
                        .mapToDouble(text -> Numbers.parse(text, 0, text.length))
                        .filter(number -> number >= 0)
                        .sorted()
                        .toArray();
        var named = new EnumMap<Metric, @Nullable Scale>(Metric.class);
        named.put(metric, null);
        FoundUnit found = Units.find(named, new EnumMap<>(Map.of(metric, numbers))).get(metric);
        return found == null ? FoundUnit.ofFormat(metric, null) : found;
    }

    /// The keys of everything a column can hold.
    static List<String> fields() {
        var keys = new ArrayList<String>();
        Metric.all().forEach(metric -> keys.add(metric.key()));
        Arrays.stream(Field.Single.values()).map(Field.Single::key).forEach(keys::add);
        dev.parallax.metric.Dimension.all().forEach(dimension -> keys.add(dimension.key()));
        return keys;
    }
}
