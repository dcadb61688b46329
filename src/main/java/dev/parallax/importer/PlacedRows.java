package dev.parallax.importer;

import dev.parallax.importer.layout.FlatRecord;
import dev.parallax.importer.mapping.Mapping;
import org.jspecify.annotations.Nullable;

/// Takes the rows of a file whose columns have fixed meanings: those of a preset, or those the user
/// gave them.
final class PlacedRows extends CsvRows {
    private final MappedRecord record;
    private final FlatRecord flat;
    private final FlatRecord.@Nullable Column[] columns;

    PlacedRows(Header header, Mapping mapping, Intake intake) {
        super(header);
        this.record =
                new MappedRecord(mapping, intake.cells(mapping), header.units(), intake::accept);
        this.flat = new FlatRecord(record.layout(), record);
        this.columns = new FlatRecord.@Nullable Column[header.names().size()];
        for (int column = 0; column < columns.length; column++) {
            columns[column] = flat.column(header.names().get(column));
        }
    }

    @Override
    void begin(long line) {
        flat.begin(line);
    }

    @Override
    void cell(int column, char[] text, int from, int length) {
        FlatRecord.Column wanted = columns[column];
        if (wanted != null && length > 0) {
            flat.put(wanted, text, from, length);
        }
    }

    @Override
    void end(@Nullable Reason refusal, RawText text) {
        record.source(text);
        if (refusal != null) {
            record.refuse(refusal);
        }
        flat.end();
    }
}
