package dev.parallax.importer.crux;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// The header of a table in CSV.
///
/// @param row rows before it
/// @param names in lower case
record CsvHeader(char separator, int row, List<String> names) {
    private static final List<Character> SEPARATORS = List.of(',', ';', '\t', '|');
    private static final int FIRST_ROWS = 20;
    private static final int LONGEST_ROW = 4_000_000;

    /// The first row that names an origin and a metric.
    ///
    /// @param text the first part of a file
    static Optional<CsvHeader> find(String text) {
        for (char separator : SEPARATORS) {
            Optional<CsvHeader> header = find(text, separator);
            if (header.isPresent()) {
                return header;
            }
        }
        return Optional.empty();
    }

    private static Optional<CsvHeader> find(String text, char separator) {
        try (CsvReader<CsvRecord> reader = reader(separator).ofCsvRecord(text)) {
            int row = 0;
            for (CsvRecord cells : reader) {
                List<String> names =
                        cells.getFields().stream()
                                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                                .toList();
                if (TableRows.isTable(names.stream().collect(Collectors.toSet()))) {
                    return Optional.of(new CsvHeader(separator, row, names));
                }
                if (++row == FIRST_ROWS) {
                    break;
                }
            }
            return Optional.empty();
        } catch (CsvParseException cutOff) {
            return Optional.empty();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    CsvReader.CsvReaderBuilder reader() {
        return reader(separator);
    }

    private static CsvReader.CsvReaderBuilder reader(char separator) {
        return CsvReader.builder()
                .fieldSeparator(separator)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .maxBufferSize(LONGEST_ROW);
    }
}
