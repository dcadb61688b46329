package dev.parallax.importer;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.parallax.importer.layout.TextLines;
import dev.parallax.importer.source.Source;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MappingIterator;
import tools.jackson.databind.json.JsonMapper;

/// The first records of a file as a table, whatever the file is made of: columns of a text, members
/// of JSON objects by their path.
///
/// @param rows each with one text for every name
record PreviewTable(List<String> names, List<List<String>> rows) {
    static final PreviewTable EMPTY = new PreviewTable(List.of(), List.of());

    private static final int MOST_ROWS = 2_000;
    private static final int MOST_DOCUMENTS = 200;
    private static final int MOST_NAMES = 400;
    private static final int LONGEST_TEXT = 200;
    private static final char[] SEPARATORS = {',', ';', '\t', '|', '^'};

    static boolean isJson(Source source) {
        String begin = source.preview().stripLeading();
        return begin.startsWith("{") || begin.startsWith("[");
    }

    static PreviewTable of(Source source) {
        return switch (source.form()) {
            case TEXT -> isJson(source) ? ofJson(source) : ofText(source);
            case PARQUET -> ParquetPreview.of(source);
        };
    }

    /// The first lines, each of which is a record of keys with their texts.
    static PreviewTable ofLines(Source source, TextLines.Syntax syntax) {
        return table(
                source.preview()
                        .lines()
                        .limit(MOST_ROWS)
                        .flatMap(line -> syntax.pairs(line).stream())
                        .map(PreviewTable::cut)
                        .toList());
    }

    private static Map<String, String> cut(Map<String, String> record) {
        record.replaceAll((_, text) -> cut(text));
        return record;
    }

    private static PreviewTable ofText(Source source) {
        List<List<String>> best = List.of();
        for (char separator : SEPARATORS) {
            List<List<String>> rows = rows(source, separator);
            if (!rows.isEmpty() && (best.isEmpty() || widest(rows) > widest(best))) {
                best = rows;
            }
        }
        if (best.isEmpty()) {
            return EMPTY;
        }
        int header = header(best);
        List<String> names = best.get(header).stream().map(String::strip).toList();
        int width = names.size();
        List<List<String>> rows =
                best.subList(header + 1, best.size()).stream()
                        .map(row -> padded(row, width))
                        .toList();
        return new PreviewTable(names, rows);
    }

    private static int widest(List<List<String>> rows) {
        return rows.stream().limit(20).mapToInt(List::size).max().orElse(0);
    }

    /// The first row that is as wide as the widest: what stands before it is a title.
    private static int header(List<List<String>> rows) {
        int widest = widest(rows);
        for (int row = 0; row < rows.size(); row++) {
            if (rows.get(row).size() == widest) {
                return row;
            }
        }
        return 0;
    }

    private static List<List<String>> rows(Source source, char separator) {
        var rows = new ArrayList<List<String>>();
        try (CsvReader<CsvRecord> reader =
                Header.reader(separator).allowUnclosedQuote(true).ofCsvRecord(source.preview())) {
            for (CsvRecord row : reader) {
                rows.add(row.getFields().stream().map(PreviewTable::cut).toList());
                if (rows.size() > MOST_ROWS) {
                    break;
                }
            }
        } catch (CsvParseException _) {
            // with a wrong separator quotes stand in odd places: what was read so far will do
            return rows;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return rows;
    }

    private static List<String> padded(List<String> row, int width) {
        var cells = new ArrayList<>(row.subList(0, Math.min(width, row.size())));
        while (cells.size() < width) {
            cells.add("");
        }
        return cells;
    }

    private static PreviewTable ofJson(Source source) {
        var records = new ArrayList<Map<String, String>>();
        try (MappingIterator<JsonNode> documents =
                JsonMapper.shared().readerFor(JsonNode.class).readValues(source.preview())) {
            while (documents.hasNext() && records.size() < MOST_DOCUMENTS) {
                addRecords(documents.next(), records);
            }
        } catch (JacksonException cutOff) {
            // the first part may end anywhere
            return table(records);
        }
        return table(records);
    }

    private static void addRecords(JsonNode document, List<Map<String, String>> records) {
        if (document.isArray()) {
            document.forEach(element -> addRecords(element, records));
        } else if (records.size() < MOST_DOCUMENTS) {
            var texts = new LinkedHashMap<String, String>();
            flatten("", document, texts);
            records.add(texts);
        }
    }

    private static void flatten(String path, JsonNode json, Map<String, String> texts) {
        if (texts.size() >= MOST_NAMES) {
            return;
        }
        if (json.isObject()) {
            json.properties()
                    .forEach(member ->
                            flatten(
                                    path.isEmpty() ? member.getKey() : path + "." + member.getKey(),
                                    member.getValue(),
                                    texts));
        } else if (json.isArray() && !json.isEmpty() && json.get(0).isObject()) {
            flatten(path + "[]", json.get(0), texts);
        } else {
            texts.put(path, cut(json.isValueNode() ? json.asString("") : json.toString()));
        }
    }

    /// @param records texts by their names, in the order of the first record that has them
    static PreviewTable table(List<Map<String, String>> records) {
        Set<String> all = new LinkedHashSet<>();
        for (Map<String, String> record : records) {
            all.addAll(record.keySet());
        }
        List<String> names = all.stream().limit(MOST_NAMES).toList();
        return new PreviewTable(
                names,
                records.stream()
                        .map(record ->
                                names.stream().map(name -> record.getOrDefault(name, "")).toList())
                        .toList());
    }

    static String cut(String text) {
        return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT);
    }
}
