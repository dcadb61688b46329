package dev.parallax.importer;

import dev.parallax.importer.layout.FlatRecord;
import dev.parallax.importer.mapping.Field;
import dev.parallax.importer.mapping.Mapping;
import dev.parallax.importer.mapping.Scale;
import dev.parallax.importer.parquet.ColumnTaker;
import dev.parallax.importer.parquet.ParquetFile;
import dev.parallax.importer.parquet.RowTaker;
import dev.parallax.importer.source.Meter;
import dev.parallax.importer.source.Source;
import dev.parallax.metric.Metric;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Reads Parquet files: columns by their names, as those of a CSV file, but of numbers that were
/// never texts.
final class ParquetReader implements RecordReader {
    private final Source source;
    private final Mapping mapping;
    private final Header header;
    private final List<String> nested;

    private ParquetReader(Source source, Mapping mapping, Header header, List<String> nested) {
        this.source = source;
        this.mapping = mapping;
        this.header = header;
        this.nested = nested;
    }

    /// Looks at the columns and their first values.
    ///
    /// @throws dev.parallax.problem.ProblemException if no column is a metric
    static ParquetReader prepare(Source source, Mapping mapping, ParquetFile file) {
        List<String> names = file.columns();
        Header header =
                Header.ofColumns(
                        source.name(), names, mapping, column -> sample(file, names.get(column)));
        return new ParquetReader(source, header.mapping(), header, file.nested());
    }

    private static double[] sample(ParquetFile file, String column) {
        var sample = new Sample();
        file.read(Map.of(column, sample), sample, Header.SAMPLE_ROWS, _ -> {});
        return sample.sorted();
    }

    /// The first numbers of a column.
    private static final class Sample implements ColumnTaker, RowTaker {
        private final double[] numbers = new double[Header.SAMPLE_ROWS];
        private int count;

        @Override
        public void begin(long row) {}

        @Override
        public int text(char[] text, int from, int length) {
            number(Numbers.parse(text, from, length));
            return 0;
        }

        @Override
        public void number(double number) {
            if (number >= 0) {
                numbers[count++] = number;
            }
        }

        @Override
        public void number(long number) {
            number((double) number);
        }

        @Override
        public void time(long millis, Zone zone) {}

        @Override
        public void end() {}

        double[] sorted() {
            double[] sorted = Arrays.copyOf(numbers, count);
            Arrays.sort(sorted);
            return sorted;
        }
    }

    @Override
    public Source source() {
        return source;
    }

    @Override
    public Mapping mapping() {
        return mapping;
    }

    @Override
    public Map<Metric, FoundUnit> units() {
        return header.units();
    }

    @Override
    public void read(Intake intake, Meter meter) throws IOException {
        header.unused().forEach(intake.tally()::unused);
        for (String name : nested) {
            intake.tally().unused(name);
            intake.tally().warn("The column %s is nested and was not read.".formatted(name));
        }
        var takers = new HashMap<String, ColumnTaker>();
        RowTaker rows = mapping.hasPlaces() ? placed(intake, takers) : byWords(intake, takers);
        try (ParquetFile file = ParquetFile.open(source.path(), source.name())) {
            double bytesPerRow = (double) source.size() / Math.max(1, file.rows());
            file.read(takers, rows, Long.MAX_VALUE, read -> meter.at((long) (read * bytesPerRow)));
        }
        source.refuseIfChanged();
    }

    private RowTaker byWords(Intake intake, Map<String, ColumnTaker> takers) {
        Cells cells = intake.cells(mapping);
        var measurement = new Measurement(mapping, cells);
        var rows = new ParquetCells(measurement, intake);
        for (int column = 0; column < header.names().size(); column++) {
            String name = header.names().get(column);
            header.match(column)
                    .map(match -> cells.cell(match.field(), scale(match.field()), measurement))
                    .ifPresent(cell -> takers.put(name, rows.taker(cell)));
        }
        return rows;
    }

    private Scale scale(Field field) {
        FoundUnit unit =
                field instanceof Field.OfMetric(Metric metric) ? units().get(metric) : null;
        return unit == null ? Scale.MILLISECONDS : unit.scale();
    }

    private RowTaker placed(Intake intake, Map<String, ColumnTaker> takers) {
        var record =
                new MappedRecord(mapping, intake.cells(mapping), header.units(), intake::accept);
        var flat = new FlatRecord(record.layout(), record);
        for (String name : header.names()) {
            FlatRecord.Column column = flat.column(name);
            if (column != null) {
                takers.put(name, new TextTaker(flat, column));
            }
        }
        return new FlatRows(flat);
    }

    private record FlatRows(FlatRecord flat) implements RowTaker {
        @Override
        public void begin(long row) {
            flat.begin(row);
        }

        @Override
        public void end() {
            flat.end();
        }
    }

    /// Hands on values as the texts that places are read from.
    private record TextTaker(FlatRecord flat, FlatRecord.Column column) implements ColumnTaker {
        @Override
        public int text(char[] text, int from, int length) {
            if (length > 0) {
                flat.put(column, text, from, length);
            }
            return 0;
        }

        @Override
        public void number(double number) {
            text(Double.toString(number));
        }

        @Override
        public void number(long number) {
            text(Long.toString(number));
        }

        @Override
        public void time(long millis, Zone zone) {
            String instant = Instant.ofEpochMilli(millis).toString();
            text(zone == Zone.UTC ? instant : instant.substring(0, instant.length() - 1));
        }

        private void text(String text) {
            text(text.toCharArray(), 0, text.length());
        }
    }
}
