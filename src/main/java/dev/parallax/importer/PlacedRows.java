package dev.parallax.importer;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.RecordType;
import dev.parallax.importer.layout.FlatRecord;
import dev.parallax.importer.mapping.Mapping;
import java.nio.CharBuffer;
import org.jspecify.annotations.Nullable;

/// Takes the rows of a file whose columns have fixed meanings: those of a preset, or those the user
/// gave them.
final class PlacedRows extends AbstractBaseCsvCallbackHandler<Draft> {
    private final Header header;
    private final Intake intake;
    private final MappedRecord record;
    private final FlatRecord flat;
    private final FlatRecord.@Nullable Column[] columns;
    private final Draft refused = new Draft();
    private int row = -1;
    private int fields;
    private boolean hasMore;
    private boolean repeatsHeader;
    private @Nullable Reason refusal;
    private long line;

    PlacedRows(Header header, Mapping mapping, Intake intake) {
        this.header = header;
        this.intake = intake;
        this.record =
                new MappedRecord(
                        mapping, intake.cells(mapping), header.units(), this::accept);
        this.flat = new FlatRecord(record.layout(), record);
        this.columns = new FlatRecord.@Nullable Column[header.names().size()];
        for (int column = 0; column < columns.length; column++) {
            columns[column] = flat.column(header.names().get(column));
        }
    }

    @Override
    protected void handleBegin(long firstLine) {
        line = firstLine;
        flat.begin(firstLine);
        fields = 0;
        hasMore = false;
        repeatsHeader = true;
        row++;
    }

    @Override
    protected void handleField(int column, char[] text, int from, int length, boolean quoted) {
        fields++;
        if (column >= columns.length) {
            hasMore |= length > 0;
        } else if (row > header.row()) {
            repeatsHeader =
                    repeatsHeader
                            && header.names()
                                    .get(column)
                                    .contentEquals(CharBuffer.wrap(text, from, length));
            FlatRecord.Column wanted = columns[column];
            if (wanted != null && length > 0) {
                flat.put(wanted, text, from, length);
            }
        }
    }

    @Override
    protected @Nullable Draft buildRecord() {
        if (getRecordType() != RecordType.DATA) {
            row--;
        } else if (row != header.row()) {
            refusal = refusal();
            flat.end();
        }
        return null;
    }

    private @Nullable Reason refusal() {
        if (row < header.row()) {
            return Reason.BEFORE_HEADER;
        }
        if (fields < columns.length) {
            return Reason.FEWER_COLUMNS;
        }
        if (hasMore) {
            return Reason.MORE_COLUMNS;
        }
        return repeatsHeader ? Reason.REPEATED_HEADER : null;
    }

    private void accept(Draft draft) {
        if (refusal == null) {
            intake.accept(draft);
        } else {
            // what the row itself is wrong by goes before what a filter finds
            refused.clear();
            refused.line = line;
            refused.refuse(refusal);
            intake.accept(refused);
        }
    }
}
