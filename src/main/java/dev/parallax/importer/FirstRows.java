package dev.parallax.importer;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.RecordType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Keeps the rows of a file's beginning as texts.
///
/// The parser's own records would do, but then the parser had met two kinds of callbacks by the
/// time the file is read, and compiled code that asks at each cell which one it is.
final class FirstRows extends AbstractBaseCsvCallbackHandler<FirstRows.Row> {
    private List<String> fields = List.of();

    /// A row.
    ///
    /// @param line on which it begins, counted from 1
    record Row(long line, List<String> fields) {}

    @Override
    protected void handleBegin(long line) {
        fields = new ArrayList<>();
    }

    @Override
    protected void handleField(int column, char[] text, int from, int length, boolean quoted) {
        fields.add(new String(text, from, length));
    }

    @Override
    protected @Nullable Row buildRecord() {
        return getRecordType() == RecordType.DATA ? new Row(getStartingLineNumber(), fields) : null;
    }
}
