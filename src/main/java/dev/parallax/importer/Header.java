package dev.parallax.importer;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.parallax.importer.layout.FlatRecord;
import dev.parallax.importer.mapping.Field;
import dev.parallax.importer.mapping.FieldNames.Match;
import dev.parallax.importer.mapping.Mapping;
import dev.parallax.importer.mapping.Place;
import dev.parallax.importer.mapping.Scale;
import dev.parallax.importer.source.Source;
import dev.parallax.metric.Metric;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The header of a CSV file: where it is, what separates its columns and what each of them holds.
///
/// It is the first of the first 20 rows that names a metric, whatever stands before it. Of the
/// separators `, ; TAB | ^` the one counts by which most columns mean something.
final class Header {
    /// Longer rows than this many characters mean that a quote is missing.
    static final int LONGEST_ROW = 4_000_000;

    private static final List<Character> SEPARATORS = List.of(',', ';', '\t', '|', '^');
    private static final int FIRST_ROWS = 20;

    /// Rows by which units are judged.
    static final int SAMPLE_ROWS = 2_000;

    private static final int NO_ROW = -1;

    private final char separator;
    private final int row;
    private final List<String> names;
    private final Mapping mapping;
    private final List<Optional<Match>> matches;
    private final Map<Metric, FoundUnit> units;
    private final Set<String> within;

    private Header(
            char separator,
            int row,
            List<String> names,
            Mapping mapping,
            IntFunction<double[]> samples) {
        this.separator = separator;
        this.row = row;
        this.names = names;
        this.mapping = ColumnPlaces.fit(mapping, names);
        this.matches = onePerField(names.stream().map(this.mapping::match).toList());
        this.units = units(mapping, samples);
        this.within = this.mapping.namesBehindDots();
    }

    /// Finds the header.
    ///
    /// @throws dev.parallax.problem.ProblemException if there is none with a metric
    static Header find(Source source, Mapping mapping) {
        Header best = null;
        for (char separator : SEPARATORS) {
            List<FirstRows.Row> first = rows(source, separator, FIRST_ROWS);
            Optional<Header> header = find(separator, first, mapping);
            if (header.isPresent() && (best == null || header.get().width() > best.width())) {
                best = header.get();
            }
        }
        if (best == null) {
            throw refusal(source, mapping);
        }
        // only its rows are worth a longer look
        return find(best.separator, rows(source, best.separator), mapping).orElse(best);
    }

    /// The columns of a file that says itself what they are called.
    ///
    /// @param samples the first numbers of a column that are not negative, sorted
    /// @throws dev.parallax.problem.ProblemException if none of them is a metric
    static Header ofColumns(
            String file, List<String> names, Mapping mapping, IntFunction<double[]> samples) {
        var header = new Header(',', NO_ROW, names, mapping, samples);
        if (!header.hasMetric()) {
            throw refusal(file, names, mapping);
        }
        return header;
    }

    /// Whether the names have all columns of one of the signatures, in whatever case.
    static boolean hasColumns(List<String> columns, List<List<String>> signatures) {
        Set<String> names =
                columns.stream()
                        .map(name -> name.toLowerCase(Locale.ROOT))
                        .collect(Collectors.toSet());
        return signatures.stream()
                .anyMatch(signature ->
                        signature.stream()
                                .map(name -> name.toLowerCase(Locale.ROOT))
                                .allMatch(names::contains));
    }

    /// What may be a header: the first rows, cut by each of the separators.
    static List<List<String>> firstRows(Source source) {
        var all = new ArrayList<List<String>>();
        for (char separator : SEPARATORS) {
            rows(source, separator, FIRST_ROWS).forEach(row -> all.add(names(row)));
        }
        return all;
    }

    private static Optional<Header> find(
            char separator, List<FirstRows.Row> rows, Mapping mapping) {
        for (int row = 0; row < Math.min(rows.size(), FIRST_ROWS); row++) {
            List<String> names = names(rows.get(row));
            if (names.stream().anyMatch(Header::isNumber)) {
                continue;
            }
            List<FirstRows.Row> sample =
                    rows.subList(row + 1, Math.min(rows.size(), row + 1 + SAMPLE_ROWS));
            var header =
                    new Header(separator, row, names, mapping, column -> numbers(sample, column));
            if (header.hasMetric()) {
                header.units.putAll(header.guessed(sample));
                return Optional.of(header);
            }
        }
        return Optional.empty();
    }

    private static List<String> names(FirstRows.Row row) {
        List<String> names = row.fields().stream().map(String::strip).toList();
        int end = names.size();
        while (end > 0 && names.get(end - 1).isEmpty()) {
            end--;
        }
        return names.subList(0, end);
    }

    private static boolean isNumber(String name) {
        return !Double.isNaN(Numbers.parse(name.toCharArray(), 0, name.length()));
    }

    private static RuntimeException refusal(Source source, Mapping mapping) {
        List<String> names =
                SEPARATORS.stream()
                        .map(separator -> rows(source, separator))
                        .filter(rows -> !rows.isEmpty())
                        .map(rows -> rows.getFirst().fields())
                        .max(Comparator.comparingInt(List::size))
                        .orElse(List.of());
        return refusal(source.name(), names, mapping);
    }

    private static RuntimeException refusal(String file, List<String> names, Mapping mapping) {
        if (mapping.hasPlaces() && !names.isEmpty()) {
            return ImportProblems.noMappedColumn(file, names);
        }
        List<String> aggregates = names.stream().filter(mapping.names()::isAggregate).toList();
        return aggregates.isEmpty()
                ? ImportProblems.noMetricColumn(file, names)
                : ImportProblems.aggregates(file, aggregates);
    }

    private static List<FirstRows.Row> rows(Source source, char separator) {
        return rows(source, separator, SAMPLE_ROWS + FIRST_ROWS);
    }

    private static List<FirstRows.Row> rows(Source source, char separator, int most) {
        var rows = new ArrayList<FirstRows.Row>();
        try (CsvReader<FirstRows.Row> reader =
                reader(separator)
                        .allowUnclosedQuote(true)
                        .build(new FirstRows(), source.preview())) {
            for (FirstRows.Row row : reader) {
                rows.add(row);
                if (rows.size() > most) {
                    return rows;
                }
            }
        } catch (CsvParseException _) {
            // With the wrong separator quotes are in odd places; with the right one reading will
            // tell
            return rows;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        if (!source.isWhole() && !rows.isEmpty()) {
            rows.removeLast();
        }
        return rows;
    }

    /// Reads rows with more or fewer fields too: they are counted, not a reason to give up.
    static CsvReader.CsvReaderBuilder reader(char separator) {
        return CsvReader.builder()
                .fieldSeparator(separator)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .maxBufferSize(LONGEST_ROW);
    }

    /// Leaves to each field only the column with its likeliest name, the first of equals.
    private static List<Optional<Match>> onePerField(List<Optional<Match>> matches) {
        var best = new HashMap<Field, Integer>();
        for (int i = 0; i < matches.size(); i++) {
            int column = i;
            matches.get(i)
                    .ifPresent(match ->
                            best.merge(
                                    match.field(),
                                    column,
                                    (old, other) ->
                                            rank(matches, other) < rank(matches, old)
                                                    ? other
                                                    : old));
        }
        return IntStream.range(0, matches.size())
                .mapToObj(i ->
                        matches.get(i).filter(match -> best.getOrDefault(match.field(), i) == i))
                .toList();
    }

    private static int rank(List<Optional<Match>> matches, int column) {
        return matches.get(column).map(Match::rank).orElse(Integer.MAX_VALUE);
    }

    /// @param format the mapping before it was fitted: the units it names are the format's own
    private Map<Metric, FoundUnit> units(Mapping format, IntFunction<double[]> sample) {
        var named = new EnumMap<Metric, @Nullable Scale>(Metric.class);
        var samples = new EnumMap<Metric, double[]>(Metric.class);
        for (int column = 0; column < matches.size(); column++) {
            Match match = matches.get(column).orElse(null);
            if (match != null && match.field() instanceof Field.OfMetric(Metric metric)) {
                named.put(metric, match.scale());
                samples.put(metric, sample.apply(column));
            }
        }
        Map<Metric, FoundUnit> found = Units.find(named, samples);
        for (Place place : format.places()) {
            if (place.field() instanceof Field.OfMetric(Metric metric) && place.scale() != null) {
                found.replace(metric, FoundUnit.ofFormat(metric, place.scale()));
            }
        }
        return found;
    }

    /// The units that values decide which stand in one column for all metrics.
    private Map<Metric, FoundUnit> guessed(List<FirstRows.Row> sample) {
        if (mapping.numbers().guessed().isEmpty() || !hasNamedValues()) {
            return Map.of();
        }
        var units = new UnitSample(mapping);
        var record = new FlatRecord(units.layout(), units);
        for (FirstRows.Row row : sample) {
            record.begin(row.line());
            for (int i = 0; i < Math.min(row.fields().size(), names.size()); i++) {
                FlatRecord.Column column = record.column(names.get(i));
                if (column != null) {
                    char[] text = row.fields().get(i).toCharArray();
                    record.put(column, text, 0, text.length);
                }
            }
            record.end();
        }
        return units.units();
    }

    private static double[] numbers(List<FirstRows.Row> sample, int column) {
        return sample.stream()
                .filter(row -> row.fields().size() > column)
                .map(row -> row.fields().get(column).toCharArray())
                .mapToDouble(text -> Numbers.parse(text, 0, text.length))
                .filter(number -> number >= 0)
                .sorted()
                .toArray();
    }

    private boolean hasMetric() {
        return !units.isEmpty() || names.stream().anyMatch(within::contains) || hasNamedValues();
    }

    private boolean hasNamedValues() {
        return has(Field.Single.METRIC_NAME) && has(Field.Single.METRIC_VALUE);
    }

    private boolean has(Field field) {
        return matches.stream()
                .flatMap(Optional::stream)
                .anyMatch(match -> match.field().equals(field));
    }

    /// Columns that mean something.
    private long width() {
        return matches.stream().flatMap(Optional::stream).count()
                + names.stream().filter(within::contains).count();
    }

    /// The mapping, fitted to the columns there are.
    Mapping mapping() {
        return mapping;
    }

    char separator() {
        return separator;
    }

    /// Rows before the header.
    int row() {
        return row;
    }

    /// The columns' names, up to the last one that is not empty.
    List<String> names() {
        return names;
    }

    Optional<Match> match(int column) {
        return matches.get(column);
    }

    Map<Metric, FoundUnit> units() {
        return units;
    }

    /// Names of columns that are not read.
    List<String> unused() {
        return IntStream.range(0, names.size())
                .filter(column -> matches.get(column).isEmpty() && !names.get(column).isEmpty())
                .mapToObj(names::get)
                .toList();
    }
}
