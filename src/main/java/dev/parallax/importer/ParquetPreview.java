package dev.parallax.importer;

import dev.parallax.importer.parquet.ColumnTaker;
import dev.parallax.importer.parquet.ParquetFile;
import dev.parallax.importer.parquet.RowTaker;
import dev.parallax.importer.source.Source;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The first rows of a Parquet file as texts.
final class ParquetPreview implements RowTaker {
    private static final int MOST_ROWS = 500;

    private final List<Map<String, String>> rows = new ArrayList<>();
    private Map<String, String> row = new HashMap<>();

    private ParquetPreview() {}

    /// The first rows, with every column that can be read.
    ///
    /// @throws dev.parallax.problem.ProblemException if the file is damaged
    static PreviewTable of(Source source) {
        try (ParquetFile file = ParquetFile.open(source.path(), source.name())) {
            List<String> columns = file.columns();
            var preview = new ParquetPreview();
            var takers = new HashMap<String, ColumnTaker>();
            columns.forEach(column -> takers.put(column, preview.new TextTaker(column)));
            if (!columns.isEmpty()) {
                file.read(takers, preview, Math.min(MOST_ROWS, file.rows()), _ -> {});
            }
            return new PreviewTable(
                    columns,
                    preview.rows.stream()
                            .map(texts ->
                                    columns.stream()
                                            .map(column -> texts.getOrDefault(column, ""))
                                            .toList())
                            .toList());
        }
    }

    @Override
    public void begin(long number) {
        row = new HashMap<>();
    }

    @Override
    public void end() {
        rows.add(row);
    }

    private final class TextTaker implements ColumnTaker {
        private final String column;

        TextTaker(String column) {
            this.column = column;
        }

        @Override
        public int text(char[] text, int from, int length) {
            row.put(column, PreviewTable.cut(new String(text, from, length)));
            return 0;
        }

        @Override
        public void number(double number) {
            row.put(column, Double.toString(number));
        }

        @Override
        public void number(long number) {
            row.put(column, Long.toString(number));
        }

        @Override
        public void time(long millis, Zone zone) {
            String instant = Instant.ofEpochMilli(millis).toString();
            row.put(
                    column,
                    zone == Zone.UTC ? instant : instant.substring(0, instant.length() - 1));
        }
    }
}
