package dev.parallax.importer;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.RecordType;
import org.jspecify.annotations.Nullable;

/// Takes the CSV parser's callbacks and tells the rows that are records, whatever reads them.
abstract class CsvRows extends AbstractBaseCsvCallbackHandler<Draft> {
    private final int headerRow;
    private final char[][] names;
    private final RawText raw = new RawText();
    private int row = -1;
    private int fields;
    private boolean hasMore;
    private boolean repeatsHeader;

    CsvRows(Header header) {
        this.headerRow = header.row();
        this.names = header.names().stream().map(String::toCharArray).toArray(char[][]::new);
    }

    /// A row begins on this line.
    abstract void begin(long line);

    /// A cell of one of the header's columns.
    abstract void cell(int column, char[] text, int from, int length);

    /// The row is complete.
    ///
    /// @param refusal why it is no record; null if it is one
    /// @param text the row as it is in the file
    abstract void end(@Nullable Reason refusal, RawText text);

    @Override
    protected final void handleBegin(long line) {
        raw.clear();
        fields = 0;
        hasMore = false;
        repeatsHeader = true;
        row++;
        begin(line);
    }

    @Override
    protected final void handleField(
            int column, char[] text, int from, int length, boolean quoted) {
        fields++;
        raw.extend(text, from, length);
        if (column >= names.length) {
            hasMore |= length > 0;
        } else if (row > headerRow) {
            repeatsHeader = repeatsHeader && isName(names[column], text, from, length);
            cell(column, text, from, length);
        }
    }

    private static boolean isName(char[] name, char[] text, int from, int length) {
        if (name.length != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (name[i] != text[from + i]) {
                return false;
            }
        }
        return true;
    }

    @Override
    protected final @Nullable Draft buildRecord() {
        if (getRecordType() != RecordType.DATA) {
            row--;
        } else if (row != headerRow) {
            end(refusal(), raw);
        }
        return null;
    }

    private @Nullable Reason refusal() {
        if (row < headerRow) {
            return Reason.BEFORE_HEADER;
        }
        if (fields < names.length) {
            return Reason.FEWER_COLUMNS;
        }
        if (hasMore) {
            return Reason.MORE_COLUMNS;
        }
        return repeatsHeader ? Reason.REPEATED_HEADER : null;
    }
}
