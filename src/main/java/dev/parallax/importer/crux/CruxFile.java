package dev.parallax.importer.crux;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.parallax.importer.crux.Ledger.Place;
import dev.parallax.importer.layout.SeenPaths;
import dev.parallax.importer.source.Meter;
import dev.parallax.importer.source.Source;
import dev.parallax.rum.ImportRecord.Evidence;
import java.io.IOException;
import java.io.Reader;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A file that is known to be of the Chrome UX Report: answers of its API, or rows of its tables.
/// Nothing has been read but its first part.
public final class CruxFile {
    private final Source source;
    private final Form form;
    private final @Nullable CsvHeader header;

    /// What the service answers for a page that too few people visited.
    private static final String NOT_FOUND = "chrome ux report data not found";

    private enum Form {
        ANSWERS,
        NOT_FOUND,
        JSON_ROWS,
        CSV_ROWS
    }

    private CruxFile(Source source, Form form, @Nullable CsvHeader header) {
        this.source = source;
        this.form = form;
        this.header = header;
    }

    /// Looks whether a file is one, or an answer that there are no figures; empty if it is not.
    public static Optional<CruxFile> find(Source source) {
        String preview = source.preview();
        // most files have neither, and looking for a word is cheap
        boolean mayBeAnswer =
                (preview.contains("\"record\"") && preview.contains("\"metrics\""))
                        || preview.contains(NOT_FOUND);
        boolean mayBeTable = preview.contains("origin") || preview.contains("ORIGIN");
        if (source.form() != Source.Form.TEXT || !(mayBeAnswer || mayBeTable)) {
            return Optional.empty();
        }
        String begin = preview.stripLeading();
        if (!begin.startsWith("{") && !begin.startsWith("[")) {
            return CsvHeader.find(preview)
                    .map(header -> new CruxFile(source, Form.CSV_ROWS, header));
        }
        SeenPaths seen = SeenPaths.of(preview);
        if (isAnswer(seen)) {
            return Optional.of(new CruxFile(source, Form.ANSWERS, null));
        }
        if (isTable(seen)) {
            return Optional.of(new CruxFile(source, Form.JSON_ROWS, null));
        }
        return seen.has("error.message=" + NOT_FOUND)
                ? Optional.of(new CruxFile(source, Form.NOT_FOUND, null))
                : Optional.empty();
    }

    private static boolean isAnswer(SeenPaths seen) {
        return seen.has("record.metrics")
                && (seen.has("record.key")
                        || seen.has("record.collectionPeriod")
                        || seen.has("record.collectionPeriods"));
    }

    private static boolean isTable(SeenPaths seen) {
        return seen.has("origin")
                && Stream.concat(
                                Names.IN_TABLES.stream().flatMap(Names.Columns::all),
                                Names.HISTOGRAMS.keySet().stream().map(path -> path + ".histogram"))
                        .anyMatch(seen::has);
    }

    /// The file.
    public Source source() {
        return source;
    }

    /// Whether there are figures in it, as far as its first part tells.
    public boolean hasFigures() {
        return form != Form.NOT_FOUND;
    }

    /// How well a file of this form is known.
    public Evidence evidence() {
        return switch (form) {
            case ANSWERS, NOT_FOUND -> Evidence.SAMPLE;
            case JSON_ROWS, CSV_ROWS -> Evidence.DOCUMENTATION;
        };
    }

    /// Reads every record, in order.
    ///
    /// @throws tools.jackson.core.JacksonException if the rest is no JSON; a failure to read is its
    ///   cause
    /// @throws de.siegmar.fastcsv.reader.CsvParseException if the quotes make no sense
    void read(Ledger ledger, Meter meter) throws IOException {
        ledger.begin(source.name());
        try (Reader text = source.open(meter)) {
            if (header != null) {
                readRows(text, header, ledger);
            } else {
                readUnits(text, ledger);
            }
        }
    }

    private void readUnits(Reader text, Ledger ledger) throws IOException {
        var units = new JsonUnits(new Units(ledger, new Answers(ledger), new TableRows(ledger)));
        if (SeenPaths.hasDocumentOnEachLine(source.preview())) {
            units.readLines(text);
        } else {
            units.readDocuments(text);
        }
    }

    /// Tells answers from rows.
    private record Units(Ledger ledger, Answers answers, TableRows rows)
            implements JsonUnits.Taker {
        @Override
        public void unit(JsonNode unit, long line) {
            var place = new Place(line, unit::toString);
            if (unit.has("record")) {
                answers.read(unit, place);
            } else if (unit.has("error")) {
                ledger.filter(Ledger.NO_FIGURES, place);
            } else {
                rows.read(unit, place);
            }
        }

        @Override
        public void broken(String reason, long line, Optional<String> text) {
            ledger.reject(reason, new Place(line, () -> text.orElse("")));
        }
    }

    private static void readRows(Reader text, CsvHeader header, Ledger ledger) throws IOException {
        var rows = new TableRows(ledger);
        try (CsvReader<CsvRecord> reader = header.reader().ofCsvRecord(text)) {
            int row = 0;
            for (CsvRecord cells : reader) {
                if (row++ > header.row()) {
                    readRow(cells, header, rows, ledger);
                } else if (row <= header.row()) {
                    ledger.filter("before the header", place(cells));
                }
            }
        }
    }

    private static Place place(CsvRecord cells) {
        return new Place(cells.getStartingLineNumber(), () -> String.join(",", cells.getFields()));
    }

    private static void readRow(CsvRecord cells, CsvHeader header, TableRows rows, Ledger ledger) {
        if (cells.getFieldCount() != header.names().size()) {
            ledger.reject(Ledger.WIDTH, place(cells));
            return;
        }
        Map<String, String> byName = new HashMap<>();
        for (int i = 0; i < header.names().size(); i++) {
            byName.putIfAbsent(header.names().get(i).toLowerCase(Locale.ROOT), cells.getField(i));
        }
        rows.read(byName, place(cells));
    }
}
