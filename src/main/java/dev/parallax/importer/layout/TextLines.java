package dev.parallax.importer.layout;

import java.io.IOException;
import java.io.Reader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

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
            boolean parse(String line, BiConsumer<String, String> record) {
                return Logfmt.parse(line, record);
            }
        },
        /// A line of a web server's access log with parameters in its URL, or the parameters alone.
        QUERY {
            @Override
            boolean parse(String line, BiConsumer<String, String> record) {
                return AccessLine.parse(line, record);
            }
        };

        /// What a line says, by the names it uses; empty if it is not of this syntax.
        public Optional<Map<String, String>> pairs(String line) {
            var pairs = new LinkedHashMap<String, String>();
            return parse(line, pairs::putIfAbsent) ? Optional.of(pairs) : Optional.empty();
        }

        /// Tells the record what a line says.
        ///
        /// @return false if the line is not of this syntax
        abstract boolean parse(String line, BiConsumer<String, String> record);
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
        if (syntax.parse(new String(lines.text(), lines.from(), lines.length()), record::put)) {
            record.end();
        } else {
            record.broken(lines.number(), Fields.Fault.SYNTAX);
        }
    }
}
