package dev.parallax.importer.layout;

import java.io.IOException;
import java.io.Reader;
import java.util.List;

/// Reads a record from each line of a log. A line that is a JSON object is read as one, whatever
/// the others are: log tools wrap what they collect.
public final class TextLines {
    private final Syntax syntax;
    private final Layout layout;
    private final JsonRecords json;

    /// How a line that is no JSON is written.
    public enum Syntax {
        /// `key=value key="quoted value"`
        LOGFMT {
            @Override
            boolean parse(String line, FlatRecord record) {
                return Logfmt.parse(line, record);
            }
        },
        /// A line of a web server's access log with parameters in its URL, or the parameters alone.
        QUERY {
            @Override
            boolean parse(String line, FlatRecord record) {
                return AccessLine.parse(line, record);
            }
        };

        /// Puts what a line says into the record.
        ///
        /// @return false if the line is not of this syntax
        abstract boolean parse(String line, FlatRecord record);
    }

    public TextLines(Layout layout, Syntax syntax) {
        this.syntax = syntax;
        this.layout = layout;
        this.json = new JsonRecords(layout, List.of());
    }

    /// Reads every line that is not blank.
    public void read(Reader text, Fields fields) throws IOException {
        var record = new FlatRecord(layout, fields);
        var lines = new LineReader(text, JsonRecords.LONGEST_LINE);
        while (lines.next()) {
            if (lines.isBlank()) {
                continue;
            }
            if (lines.isTooLong()) {
                fields.broken(lines.number(), Fields.Fault.SIZE);
            } else if (lines.text()[lines.from()] == '{') {
                json.readLine(lines, fields);
            } else {
                fields.line(lines.text(), lines.from(), lines.length());
                readLine(lines, record);
            }
        }
    }

    private void readLine(LineReader lines, FlatRecord record) {
        record.begin(lines.number());
        if (syntax.parse(new String(lines.text(), lines.from(), lines.length()), record)) {
            record.end();
        } else {
            record.broken(lines.number(), Fields.Fault.SYNTAX);
        }
    }
}
