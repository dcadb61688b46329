package dev.parallax.importer;

import dev.parallax.importer.Examination.Column;
import dev.parallax.importer.Examination.Confidence;
import dev.parallax.importer.crux.CruxFile;
import dev.parallax.importer.crux.CruxImport;
import dev.parallax.importer.layout.TextLines;
import dev.parallax.importer.mapping.Field;
import dev.parallax.importer.mapping.FieldNames.Match;
import dev.parallax.importer.mapping.Mapping;
import dev.parallax.importer.mapping.Mapping.Shape;
import dev.parallax.importer.mapping.Scale;
import dev.parallax.importer.source.Source;
import dev.parallax.metric.Definition;
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
    private static final Optional<Problem> NONE = Optional.empty();
    private static final int SHOWN_ROWS = 30;
    private static final int LOOKED_AT = 20;
    private static final int SEVERAL_PAIRS = 3;

    private final Formats formats;
    private final Mappings mappings;

    Examiner(Formats formats, Mappings mappings) {
        this.formats = formats;
        this.mappings = mappings;
    }

    Examination examine(Source source, ImportOptions options) {
        boolean isOpen = options.format().isEmpty() && options.mapping().isEmpty();
        Optional<CruxFile> crux =
                isOpen ? CruxFile.find(source).filter(CruxFile::hasFigures) : Optional.empty();
        return crux.map(Examiner::examination).orElseGet(() -> examineRecords(source, options));
    }

    /// Nobody has to say what is in it.
    private static Examination examination(CruxFile crux) {
        return new Examination(
                crux.source().name(),
                CruxImport.FORMAT,
                CruxImport.TITLE,
                crux.evidence(),
                Shape.JSON,
                Optional.empty(),
                List.of(),
                true,
                List.of(),
                Optional.empty());
    }

    private Examination examineRecords(Source source, ImportOptions options) {
        try {
            RecordReader reader = formats.readerFor(source, formats.given(options));
            Mapping mapping = reader.mapping();
            Shape shape =
                    source.form() == Source.Form.PARQUET
                            ? Shape.DELIMITED
                            : mapping.records().shape();
            // what the user has mapped can be mapped anew
            boolean isOwn = options.mapping().isPresent();
            return reader instanceof PlacedReader placed && !isOwn
                    ? examination(
                            source, mapping, shape, true, placed.preview(), reader.units(), NONE)
                    : examination(
                            source,
                            mapping,
                            shape,
                            false,
                            preview(source, shape),
                            reader.units(),
                            NONE);
        } catch (ProblemException unknown) {
            return examineUnknown(source, unknown.problem());
        }
    }

    /// What has columns without a metric among them may have one by another name; nothing else
    /// becomes page views by being mapped otherwise.
    private Examination examineUnknown(Source source, Problem trouble) {
        Shape shape = shape(source);
        boolean isMended = trouble.code().equals(ImportProblems.NO_METRIC);
        PreviewTable table = isMended ? preview(source, shape) : PreviewTable.EMPTY;
        Mapping mapping = mappings.get(shape == Shape.JSON ? "web-vitals" : "csv");
        return examination(source, mapping, shape, false, table, Map.of(), Optional.of(trouble));
    }

    private static PreviewTable preview(Source source, Shape shape) {
        return switch (shape) {
            case LOGFMT -> PreviewTable.ofLines(source, TextLines.Syntax.LOGFMT);
            case QUERY -> PreviewTable.ofLines(source, TextLines.Syntax.QUERY);
            case DELIMITED, JSON, TABLE -> PreviewTable.of(source);
        };
    }

    private Examination examination(
            Source source,
            Mapping mapping,
            Shape shape,
            boolean isFixed,
            PreviewTable table,
            Map<Metric, FoundUnit> units,
            Optional<Problem> trouble) {
        return new Examination(
                source.name(),
                mapping.format().key(),
                mapping.format().title(),
                mapping.format().evidence(),
                shape,
                Optional.ofNullable(mapping.zone()),
                columns(table, mapping, units),
                isFixed,
                table.rows().stream().limit(SHOWN_ROWS).toList(),
                trouble);
    }

    /// What a file is made of, by the looks of its first lines.
    private static Shape shape(Source source) {
        if (source.form() == Source.Form.PARQUET) {
            return Shape.DELIMITED;
        }
        if (PreviewTable.isJson(source)) {
            return Shape.JSON;
        }
        List<String> lines =
                source.preview().lines().filter(line -> !line.isBlank()).limit(LOOKED_AT).toList();
        if (areMostly(lines, TextLines.Syntax.QUERY)) {
            return Shape.QUERY;
        }
        return areMostly(lines, TextLines.Syntax.LOGFMT) ? Shape.LOGFMT : Shape.DELIMITED;
    }

    /// Whether most lines say several things in this syntax: one `=` is in many a text.
    private static boolean areMostly(List<String> lines, TextLines.Syntax syntax) {
        long many =
                lines.stream()
                        .filter(line ->
                                syntax.pairs(line).map(Map::size).orElse(0) >= SEVERAL_PAIRS)
                        .count();
        return !lines.isEmpty() && many * 2 > lines.size();
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
            return new Column(name, "", Confidence.NONE, "", "", Definition.UNKNOWN);
        }
        Confidence confidence =
                mapping.hasPlaces()
                        ? Confidence.CERTAIN
                        : match.rank() == 0 ? Confidence.LIKELY : Confidence.GUESSED;
        if (match.field() instanceof Field.OfMetric(Metric metric)) {
            FoundUnit unit = units.getOrDefault(metric, FoundUnit.ofFormat(metric, match.scale()));
            return new Column(
                    name,
                    match.field().key(),
                    confidence,
                    unit.scale().key(),
                    unit.how(),
                    mapping.definition(metric));
        }
        return new Column(name, match.field().key(), confidence, "", "", Definition.UNKNOWN);
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
