package dev.parallax.importer;

import dev.parallax.importer.mapping.Field;
import dev.parallax.importer.mapping.Scale;
import dev.parallax.importer.mapping.Mapping;
import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.RecordType;
import dev.parallax.metric.Dimension;
import dev.parallax.metric.Metric;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.CharBuffer;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads files of rows and separated columns, straight from the parser's buffer into drafts.
final class DelimitedReader implements RecordReader {
    private final Source source;
    private final Mapping mapping;
    private final Header header;

    private DelimitedReader(Source source, Mapping mapping, Header header) {
        this.source = source;
        this.mapping = mapping;
        this.header = header;
    }

    /// @throws dev.parallax.problem.ProblemException if no column is a metric
    static DelimitedReader prepare(Source source, Mapping mapping) {
        return new DelimitedReader(source, mapping, Header.find(source, mapping));
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
        try (CsvReader<Draft> reader =
                Header.reader(header.separator()).build(rows(intake), source.open(meter))) {
            // The handler keeps no record, so the first step already reads the whole file
            reader.forEach(_ -> {});
        } catch (CsvParseException broken) {
            throw cause(broken);
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
    }

    private AbstractBaseCsvCallbackHandler<Draft> rows(Intake intake) {
        return mapping.hasPlaces()
                ? new PlacedRows(header, mapping, intake)
                : new Rows(intake);
    }

    /// What the parser wrapped; or its own complaint, which is about quotes.
    private RuntimeException cause(CsvParseException broken) {
        return switch (broken.getCause()) {
            case CsvParseException _ -> ImportProblems.brokenQuotes(source.name(), broken);
            case RuntimeException ours -> ours;
            case Error ours -> throw ours;
            case null, default -> ImportProblems.brokenQuotes(source.name(), broken);
        };
    }

    /// Takes the parser's callbacks.
    private final class Rows extends AbstractBaseCsvCallbackHandler<Draft> {
        private final Intake intake;
        private final Draft draft = new Draft();
        private final @Nullable Cell[] cells;
        private final Measurement measurement;
        private final int columns;
        private int row = -1;
        private int fields;
        private boolean hasMore;
        private boolean repeatsHeader;

        Rows(Intake intake) {
            this.intake = intake;
            Cells made = intake.cells(mapping);
            this.measurement = new Measurement(mapping, made);
            this.columns = header.names().size();
            this.cells = new Cell[columns];
            for (int column = 0; column < columns; column++) {
                cells[column] =
                        header.match(column).map(match -> cell(match.field(), made)).orElse(null);
            }
        }

        private Cell cell(Field field, Cells made) {
            Scale scale =
                    field instanceof Field.OfMetric(Metric metric)
                            ? scale(metric)
                            : Scale.MILLISECONDS;
            return made.cell(field, scale, measurement);
        }

        @Override
        protected void handleBegin(long line) {
            draft.clear();
            draft.line = line;
            measurement.clear();
            fields = 0;
            hasMore = false;
            repeatsHeader = true;
            row++;
        }

        @Override
        protected void handleField(int column, char[] text, int from, int length, boolean quoted) {
            fields++;
            if (column >= columns) {
                hasMore |= length > 0;
            } else if (row > header.row()) {
                repeatsHeader =
                        repeatsHeader
                                && header.names()
                                        .get(column)
                                        .contentEquals(CharBuffer.wrap(text, from, length));
                Cell cell = cells[column];
                if (cell != null) {
                    cell.read(text, from, length, draft);
                }
            }
        }

        @Override
        protected @Nullable Draft buildRecord() {
            if (getRecordType() != RecordType.DATA) {
                row--;
            } else if (row != header.row()) {
                complete();
                intake.accept(draft);
            }
            return null;
        }

        private void complete() {
            if (row < header.row()) {
                draft.refusal = Reason.BEFORE_HEADER;
            } else if (fields < columns) {
                draft.refusal = Reason.FEWER_COLUMNS;
            } else if (hasMore) {
                draft.refusal = Reason.MORE_COLUMNS;
            } else if (repeatsHeader) {
                draft.refusal = Reason.REPEATED_HEADER;
            } else if (measurement.isNamed()) {
                measurement.writeTo(draft);
            }
        }

        private Scale scale(Metric metric) {
            FoundUnit unit = header.units().get(metric);
            return unit == null ? Scale.MILLISECONDS : unit.scale();
        }
    }
}
