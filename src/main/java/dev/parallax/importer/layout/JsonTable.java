package dev.parallax.importer.layout;

import java.io.Reader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;

/// Reads a table that is written as JSON: the names of its columns in one array, its rows in
/// another one after it, each an array of values. What a table says of itself before its rows
/// belongs to each of them.
///
/// ```
/// {"tables":[{"columns":[{"name":"url"},{"name":"duration"}],"rows":[["/",812],["/help",95]]}]}
/// ```
public final class JsonTable {
    private final String columns;
    private final String rows;
    private final Layout layout;
    private List<String> names = new ArrayList<>();
    private final Map<String, String> ofTable = new LinkedHashMap<>();

    /// @param columns name of the member that lists the columns, as texts or as objects with `name`
    /// @param rows name of the member that lists the rows
    public JsonTable(Layout layout, String columns, String rows) {
        this.columns = columns;
        this.rows = rows;
        this.layout = layout;
    }

    /// Reads every table of the text, wherever in it they are.
    ///
    /// @throws JacksonException if the text is not well-formed from some place on; a failure to
    ///   read is its cause
    public void read(Reader text, Fields fields) {
        var record = new FlatRecord(layout, fields);
        try (JsonParser parser =
                JsonRecords.FACTORY.createParser(ObjectReadContext.empty(), text)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.PROPERTY_NAME) {
                    member(parser, record);
                }
            }
        }
    }

    private void member(JsonParser parser, FlatRecord record) {
        String name = parser.currentName();
        JsonToken token = parser.nextToken();
        if (token != JsonToken.START_ARRAY) {
            if (token.isScalarValue() && token != JsonToken.VALUE_NULL && layout.wants(name)) {
                ofTable.put(name, parser.getString());
            }
            return;
        }
        if (name.equals(columns)) {
            readColumns(parser);
        } else if (name.equals(rows)) {
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                readRow(parser, record);
            }
        }
    }

    private void readColumns(JsonParser parser) {
        names = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (parser.currentToken() == JsonToken.START_OBJECT) {
                readColumn(parser);
            } else {
                names.add(parser.getString());
            }
        }
    }

    private void readColumn(JsonParser parser) {
        String name = "";
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            boolean isName = parser.currentName().equals("name");
            parser.nextToken();
            if (isName) {
                name = parser.getString();
            } else {
                parser.skipChildren();
            }
        }
        names.add(name);
    }

    private void readRow(JsonParser parser, FlatRecord record) {
        long line = parser.currentTokenLocation().getLineNr();
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            parser.skipChildren();
            record.broken(line, Fields.Fault.SYNTAX);
            return;
        }
        record.begin(line);
        ofTable.forEach(record::put);
        for (int column = 0; parser.nextToken() != JsonToken.END_ARRAY; column++) {
            if (parser.currentToken().isScalarValue()
                    && parser.currentToken() != JsonToken.VALUE_NULL
                    && column < names.size()) {
                record.put(
                        names.get(column),
                        parser.getStringCharacters(),
                        parser.getStringOffset(),
                        parser.getStringLength());
            } else {
                parser.skipChildren();
            }
        }
        record.end();
    }
}
